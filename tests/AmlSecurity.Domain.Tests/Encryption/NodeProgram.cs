using System.ComponentModel;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Runs the scripts of <c>tests/interop</c>.</summary>
internal static class NodeProgram
{
    private const int OldestMajorVersion = 20;

    /// <summary>Gets why nothing can be run, or null.</summary>
    public static string? ReasonToSkip { get; } = Find();

    /// <summary>Runs a script and asserts that it succeeds.</summary>
    /// <returns>What it wrote.</returns>
    public static string Run(string script, params ReadOnlySpan<string> arguments)
    {
        var (exitCode, output) = Start([Repository.PathOf("tests", "interop", script), .. arguments]);
        Assert.True(exitCode == 0, $"{script} ended with {exitCode}: {output}");
        return output;
    }

    private static string? Find()
    {
        try
        {
            var (_, version) = Start(["--version"]);
            return Version.TryParse(version.Trim().TrimStart('v'), out var found) && found.Major >= OldestMajorVersion
                ? null
                : $"found `{version.Trim()}` on PATH: install Node.js {OldestMajorVersion} or newer";
        }
        catch (Win32Exception)
        {
            return $"needs `node` on PATH: install Node.js {OldestMajorVersion} or newer";
        }
    }

    private static (int ExitCode, string Output) Start(IEnumerable<string> arguments) =>
        ExternalProgram.Run("node", arguments);
}
