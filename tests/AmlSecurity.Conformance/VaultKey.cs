using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Conformance;

/// <summary>One version of one key of a request.</summary>
internal sealed record VaultKey(string Uri, string Version, KeyWrapAlgorithm Algorithm, byte[] Bytes, bool IsEnabled)
{
    private static readonly (string Word, KeyWrapAlgorithm Meaning)[] Algorithms =
        [("A256KW", KeyWrapAlgorithm.A256KW), ("RSA-OAEP-256", KeyWrapAlgorithm.RsaOaep256)];

    public static VaultKey Of(Arguments key)
    {
        var algorithm = key.Choice("alg", Algorithms);
        var bytes = key.Bytes("key");
        if (algorithm == KeyWrapAlgorithm.A256KW)
        {
            bytes.Exactly("key", Cobblestone256.KeyLength);
        }
        else
        {
            RsaKeyBytes.Import(bytes).Rsa.Dispose();
        }

        var isEnabled = key.OptionalText("state") is null or "enabled";
        return new VaultKey(KeyStanza.Canonicalize(key.Text("uri")), key.Text("version"), algorithm, bytes, isEnabled);
    }

    /// <summary>Gets the name of an algorithm.</summary>
    public static string NameOf(KeyWrapAlgorithm algorithm) =>
        Array.Find(Algorithms, known => known.Meaning == algorithm).Word;

    public KeyStanza Wrap(ReadOnlySpan<byte> dataKey)
    {
        var wrapped = Algorithm == KeyWrapAlgorithm.A256KW ? WrapByAes(dataKey) : WrapByRsa(dataKey);
        return KeyStanza.Create(Algorithm, Uri, Version, wrapped).TryPickT0(out var stanza, out var fault)
            ? stanza
            : throw OperationException.Malformed($"{OperationException.Quote(Uri)} is no key: {fault}");
    }

    public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey)
    {
        if (!IsEnabled)
        {
            return UnwrapOutcome.Denied;
        }

        if (stanza.Algorithm != Algorithm)
        {
            return UnwrapOutcome.Failed;
        }

        return Algorithm == KeyWrapAlgorithm.A256KW
            ? UnwrapByAes(stanza.WrappedKey.AsSpan(), dataKey)
            : UnwrapByRsa(stanza.WrappedKey.AsSpan(), dataKey);
    }

    private byte[] WrapByAes(ReadOnlySpan<byte> dataKey)
    {
        using var wrap = new AesKeyWrap(Bytes);
        var wrapped = new byte[dataKey.Length + AesKeyWrap.Overhead];
        wrap.Wrap(dataKey, wrapped);
        return wrapped;
    }

    private UnwrapOutcome UnwrapByAes(ReadOnlySpan<byte> wrapped, Span<byte> dataKey)
    {
        using var wrap = new AesKeyWrap(Bytes);
        return wrap.TryUnwrap(wrapped, dataKey) ? UnwrapOutcome.Unwrapped : UnwrapOutcome.Failed;
    }

    private byte[] WrapByRsa(ReadOnlySpan<byte> dataKey)
    {
        using var rsa = RsaKeyBytes.Import(Bytes).Rsa;
        return RsaOaep256.Wrap(rsa, dataKey);
    }

    // A vault that has only the public half cannot unwrap at all.
    private UnwrapOutcome UnwrapByRsa(ReadOnlySpan<byte> wrapped, Span<byte> dataKey)
    {
        var (rsa, isPrivate) = RsaKeyBytes.Import(Bytes);
        using (rsa)
        {
            return !isPrivate ? UnwrapOutcome.Denied
                : RsaOaep256.TryUnwrap(rsa, wrapped, dataKey) ? UnwrapOutcome.Unwrapped
                : UnwrapOutcome.Failed;
        }
    }
}
