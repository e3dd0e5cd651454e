using AmlSecurity.Domain.Resources;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>One exact version of one key-encryption key.</summary>
/// <remarks>Bounds and canonical form are those of <see cref="KeyStanza"/>. Equal by both members; no order. Immutable,
/// hence safe for concurrent use.</remarks>
public sealed record KeyVersionId
{
    // For parts that have been checked.
    internal KeyVersionId(string keyUri, string version)
    {
        KeyUri = keyUri;
        Version = version;
    }

    /// <summary>Gets the address of the key, without version.</summary>
    public string KeyUri { get; }

    /// <summary>Gets the exact name within the key.</summary>
    public string Version { get; }

    /// <summary>Creates a name from its parts.</summary>
    /// <param name="keyUri">The address, in any form that <see cref="KeyStanza.Canonicalize"/> takes.</param>
    /// <param name="version">The exact version.</param>
    /// <returns>The name, or why there is none; the offset is that in the address or version.</returns>
    public static OneOf<KeyVersionId, TextFault<KeyStanzaFault>> Create(string keyUri, string version)
    {
        ArgumentNullException.ThrowIfNull(keyUri);
        ArgumentNullException.ThrowIfNull(version);
        var canonical = KeyStanza.Canonicalize(keyUri);
        return KeyStanza.Check(canonical, version) is { } fault ? fault : new KeyVersionId(canonical, version);
    }

    /// <summary>Gets the version of a key that its full address names, as a workspace takes it (ENC-18).</summary>
    /// <param name="key">The address, with a version.</param>
    /// <returns>The name, or that the version is missing.</returns>
    public static OneOf<KeyVersionId, TextFault<KeyStanzaFault>> Create(KeyIdentifier key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Create(key.BaseIdentifier.Canonical, CaseFolding.Fold(key.Version ?? ""));
    }

    /// <summary>Gets the version that a stanza names.</summary>
    /// <param name="stanza">The stanza.</param>
    /// <returns>The name.</returns>
    public static KeyVersionId Of(KeyStanza stanza)
    {
        ArgumentNullException.ThrowIfNull(stanza);
        return new KeyVersionId(stanza.KeyUri, stanza.KeyVersion);
    }

    /// <summary>Returns the address and the version, separated by a slash.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{KeyUri}/{Version}";
}
