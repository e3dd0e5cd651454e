using System.ComponentModel;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Runs <c>openssl</c>. It is judged by its exit code: on tampering it may write a plaintext all the
/// same.</summary>
internal static class OpenSslProgram
{
    /// <summary>Gets why nothing can be run, or null.</summary>
    public static string? ReasonToSkip { get; } = Find();

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code, and what it wrote.</returns>
    public static (int ExitCode, string Output) Run(params IEnumerable<string> arguments) =>
        ExternalProgram.Run("openssl", arguments);

    /// <summary>Runs a command and asserts that it succeeds.</summary>
    public static void Succeed(params IEnumerable<string> arguments)
    {
        var (exitCode, output) = Run(arguments);
        Assert.True(exitCode == 0, $"openssl {string.Join(' ', arguments)} ended with {exitCode}: {output}");
    }

    private static string? Find()
    {
        try
        {
            var (_, version) = Run("version");
            return version.StartsWith("OpenSSL 3", StringComparison.Ordinal)
                ? null
                : $"found `{version.Trim()}` on PATH: install OpenSSL 3";
        }
        catch (Win32Exception)
        {
            return "needs `openssl` on PATH: install OpenSSL 3";
        }
    }
}
