using AmlSecurity.Conformance;

switch (args)
{
    case []:
        using (var input = Console.OpenStandardInput())
        using (var output = Console.OpenStandardOutput())
        {
            ConformanceConsole.Run(input, output);
        }

        return 0;
    case ["--self-check"]:
        return SelfCheck.Run(Console.Out) ? 0 : 1;
    default:
        Console.Error.WriteLine("usage: AmlSecurity.Conformance [--self-check]");
        return 2;
}
