using System.Security.Cryptography;
using NSec.Cryptography;

namespace AmlSecurity.Benchmarks.Encryption.Peers;

/// <summary>AES-256-GCM of NSec (libsodium) with a counter as nonce. No key of its own for each message.</summary>
internal sealed class NSecPeer : IPeer, IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly Key _key;
    private readonly byte[] _sealed;
    private readonly byte[] _opened;
    private long _count;

    private NSecPeer(int longest)
    {
        _key = Key.Import(AeadAlgorithm.Aes256Gcm, new byte[32], KeyBlobFormat.RawSymmetricKey);
        _sealed = new byte[NonceLength + longest + TagLength];
        _opened = new byte[longest];
    }

    /// <summary>Makes the peer where the processor has the instructions that it needs; elsewhere another in its place.</summary>
    public static IPeer Or(IPeer other, int longest) => Aes256Gcm.IsSupported ? new NSecPeer(longest) : other;

    public object Seal(byte[] plaintext)
    {
        var nonce = _sealed.AsSpan(0, NonceLength);
        BitConverter.TryWriteBytes(nonce, ++_count);
        AeadAlgorithm.Aes256Gcm.Encrypt(_key, nonce, [], plaintext, _sealed.AsSpan(NonceLength));
        return _sealed;
    }

    public byte[] Open(object sealedText)
    {
        ReadOnlySpan<byte> given = (byte[])sealedText;
        return AeadAlgorithm.Aes256Gcm.Decrypt(_key, given[..NonceLength], [], given[NonceLength..], _opened)
            ? _opened
            : throw new CryptographicException("not authentic");
    }

    public void Dispose() => _key.Dispose();
}
