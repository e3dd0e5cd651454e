using System.Diagnostics;

namespace AmlSecurity.Domain.Tests;

/// <summary>Runs a program that a test has beside the SDK.</summary>
internal static class ExternalProgram
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>The exit code, and what it wrote: first its output, then its errors.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static (int ExitCode, string Output) Run(string name, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
