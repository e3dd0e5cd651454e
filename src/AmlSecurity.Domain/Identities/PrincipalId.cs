using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Identities;

/// <summary>The object id of a principal in its directory.</summary>
/// <remarks>
/// A GUID; lenient reading also keeps another name of 1 to 256 characters. A GUID is normalised to lower case with
/// dashes. Equal ignoring case; no order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<PrincipalId>))]
[TypeConverter(typeof(TextTypeConverter<PrincipalId>))]
public sealed record PrincipalId : ISpanParsable<PrincipalId>
{
    private const int MaximumLength = 256;

    private PrincipalId(string text)
    {
        IsGuid = Plaintext.IsGuid(text) || Plaintext.IsGuidWithoutDashes(text);
        Text = IsGuid ? Guid.Parse(text).ToString("D") : text;
        Canonical = CaseFolding.Fold(Text);
        Hash = TextHash.Of(Canonical);
    }

    /// <summary>Gets the id that stands for every principal in a deny assignment: the zero GUID,
    /// <c>SystemDefined</c>.</summary>
    public static PrincipalId Everyone { get; } = new(Guid.Empty.ToString("D"));

    /// <summary>Gets the id as text; a GUID in lower case with dashes.</summary>
    public string Text { get; }

    /// <summary>Gets the form to compare: the text in lower case.</summary>
    internal string Canonical { get; }

    /// <summary>Gets the hash of <see cref="Canonical"/>.</summary>
    internal int Hash { get; }

    /// <summary>Gets a value indicating whether this is a GUID, as every id in a real directory is.</summary>
    public bool IsGuid { get; }

    /// <summary>Reads an id strictly.</summary>
    /// <param name="text">A GUID, with or without dashes.</param>
    /// <returns>The id, or why the text is not one.</returns>
    public static OneOf<PrincipalId, TextFault<PrincipalIdFault>> Read(string? text) => Read(text, Strictness.Strict);

    /// <summary>Reads an id.</summary>
    /// <param name="text">A GUID; leniently any name.</param>
    /// <param name="strictness">Whether a name that is no GUID is kept.</param>
    /// <returns>The id, or why the text is not one.</returns>
    public static OneOf<PrincipalId, TextFault<PrincipalIdFault>> Read(string? text, Strictness strictness)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new TextFault<PrincipalIdFault>(PrincipalIdFault.Empty, 0);
        }

        if (text.Length > MaximumLength)
        {
            return new TextFault<PrincipalIdFault>(PrincipalIdFault.TooLong, MaximumLength);
        }

        if (Plaintext.FirstBadCharacter(text) is var bad and >= 0)
        {
            return new TextFault<PrincipalIdFault>(PrincipalIdFault.WithACharacterThatNoNameHas, bad);
        }

        var id = new PrincipalId(text);
        return id.IsGuid || strictness == Strictness.Lenient
            ? id
            : new TextFault<PrincipalIdFault>(PrincipalIdFault.NotAGuid, 0);
    }

    /// <summary>Determines whether two ids are the same, ignoring case.</summary>
    /// <param name="other">The other id.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(PrincipalId? other) => other is not null && Canonical == other.Canonical;

    /// <inheritdoc/>
    public override int GetHashCode() => Hash;

    /// <summary>Returns the text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    static PrincipalId IParsable<PrincipalId>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<PrincipalId>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PrincipalId result) =>
        TextValue.TryParse(s, Read, out result);

    static PrincipalId ISpanParsable<PrincipalId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<PrincipalId>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out PrincipalId result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
