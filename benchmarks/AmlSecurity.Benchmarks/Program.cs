using AmlSecurity.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["--smoke"])
{
    return Smoke.Run(Console.Out) ? 0 : 1;
}

BenchmarkSwitcher.FromAssembly(typeof(Smoke).Assembly).Run(args);
return 0;
