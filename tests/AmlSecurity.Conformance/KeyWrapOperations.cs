using System.Text.Json.Nodes;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Conformance;

/// <summary>The operations that wrap and unwrap a key under another.</summary>
internal static class KeyWrapOperations
{
    private const int LongestSecret = 4096;

    public static JsonObject Wrap(Arguments request)
    {
        var isPadded = IsPadded(request);
        var key = KeyOf(request);
        var secret = request.Bytes("data");
        var isPossible = isPadded ? secret.Length >= 1 : secret.Length >= 16 && secret.Length % 8 == 0;
        if (!isPossible || secret.Length > LongestSecret)
        {
            throw OperationException.Malformed($"`data` has {secret.Length} bytes, which this algorithm does not wrap");
        }

        if (isPadded)
        {
            return EncryptionOperations.DataOf(AesKeyWrapPadded.Wrap(key, secret));
        }

        using var wrap = new AesKeyWrap(key);
        var wrapped = new byte[secret.Length + AesKeyWrap.Overhead];
        wrap.Wrap(secret, wrapped);
        return EncryptionOperations.DataOf(wrapped);
    }

    public static JsonObject Unwrap(Arguments request)
    {
        var isPadded = IsPadded(request);
        var key = KeyOf(request);
        var wrapped = request.Bytes("data");
        if (isPadded)
        {
            return AesKeyWrapPadded.TryUnwrap(key, wrapped, out var padded)
                ? EncryptionOperations.DataOf(padded)
                : throw EncryptionOperations.NotAuthentic();
        }

        using var wrap = new AesKeyWrap(key);
        var secret = new byte[Math.Max(wrapped.Length - AesKeyWrap.Overhead, 0)];
        return wrap.TryUnwrap(wrapped, secret)
            ? EncryptionOperations.DataOf(secret)
            : throw EncryptionOperations.NotAuthentic();
    }

    private static bool IsPadded(Arguments request) => request.Choice("alg", ("A256KW", false), ("A256KWP", true));

    private static byte[] KeyOf(Arguments request) =>
        request.Bytes("key").Exactly("key", Cobblestone256.KeyLength);
}
