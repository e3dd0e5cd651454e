using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A public key that signatures of notes are verified with, such as <c>log.example+c0d23d6a+AjBZMBMG…</c>.
/// </summary>
/// <remarks>
/// Name, plus, key id as eight lower-case hexadecimal digits, plus, and the base64 of the type 0x02 (ECDSA, P-256 over
/// SHA-256) and the key as DER (SubjectPublicKeyInfo, RFC 5480). The key id is the first four bytes of the SHA-256 of
/// that DER: it finds a key and proves nothing. Equal by the text; no order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<NoteVerifierKey>))]
[TypeConverter(typeof(TextTypeConverter<NoteVerifierKey>))]
public sealed record NoteVerifierKey : ISpanParsable<NoteVerifierKey>
{
    /// <summary>The most characters of the text.</summary>
    public const int LongestText = 1024;

    private const int KeyIdDigits = 8;
    private const byte EcdsaType = 0x02;

    private readonly string _text;

    private NoteVerifierKey(string name, byte[] form)
    {
        Name = name;
        KeyId = P256PublicKey.KeyIdOf(form);
        SubjectPublicKeyInfo = ImmutableCollectionsMarshal.AsImmutableArray(form);
        _text = $"{name}+{KeyId:x8}+{Convert.ToBase64String([EcdsaType, .. form])}";
    }

    /// <summary>Gets the name: not empty, without a space and without a plus.</summary>
    public string Name { get; }

    /// <summary>Gets the number that tells keys of one name apart.</summary>
    public uint KeyId { get; }

    /// <summary>Gets the key as DER (RFC 5480).</summary>
    public ImmutableArray<byte> SubjectPublicKeyInfo { get; }

    /// <summary>Reads the text of a key.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The key, or why the text is none.</returns>
    public static OneOf<NoteVerifierKey, TextFault<NoteVerifierKeyFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Fault(NoteVerifierKeyFault.Empty, 0);
        }

        if (text.Length > LongestText)
        {
            return Fault(NoteVerifierKeyFault.TooLong, LongestText);
        }

        // Base64 has plus signs of its own.
        if (text.Split('+', 3) is not [var name, var keyId, var base64])
        {
            return Fault(NoteVerifierKeyFault.NotInThreeParts, text.Length);
        }

        if (!NoteText.IsKeyName(name))
        {
            return Fault(NoteVerifierKeyFault.WithAnUnsoundName, 0);
        }

        if (keyId.Length != KeyIdDigits || !keyId.All(char.IsAsciiHexDigitLower))
        {
            return Fault(NoteVerifierKeyFault.WithAnUnsoundKeyId, name.Length + 1);
        }

        return ReadKey(base64, out var form) is { } fault
            ? Fault(fault, name.Length + 1 + keyId.Length + 1)
            : P256PublicKey.KeyIdOf(form) != uint.Parse(keyId, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                ? Fault(NoteVerifierKeyFault.WithTheKeyIdOfAnother, name.Length + 1)
                : new NoteVerifierKey(name, form);
    }

    /// <summary>Gives a key a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="key">The key, on the curve P-256; only its public half is copied.</param>
    /// <returns>The verifier key.</returns>
    /// <exception cref="ArgumentException">The name is none or too long, or the key not on P-256.</exception>
    public static NoteVerifierKey Create(string name, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(key);
        if (!NoteText.IsKeyName(name))
        {
            throw new ArgumentException("the name is empty, or holds what no name of a key may", nameof(name));
        }

        var named = new NoteVerifierKey(name, P256PublicKey.Write(key));
        return named._text.Length <= LongestText
            ? named
            : throw new ArgumentException("the name is too long", nameof(name));
    }

    /// <summary>Determines whether two keys have the same text.</summary>
    /// <param name="other">The other key.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(NoteVerifierKey? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>Returns the text that the key is read from.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text;

    static NoteVerifierKey IParsable<NoteVerifierKey>.Parse(string s, IFormatProvider? provider) =>
        TextValue.Parse(s, Read);

    static bool IParsable<NoteVerifierKey>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out NoteVerifierKey result) =>
        TextValue.TryParse(s, Read, out result);

    static NoteVerifierKey ISpanParsable<NoteVerifierKey>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<NoteVerifierKey>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out NoteVerifierKey result) =>
        TextValue.TryParse(s.ToString(), Read, out result);

    private static TextFault<NoteVerifierKeyFault> Fault(NoteVerifierKeyFault kind, int offset) => new(kind, offset);

    private static NoteVerifierKeyFault? ReadKey(string base64, out byte[] form)
    {
        form = [];
        switch (CanonicalBase64.TryDecode(Encoding.UTF8.GetBytes(base64)))
        {
            case null or []:
                return NoteVerifierKeyFault.WithUnsoundBase64;
            case [EcdsaType, .. var key]:
                form = key;
                return P256PublicKey.FaultIn(key);
            default:
                return NoteVerifierKeyFault.OfAnUnknownType;
        }
    }
}
