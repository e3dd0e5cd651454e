using System.Diagnostics;
using System.Globalization;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Lists the files and sockets that one thread asks the system for, by <c>strace</c> on this process.</summary>
internal static class FileTrace
{
    private const string Begin = "/amlsec-trace-begins";
    private const string End = "/amlsec-trace-ends";

    /// <summary>Gets why nothing can be traced, or null.</summary>
    public static string? ReasonToSkip { get; } = Find();

    /// <summary>Runs something twice, and traces the second time: what is loaded once is loaded then.</summary>
    /// <returns>The calls that it made.</returns>
    public static IReadOnlyList<string> Of(Action action)
    {
        action();
        var file = Path.GetTempFileName();
        try
        {
            using (var tracer = Start(file))
            {
                Trace(action);
                Stop(tracer);
            }

            return Between(File.ReadAllLines(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Trace(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                File.Exists(Begin);
                action();
                File.Exists(End);
            }
            catch (Exception error)
            {
                failure = error;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            throw new InvalidOperationException("what was to be traced failed", failure);
        }
    }

    // Each line begins with the number of the thread.
    private static List<string> Between(string[] lines)
    {
        var thread = lines.First(line => line.Contains(Begin, StringComparison.Ordinal)).Split(' ')[0];
        return
        [
            .. lines.Where(line => line.Split(' ')[0] == thread)
                .SkipWhile(line => !line.Contains(Begin, StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(line => !line.Contains(End, StringComparison.Ordinal)),
        ];
    }

    private static Process Start(string file)
    {
        var tracer = Process.Start(new ProcessStartInfo(
            "strace",
            [
                "-f", "-q", "-e", "trace=%file,socket,connect", "-e", "signal=none", "-o", file,
                "-p", Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            ])
        {
            RedirectStandardError = true,
        })!;
        for (var wait = 0; wait < 100 && !IsTraced() && !tracer.HasExited; wait++)
        {
            Thread.Sleep(50);
        }

        return tracer;
    }

    private static bool IsTraced() => Directory.GetDirectories("/proc/self/task").All(task =>
        !File.Exists($"{task}/status")
        || !File.ReadAllText($"{task}/status").Contains("TracerPid:\t0\n", StringComparison.Ordinal));

    private static void Stop(Process tracer)
    {
        using var kill = Process.Start("kill", ["-INT", tracer.Id.ToString(CultureInfo.InvariantCulture)])!;
        kill.WaitForExit();
        tracer.WaitForExit();
    }

    private static string? Find()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "needs Linux with `strace`";
        }

        try
        {
            using var tracer = Start("/dev/null");
            if (tracer.HasExited)
            {
                return $"`strace` may not attach to this process: {tracer.StandardError.ReadToEnd().Trim()}";
            }

            Stop(tracer);
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "needs `strace` on PATH: install it";
        }
    }
}
