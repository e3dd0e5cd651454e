using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>A data key wrapped under one exact version of one key-encryption key.</summary>
/// <remarks>
/// An address of up to 1,024 and a version of up to 128 bytes of UTF-8 without blanks and control characters. An
/// address of Key Vault is in lower case and without version (<see cref="KeyIdentifier.BaseIdentifier"/>), so that one
/// key has one address. A wrapped key has 40 bytes under A256KW, 256 to 2,048 under RSA-OAEP-256. Equal by all members;
/// no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record KeyStanza
{
    /// <summary>The longest address in bytes.</summary>
    public const int MaximumKeyUriLength = 1024;

    /// <summary>The longest version in bytes.</summary>
    public const int MaximumVersionLength = 128;

    private const int A256KwLength = Cobblestone256.KeyLength + AesKeyWrap.Overhead;

    private KeyStanza(KeyWrapAlgorithm algorithm, string keyUri, string keyVersion, ImmutableArray<byte> wrapped)
    {
        Algorithm = algorithm;
        KeyUri = keyUri;
        KeyVersion = keyVersion;
        WrappedKey = wrapped;
    }

    /// <summary>Gets how the data key is wrapped.</summary>
    public KeyWrapAlgorithm Algorithm { get; }

    /// <summary>Gets the address of the key-encryption key, without version.</summary>
    public string KeyUri { get; }

    /// <summary>Gets the exact version of the key-encryption key.</summary>
    public string KeyVersion { get; }

    /// <summary>Gets the wrapped data key.</summary>
    public ImmutableArray<byte> WrappedKey { get; }

    /// <summary>Creates a stanza.</summary>
    /// <param name="algorithm">How the data key is wrapped.</param>
    /// <param name="keyUri">The canonical address of the key-encryption key; <see cref="Canonicalize"/> makes
    /// it.</param>
    /// <param name="keyVersion">Its exact version.</param>
    /// <param name="wrappedKey">The wrapped data key.</param>
    /// <returns>The stanza, or why there is none; the offset is that in the address or version.</returns>
    public static OneOf<KeyStanza, TextFault<KeyStanzaFault>> Create(
        KeyWrapAlgorithm algorithm, string keyUri, string keyVersion, ReadOnlySpan<byte> wrappedKey)
    {
        ArgumentNullException.ThrowIfNull(keyUri);
        ArgumentNullException.ThrowIfNull(keyVersion);
        if (algorithm is not (KeyWrapAlgorithm.RsaOaep256 or KeyWrapAlgorithm.A256KW))
        {
            return new TextFault<KeyStanzaFault>(KeyStanzaFault.WithAnUnknownAlgorithm, 0);
        }

        if (Check(keyUri, keyVersion) is { } fault)
        {
            return fault;
        }

        return IsPossibleLength(algorithm, wrappedKey.Length)
            ? new KeyStanza(algorithm, keyUri, keyVersion, [.. wrappedKey])
            : new TextFault<KeyStanzaFault>(KeyStanzaFault.WithAWrappedKeyOfTheWrongLength, 0);
    }

    /// <summary>Brings the address of a key into its one form.</summary>
    /// <param name="keyUri">The address, of Key Vault or any other.</param>
    /// <returns>For Key Vault the base identifier in lower case; any other text unchanged.</returns>
    public static string Canonicalize(string keyUri) =>
        KeyIdentifier.Read(keyUri).TryPickT0(out var key, out _) ? key.BaseIdentifier.Canonical : keyUri;

    /// <summary>Determines whether two stanzas are the same in every member.</summary>
    /// <param name="other">The other stanza.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(KeyStanza? other) =>
        other is not null
        && Algorithm == other.Algorithm
        && KeyUri == other.KeyUri
        && KeyVersion == other.KeyVersion
        && WrappedKey.SequenceEqual(other.WrappedKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Algorithm, KeyUri, KeyVersion);

    /// <summary>Checks the name of a version of a key.</summary>
    internal static TextFault<KeyStanzaFault>? Check(string keyUri, string keyVersion) => (keyUri, keyVersion) switch
    {
        ("", _) => new(KeyStanzaFault.Empty, 0),
        (_, "") => new(KeyStanzaFault.WithoutAVersion, 0),
        _ when ForeignCharacter(keyUri) is { } at => new(KeyStanzaFault.WithAForeignCharacter, at),
        _ when ForeignCharacter(keyVersion) is { } at => new(KeyStanzaFault.WithAForeignCharacter, at),
        _ when Utf8Length(keyUri) > MaximumKeyUriLength => new(KeyStanzaFault.TooLong, 0),
        _ when Utf8Length(keyVersion) > MaximumVersionLength => new(KeyStanzaFault.TooLong, 0),
        _ when Canonicalize(keyUri) != keyUri => new(KeyStanzaFault.WithAnAddressThatIsNotCanonical, 0),
        _ => null,
    };

    private static bool IsPossibleLength(KeyWrapAlgorithm algorithm, int length) => algorithm == KeyWrapAlgorithm.A256KW
        ? length == A256KwLength
        : length is >= RsaOaep256.MinimumKeySize / 8 and <= 2048;

    private static int Utf8Length(string text) => System.Text.Encoding.UTF8.GetByteCount(text);

    private static int? ForeignCharacter(string text)
    {
        var bad = Plaintext.FirstBadCharacter(text);
        var blank = text.AsSpan().IndexOfAny(' ', '\u00A0');
        return (bad, blank) switch
        {
            ( < 0, < 0) => null,
            ( < 0, _) => blank,
            _ => bad,
        };
    }
}
