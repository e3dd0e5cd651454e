using System.ComponentModel;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Lists the files and sockets that a piece of code asks the system for, by <c>strace</c> on a process of its
/// own.</summary>
internal static class FileTrace
{
    private const string Begin = "/amlsec-trace-begins";
    private const string End = "/amlsec-trace-ends";

    /// <summary>Gets why nothing can be traced, or null.</summary>
    public static string? ReasonToSkip { get; } = Find();

    /// <summary>Runs something twice, with marks in the trace around the second time: what is loaded once is loaded
    /// before.</summary>
    public static void Mark(Action action)
    {
        action();
        File.Exists(Begin);
        action();
        File.Exists(End);
    }

    /// <summary>Runs a piece of <see cref="TracedCode"/> under the trace.</summary>
    /// <returns>The calls between the marks.</returns>
    public static IReadOnlyList<string> Of(string name, params ReadOnlySpan<string> arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            var (exitCode, output) = Run(
            [
                "-f", "-q", "-e", "trace=%file,socket,connect", "-e", "signal=none", "-o", file,
                "dotnet", "exec", typeof(FileTrace).Assembly.Location, name, .. arguments,
            ]);
            Assert.True(exitCode == 0, output);
            return Between(File.ReadAllLines(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Each line begins with the number of the thread.
    private static List<string> Between(string[] lines)
    {
        var thread = lines.First(line => line.Contains(Begin, StringComparison.Ordinal)).Split(' ')[0];
        Assert.Contains(lines, line => line.Contains(End, StringComparison.Ordinal));
        return
        [
            .. lines.Where(line => line.Split(' ')[0] == thread)
                .SkipWhile(line => !line.Contains(Begin, StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(line => !line.Contains(End, StringComparison.Ordinal)),
        ];
    }

    private static (int ExitCode, string Output) Run(IEnumerable<string> arguments) =>
        ExternalProgram.Run("strace", arguments);

    private static string? Find()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "needs Linux with `strace`";
        }

        try
        {
            var (exitCode, output) = Run(["-f", "-o", "/dev/null", "true"]);
            return exitCode == 0 ? null : $"`strace` may trace nothing here: {output.Trim()}";
        }
        catch (Win32Exception)
        {
            return "needs `strace` on PATH: install it";
        }
    }
}
