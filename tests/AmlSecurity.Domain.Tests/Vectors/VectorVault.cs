using System.Security.Cryptography;
using System.Text.Json;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Vectors;

/// <summary>Unwraps with the published keys of test vectors.</summary>
internal sealed class VectorVault(IEnumerable<JsonElement> keys) : IDataKeyUnwrapper
{
    private readonly JsonElement[] _keys = [.. keys];
    private int _asked;

    /// <summary>Gets how often it was asked.</summary>
    public int Asked => _asked;

    /// <summary>Gets the list that allows every key in it.</summary>
    public AllowedKeys Allowed => AllowedKeys.Of(_keys.Select(key => EnvelopeVectors.Text(key, "uri")));

    public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey)
    {
        Interlocked.Increment(ref _asked);
        var key = Array.Find(_keys, known =>
            EnvelopeVectors.Algorithm(known) == stanza.Algorithm
            && EnvelopeVectors.Text(known, "uri") == stanza.KeyUri
            && EnvelopeVectors.Text(known, "version") == stanza.KeyVersion);
        return key.ValueKind == JsonValueKind.Undefined ? UnwrapOutcome.Denied
            : Unwrap(stanza, EnvelopeVectors.Bytes(key, "key"), dataKey) ? UnwrapOutcome.Unwrapped
            : UnwrapOutcome.Failed;
    }

    private static bool Unwrap(KeyStanza stanza, byte[] key, Span<byte> dataKey)
    {
        if (stanza.Algorithm == KeyWrapAlgorithm.A256KW)
        {
            using var wrap = new AesKeyWrap(key);
            return wrap.TryUnwrap(stanza.WrappedKey.AsSpan(), dataKey);
        }

        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key, out _);
        return RsaOaep256.TryUnwrap(rsa, stanza.WrappedKey.AsSpan(), dataKey);
    }
}
