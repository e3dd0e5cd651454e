using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The name of one operation, such as
/// <c>Microsoft.MachineLearningServices/workspaces/computes/write</c>.</summary>
/// <remarks>
/// Two segments or more of ASCII letters, digits, <c>. - : _</c>, up to 512 characters; the last is the verb, mostly
/// <c>read</c>, <c>write</c>, <c>delete</c> or <c>action</c>. Real lists also hold names with blanks, empty segments
/// and placeholders: lenient reading keeps them. Equal ignoring case; no order. Immutable, hence safe for concurrent
/// use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<ActionName>))]
[TypeConverter(typeof(TextTypeConverter<ActionName>))]
public sealed record ActionName : ISpanParsable<ActionName>
{
    private ActionName(string text)
    {
        Text = text;
        Canonical = CaseFolding.Fold(text);
        Hash = TextHash.Of(Canonical);
    }

    /// <summary>Gets the text as written, without surrounding blanks.</summary>
    public string Text { get; }

    /// <summary>Gets the lower-cased text by which names are compared.</summary>
    public string Canonical { get; }

    /// <summary>Gets the hash of <see cref="Canonical"/>.</summary>
    internal int Hash { get; }

    /// <summary>Gets the first segment, such as <c>Microsoft.MachineLearningServices</c>.</summary>
    public string Provider => Text.Split('/', 2)[0];

    /// <summary>Gets the last segment, such as <c>write</c>.</summary>
    public string Verb => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>Reads a name strictly.</summary>
    /// <param name="text">The text, in any case.</param>
    /// <returns>The name, or why the text is not one.</returns>
    public static OneOf<ActionName, TextFault<ActionNameFault>> Read(string? text) => Read(text, Strictness.Strict);

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text, in any case.</param>
    /// <param name="strictness">Whether a name that no provider would register is kept.</param>
    /// <returns>The name, or why the text is not one.</returns>
    public static OneOf<ActionName, TextFault<ActionNameFault>> Read(string? text, Strictness strictness)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new TextFault<ActionNameFault>(ActionNameFault.Empty, 0);
        }

        if (text.Length > ActionSyntax.MaximumLength)
        {
            return new TextFault<ActionNameFault>(ActionNameFault.TooLong, ActionSyntax.MaximumLength);
        }

        if (text.IndexOf('*', StringComparison.Ordinal) is var star and >= 0)
        {
            return new TextFault<ActionNameFault>(ActionNameFault.APattern, star);
        }

        if (Plaintext.FirstBadCharacter(text) is var bad and >= 0)
        {
            return new TextFault<ActionNameFault>(ActionNameFault.WithACharacterThatNoNameHas, bad);
        }

        return strictness == Strictness.Strict && Irregularity(text) is { } fault ? fault : new ActionName(text.Trim());
    }

    /// <summary>Determines whether two names are the same, ignoring case.</summary>
    /// <param name="other">The other name.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(ActionName? other) => other is not null && Canonical == other.Canonical;

    /// <inheritdoc/>
    public override int GetHashCode() => Hash;

    /// <summary>Returns the text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    /// <summary>Names an operation in code. For constants of this library only.</summary>
    internal static ActionName Of(string text) => Read(text).Expect();

    /// <summary>Names an operation that an analysis made up of well-formed segments, be they many.</summary>
    internal static ActionName OfSegments(string text) => new(text);

    static ActionName IParsable<ActionName>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<ActionName>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActionName result) =>
        TextValue.TryParse(s, Read, out result);

    static ActionName ISpanParsable<ActionName>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<ActionName>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActionName result) =>
        TextValue.TryParse(s.ToString(), Read, out result);

    private static TextFault<ActionNameFault>? Irregularity(string text)
    {
        if (ActionSyntax.SurroundingBlank(text) is { } blank)
        {
            return new TextFault<ActionNameFault>(ActionNameFault.SurroundedByBlanks, blank);
        }

        if (ActionSyntax.ForeignCharacter(text) is { } foreign)
        {
            return new TextFault<ActionNameFault>(ActionNameFault.WithAForeignCharacter, foreign);
        }

        if (ActionSyntax.EmptySegment(text) is { } empty)
        {
            return new TextFault<ActionNameFault>(ActionNameFault.WithAnEmptySegment, empty);
        }

        return text.Contains('/', StringComparison.Ordinal)
            ? null
            : new TextFault<ActionNameFault>(ActionNameFault.WithoutAProvider, text.Length);
    }
}
