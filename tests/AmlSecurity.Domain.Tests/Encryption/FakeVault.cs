using System.Collections.Concurrent;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>A vault that wraps with AES under keys made up from their addresses, and writes down who asked for what.</summary>
internal sealed class FakeVault : IDataKeyUnwrapper
{
    private readonly ConcurrentQueue<KeyStanza> _asked = new();

    /// <summary>Gets or sets what a stanza is answered with; null is the truth.</summary>
    public Func<KeyStanza, UnwrapOutcome?> Answer { get; init; } = _ => null;

    public IReadOnlyCollection<KeyStanza> Asked => _asked;

    public static KeyStanza Wrap(ReadOnlySpan<byte> dataKey, string uri = Lab.KeyUri, string version = Lab.Version)
    {
        using var wrap = new AesKeyWrap(KeyOf(uri, version));
        var wrapped = new byte[dataKey.Length + AesKeyWrap.Overhead];
        wrap.Wrap(dataKey, wrapped);
        return KeyStanza.Create(KeyWrapAlgorithm.A256KW, uri, version, wrapped).Expect();
    }

    public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey)
    {
        _asked.Enqueue(stanza);
        if (Answer(stanza) is { } answer)
        {
            return answer;
        }

        using var wrap = new AesKeyWrap(KeyOf(stanza.KeyUri, stanza.KeyVersion));
        return wrap.TryUnwrap(stanza.WrappedKey.AsSpan(), dataKey) ? UnwrapOutcome.Unwrapped : UnwrapOutcome.Failed;
    }

    private static byte[] KeyOf(string uri, string version) =>
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{uri}/{version}"));
}
