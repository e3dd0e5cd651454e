using AmlSecurity.Benchmarks;
using AmlSecurity.Benchmarks.Authorization;
using AmlSecurity.Benchmarks.Report;
using BenchmarkDotNet.Running;

if (args is ["--smoke"])
{
    return Smoke.Run(Console.Out) ? 0 : 1;
}

if (args is ["--ratios", var name])
{
    Ratios.Run(name, rounds: 1000, Console.Out);
    return 0;
}

if (args is ["--sizes"])
{
    CompiledPolicySize.Run(Console.Out);
    return 0;
}

if (args is ["--report", var results, var docs])
{
    ReportPage.Write(results, docs);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Smoke).Assembly).Run(args);
return 0;
