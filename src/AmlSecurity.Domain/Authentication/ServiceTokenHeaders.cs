using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Makes the headers that a token of one key may have: three members, in any of their six orders.</summary>
internal static class ServiceTokenHeaders
{
    public const string Type = "aml-run+jwt";

    private const int LongestId = 64;

    // Nothing that JSON would escape: a key has one name in one spelling.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Gets the header that is written, encoded.</summary>
    public static byte[] WrittenBy(string keyId, ServiceTokenAlgorithm algorithm)
    {
        var (alg, typ, kid) = MembersOf(keyId, algorithm);
        return Encode(alg, typ, kid);
    }

    /// <summary>Gets all headers that are read, encoded.</summary>
    public static ImmutableArray<byte[]> ReadFrom(string keyId, ServiceTokenAlgorithm algorithm)
    {
        var (alg, typ, kid) = MembersOf(keyId, algorithm);
        return
        [
            Encode(alg, typ, kid),
            Encode(alg, kid, typ),
            Encode(typ, alg, kid),
            Encode(typ, kid, alg),
            Encode(kid, alg, typ),
            Encode(kid, typ, alg),
        ];
    }

    public static void RefuseBadId(string keyId)
    {
        ArgumentNullException.ThrowIfNull(keyId);
        if (keyId.Length is 0 or > LongestId || keyId.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException(
                $"the name of a key has 1 to {LongestId} letters, digits, dashes, underscores and dots", nameof(keyId));
        }
    }

    private static (string Alg, string Typ, string Kid) MembersOf(string keyId, ServiceTokenAlgorithm algorithm) =>
        ($"\"alg\":\"{algorithm}\"", $"\"typ\":\"{Type}\"", $"\"kid\":\"{keyId}\"");

    private static byte[] Encode(params string[] members) =>
        Base64Url.EncodeToUtf8(Encoding.ASCII.GetBytes($"{{{string.Join(',', members)}}}"));
}
