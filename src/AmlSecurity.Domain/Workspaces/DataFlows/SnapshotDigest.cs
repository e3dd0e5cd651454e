using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using AmlSecurity.Domain.Auditing;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What names a snapshot of source code: the SHA-256 of its manifest (FLOW-08).</summary>
/// <remarks>
/// As text <c>sha256:</c> and 64 lower-case hexadecimal digits, one text for each digest. The manifest is described in
/// <c>docs/lineage.md</c>. Equal by its bytes; no order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<SnapshotDigest>))]
[TypeConverter(typeof(TextTypeConverter<SnapshotDigest>))]
public sealed record SnapshotDigest : ISpanParsable<SnapshotDigest>
{
    private const string Prefix = "sha256:";
    private const int Length = 7 + (Hash256.Length * 2);

    internal SnapshotDigest(Hash256 hash) => Hash = hash;

    /// <summary>Gets the 32 bytes.</summary>
    public Hash256 Hash { get; }

    /// <summary>Reads a digest.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The digest, or why the text is not one.</returns>
    public static OneOf<SnapshotDigest, TextFault<SnapshotDigestFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<SnapshotDigestFault>(SnapshotDigestFault.Empty, 0);
        }

        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return new TextFault<SnapshotDigestFault>(SnapshotDigestFault.WithoutItsPrefix, 0);
        }

        for (var at = Prefix.Length; at < text.Length && at < Length; at++)
        {
            if (!char.IsAsciiHexDigitLower(text[at]))
            {
                return new TextFault<SnapshotDigestFault>(SnapshotDigestFault.WithACharacterThatIsNoDigit, at);
            }
        }

        return text.Length == Length
            ? new SnapshotDigest(new Hash256(Convert.FromHexString(text.AsSpan(Prefix.Length))))
            : new TextFault<SnapshotDigestFault>(
                SnapshotDigestFault.OfAnotherLength, Math.Min(text.Length, Length));
    }

    /// <summary>Returns the digest as text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Prefix}{Hash}";

    static SnapshotDigest IParsable<SnapshotDigest>.Parse(string s, IFormatProvider? provider) =>
        TextValue.Parse(s, Read);

    static bool IParsable<SnapshotDigest>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SnapshotDigest result) =>
        TextValue.TryParse(s, Read, out result);

    static SnapshotDigest ISpanParsable<SnapshotDigest>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<SnapshotDigest>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out SnapshotDigest result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
