using System.Text.Json.Nodes;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Sarif;

/// <summary>Makes texts and addresses as the standard wants them.</summary>
internal static class SarifText
{
    /// <summary>The folder, which the reader of the file resolves (3.4.4).</summary>
    public const string Base = "%SRCROOT%";

    private const int Longest = 2000;

    public static JsonObject Artifact(string file, int index) => new()
    {
        ["uri"] = UriOf(file),
        ["uriBaseId"] = Base,
        ["index"] = index,
    };

    /// <summary>Makes a relative reference of a file's name.</summary>
    public static string UriOf(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Says what is there and what would satisfy the rule.</summary>
    public static string Sentences(string message, string? remedy) =>
        remedy is null ? Sentence(message) : $"{Sentence(message)} {Sentence(remedy)}";

    /// <summary>Makes a sentence of text in lower case without a full stop (3.11.3).</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? "." : Escape($"{char.ToUpperInvariant(text[0])}{text[1..].TrimEnd('.')}.");

    public static string Clean(string text) => SafeText.Plain(text, Longest);

    // Braces would be places for arguments (3.11.5), and brackets before a parenthesis a link (3.11.6).
    private static string Escape(string text) => Clean(text)
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal)
        .Replace("](", "] (", StringComparison.Ordinal);
}
