using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Resources;

/// <summary>The name of a workspace (WS-01).</summary>
/// <remarks>
/// 3 to 33 ASCII letters, digits and hyphens. Keeps its spelling; equal ignoring case; no order. Immutable, hence safe
/// for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<WorkspaceName>))]
[TypeConverter(typeof(TextTypeConverter<WorkspaceName>))]
public sealed record WorkspaceName : ISpanParsable<WorkspaceName>
{
    private const int MinLength = 3;
    private const int MaxLength = 33;

    private WorkspaceName(string text) => Text = text;

    /// <summary>Gets the name as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a workspace's name.</summary>
    /// <param name="text">The text, in any case.</param>
    /// <returns>The name, or why the text is not one.</returns>
    public static OneOf<WorkspaceName, TextFault<WorkspaceNameFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<WorkspaceNameFault>(WorkspaceNameFault.Empty, 0);
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (at == MaxLength)
            {
                return new TextFault<WorkspaceNameFault>(WorkspaceNameFault.TooLong, at);
            }

            if (!char.IsAsciiLetterOrDigit(text[at]) && text[at] != '-')
            {
                return new TextFault<WorkspaceNameFault>(WorkspaceNameFault.NotOnlyLettersDigitsAndHyphens, at);
            }
        }

        return text.Length < MinLength
            ? new TextFault<WorkspaceNameFault>(WorkspaceNameFault.TooShort, text.Length)
            : new WorkspaceName(text);
    }

    /// <summary>Determines whether another name is the same, ignoring case.</summary>
    /// <param name="other">The other name.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Equals(WorkspaceName? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a hash code that ignores case.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the name as it was written.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Text;

    static WorkspaceName IParsable<WorkspaceName>.Parse(string s, IFormatProvider? provider) =>
        TextValue.Parse(s, Read);

    static bool IParsable<WorkspaceName>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out WorkspaceName result) =>
        TextValue.TryParse(s, Read, out result);

    static WorkspaceName ISpanParsable<WorkspaceName>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<WorkspaceName>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out WorkspaceName result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
