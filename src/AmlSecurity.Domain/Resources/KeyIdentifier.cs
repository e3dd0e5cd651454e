using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Resources;

/// <summary>The URL of a key in a Key Vault, with or without the version of the key.</summary>
/// <remarks>
/// <c>https://{vault}.{suffix}/keys/{name}[/{version}]</c>, at most 222 characters: a vault of 3 to 24, a name of 1 to
/// 127 and a version of 32. Suffixes are <c>vault.azure.net</c>, <c>vault.azure.cn</c>, <c>vault.usgovcloudapi.net</c>
/// and <c>vault.microsoftazure.de</c>. Without a version it is a base identifier, which means the newest one. Keeps the
/// spelling of vault, name and version; equal ignoring case; no order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<KeyIdentifier>))]
[TypeConverter(typeof(TextTypeConverter<KeyIdentifier>))]
public sealed record KeyIdentifier : ISpanParsable<KeyIdentifier>
{
    private KeyIdentifier(string vault, string vaultUrl, string name, string? version)
    {
        Vault = vault;
        VaultUrl = vaultUrl;
        Name = name;
        Version = version;
        Text = version is null ? $"{vaultUrl}/keys/{name}" : $"{vaultUrl}/keys/{name}/{version}";
        Canonical = CaseFolding.Fold(Text);
    }

    /// <summary>Gets the whole URL, without a slash at the end.</summary>
    public string Text { get; }

    /// <summary>Gets the form to compare: the URL in lower case.</summary>
    public string Canonical { get; }

    /// <summary>Gets the name of the vault as it was written.</summary>
    public string Vault { get; }

    /// <summary>Gets the URL of the vault, <c>https://{vault}.{suffix}</c>, without a slash at the end.</summary>
    public string VaultUrl { get; }

    /// <summary>Gets the name of the key as it was written.</summary>
    public string Name { get; }

    /// <summary>Gets the version of the key as written, or <see langword="null"/> in a base identifier.</summary>
    public string? Version { get; }

    /// <summary>Gets a value indicating whether a version of the key is named.</summary>
    [MemberNotNullWhen(true, nameof(Version))]
    public bool HasVersion => Version is not null;

    /// <summary>Gets the identifier of the same key without a version.</summary>
    public KeyIdentifier BaseIdentifier => HasVersion ? new KeyIdentifier(Vault, VaultUrl, Name, null) : this;

    /// <summary>Reads a key identifier with or without a version.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The identifier, or why the text is not one.</returns>
    public static OneOf<KeyIdentifier, TextFault<KeyIdentifierFault>> Read(string? text) =>
        Read(text, KeyIdentifierUse.Any);

    /// <summary>Reads a key identifier for one use.</summary>
    /// <param name="text">The text.</param>
    /// <param name="use">The use, which may require or forbid a version.</param>
    /// <returns>The identifier, or why the text is not one for that use.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such use.</exception>
    public static OneOf<KeyIdentifier, TextFault<KeyIdentifierFault>> Read(string? text, KeyIdentifierUse use)
    {
        if (!Enum.IsDefined(use))
        {
            throw new ArgumentOutOfRangeException(nameof(use));
        }

        var reader = new KeyIdentifierReader(text ?? string.Empty);
        if (!reader.ReadVault() || !reader.ReadKey())
        {
            return reader.Fault;
        }

        return use switch
        {
            KeyIdentifierUse.Workspace or KeyIdentifierUse.ContainerInstance when reader.Version is null =>
                new TextFault<KeyIdentifierFault>(KeyIdentifierFault.WithoutAVersion, text!.Length),
            KeyIdentifierUse.CosmosDb when reader.Version is { } version =>
                new TextFault<KeyIdentifierFault>(KeyIdentifierFault.WithAVersion, text!.Length - version.Length),
            _ => From(reader, reader.Name, reader.Version),
        };
    }

    /// <summary>Creates the identifier from the three values that a container group takes (ENC-29).</summary>
    /// <param name="vaultBaseUrl">The URL of the vault, with one slash at the end or none.</param>
    /// <param name="name">The name of the key.</param>
    /// <param name="version">The version of the key.</param>
    /// <returns>The identifier, or why the first bad value is bad, with the offset in that value.</returns>
    public static OneOf<KeyIdentifier, TextFault<KeyIdentifierFault>> Create(
        string? vaultBaseUrl, string? name, string? version)
    {
        var vault = new KeyIdentifierReader(vaultBaseUrl ?? string.Empty);
        if (!vault.ReadVault() || !vault.ReadEnd())
        {
            return vault.Fault;
        }

        if (string.IsNullOrEmpty(name))
        {
            return new TextFault<KeyIdentifierFault>(KeyIdentifierFault.WithoutAKey, 0);
        }

        if (string.IsNullOrEmpty(version))
        {
            return new TextFault<KeyIdentifierFault>(KeyIdentifierFault.WithoutAVersion, 0);
        }

        var first = new KeyIdentifierReader(name);
        var second = new KeyIdentifierReader(version);
        return !first.ReadName(name) ? first.Fault
            : !second.ReadVersion(version) ? second.Fault
            : From(vault, first.Name, second.Version);
    }

    /// <summary>Determines whether the key is in the vault that a resource id names (DEC-03).</summary>
    /// <param name="vault">The resource id, such as the one given as <c>cmk_keyvault</c>.</param>
    /// <returns><see langword="true"/> if that is a Key Vault of the same name, ignoring case.</returns>
    public bool IsIn(ResourceId vault)
    {
        ArgumentNullException.ThrowIfNull(vault);
        return vault.ResourceType is { } type
            && Ascii.EqualsIgnoreCase(type, "Microsoft.KeyVault/vaults")
            && vault.Name is { } name
            && Ascii.EqualsIgnoreCase(name, Vault);
    }

    /// <summary>Determines whether another identifier names the same key and version.</summary>
    /// <param name="other">The other identifier.</param>
    /// <returns><see langword="true"/> if the canonical forms are equal.</returns>
    public bool Equals(KeyIdentifier? other) => other is not null && Canonical == other.Canonical;

    /// <summary>Returns a hash code of the canonical form.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => Canonical.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the whole URL.</summary>
    /// <returns>The URL.</returns>
    public override string ToString() => Text;

    static KeyIdentifier IParsable<KeyIdentifier>.Parse(string s, IFormatProvider? provider) =>
        TextValue.Parse(s, Read);

    static bool IParsable<KeyIdentifier>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out KeyIdentifier result) =>
        TextValue.TryParse(s, Read, out result);

    static KeyIdentifier ISpanParsable<KeyIdentifier>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<KeyIdentifier>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out KeyIdentifier result) =>
        TextValue.TryParse(s.ToString(), Read, out result);

    private static KeyIdentifier From(KeyIdentifierReader vault, string name, string? version) =>
        new(vault.Vault, $"https://{vault.Vault}.{vault.Suffix}", name, version);
}
