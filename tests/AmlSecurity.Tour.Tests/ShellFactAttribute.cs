using System.ComponentModel;
using System.Diagnostics;

namespace AmlSecurity.Tour.Tests;

/// <summary>Marks a fact that runs <c>openssl</c> in a shell; without OpenSSL 3 it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    /// <summary>Skips the fact where there is no OpenSSL.</summary>
    public ShellFactAttribute() => Skip = Run("openssl version").Output.StartsWith("OpenSSL 3", StringComparison.Ordinal)
        ? null
        : "needs `sh` and `openssl` on PATH: install OpenSSL 3";

    /// <summary>Runs lines in a shell that stops at the first that fails.</summary>
    public static (int ExitCode, string Output) Run(string lines, string? folder = null)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("sh", ["-e", "-c", lines])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder ?? "",
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return (-1, "");
        }
    }
}
