using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The id of a role definition: a GUID, alone or at the end of a resource id.</summary>
/// <remarks>
/// One role is named by many paths (<c>/subscriptions/{id}/providers/…/roleDefinitions/{guid}</c> for every
/// subscription), so only the last segment counts. Lenient reading keeps a segment that is no GUID. Equal by it,
/// ignoring case; no order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<RoleDefinitionId>))]
[TypeConverter(typeof(TextTypeConverter<RoleDefinitionId>))]
public sealed record RoleDefinitionId : ISpanParsable<RoleDefinitionId>
{
    private const int MaximumLength = 2048;

    private RoleDefinitionId(string text, string name)
    {
        Text = text;
        Name = name;
        Canonical = CaseFolding.Fold(Plaintext.IsGuidWithoutDashes(name) ? Guid.Parse(name).ToString("D") : name);
        IsGuid = Plaintext.IsGuid(Canonical);
    }

    /// <summary>Gets the text as written.</summary>
    public string Text { get; }

    /// <summary>Gets the last segment, a GUID in every real directory.</summary>
    public string Name { get; }

    /// <summary>Gets the lower-cased last segment by which ids are compared; a GUID with dashes.</summary>
    internal string Canonical { get; }

    /// <summary>Gets a value indicating whether the last segment is a GUID, with or without dashes.</summary>
    internal bool IsGuid { get; }

    /// <summary>Reads an id strictly.</summary>
    /// <param name="text">A GUID, with or without dashes, or a resource id that ends in one.</param>
    /// <returns>The id, or why the text is not one.</returns>
    public static OneOf<RoleDefinitionId, TextFault<RoleDefinitionIdFault>> Read(string? text) =>
        Read(text, Strictness.Strict);

    /// <summary>Reads an id.</summary>
    /// <param name="text">A GUID, or a resource id that ends in one; leniently any other name.</param>
    /// <param name="strictness">Whether a name that is no GUID is kept.</param>
    /// <returns>The id, or why the text is not one.</returns>
    public static OneOf<RoleDefinitionId, TextFault<RoleDefinitionIdFault>> Read(string? text, Strictness strictness)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new TextFault<RoleDefinitionIdFault>(RoleDefinitionIdFault.Empty, 0);
        }

        if (text.Length > MaximumLength)
        {
            return new TextFault<RoleDefinitionIdFault>(RoleDefinitionIdFault.TooLong, MaximumLength);
        }

        if (Plaintext.FirstBadCharacter(text) is var bad and >= 0)
        {
            return new TextFault<RoleDefinitionIdFault>(RoleDefinitionIdFault.WithACharacterThatNoNameHas, bad);
        }

        var segments = text.Split('/');
        var isPath = segments.Length > 1;
        var namesARole = segments[^1].Length > 0
            && (!isPath || segments[^2].Equals("roleDefinitions", StringComparison.OrdinalIgnoreCase));
        var nameAt = text.Length - segments[^1].Length;
        if (!namesARole)
        {
            return new TextFault<RoleDefinitionIdFault>(RoleDefinitionIdFault.NotAPathToARoleDefinition, nameAt);
        }

        var isGuid = Plaintext.IsGuid(segments[^1]) || Plaintext.IsGuidWithoutDashes(segments[^1]);
        return strictness == Strictness.Strict && !isGuid
            ? new TextFault<RoleDefinitionIdFault>(RoleDefinitionIdFault.NotAGuid, nameAt)
            : new RoleDefinitionId(text, segments[^1]);
    }

    /// <summary>Determines whether two ids name the same role.</summary>
    /// <param name="other">The other id.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(RoleDefinitionId? other) => other is not null && Canonical == other.Canonical;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Canonical);

    /// <summary>Returns the text as written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    static RoleDefinitionId IParsable<RoleDefinitionId>.Parse(string s, IFormatProvider? provider) =>
        TextValue.Parse(s, Read);

    static bool IParsable<RoleDefinitionId>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RoleDefinitionId result) =>
        TextValue.TryParse(s, Read, out result);

    static RoleDefinitionId ISpanParsable<RoleDefinitionId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<RoleDefinitionId>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out RoleDefinitionId result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
