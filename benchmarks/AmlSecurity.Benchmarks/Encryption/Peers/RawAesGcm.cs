using System.Security.Cryptography;

namespace AmlSecurity.Benchmarks.Encryption.Peers;

/// <summary>The platform's AES-256-GCM with a counter as nonce: the floor. No key of its own for each message.</summary>
/// <param name="isReused">Whether one object serves all calls, which only one thread may do.</param>
/// <param name="longest">The longest plaintext.</param>
internal sealed class RawAesGcm(bool isReused, int longest) : IPeer, IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key = new byte[32];
    private readonly AesGcm _cipher = new(new byte[32], TagLength);
    private readonly byte[] _sealed = new byte[NonceLength + longest + TagLength];
    private readonly byte[] _opened = new byte[longest];
    private long _count;

    public object Seal(byte[] plaintext)
    {
        var nonce = _sealed.AsSpan(0, NonceLength);
        BitConverter.TryWriteBytes(nonce, ++_count);
        var body = _sealed.AsSpan(NonceLength, plaintext.Length);
        var tag = _sealed.AsSpan(NonceLength + plaintext.Length, TagLength);
        if (isReused)
        {
            _cipher.Encrypt(nonce, plaintext, body, tag);
            return _sealed;
        }

        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(nonce, plaintext, body, tag);
        return _sealed;
    }

    public byte[] Open(object sealedText)
    {
        ReadOnlySpan<byte> given = (byte[])sealedText;
        var nonce = given[..NonceLength];
        var body = given[NonceLength..^TagLength];
        var tag = given[^TagLength..];
        if (isReused)
        {
            _cipher.Decrypt(nonce, body, tag, _opened);
            return _opened;
        }

        using var cipher = new AesGcm(_key, TagLength);
        cipher.Decrypt(nonce, body, tag, _opened);
        return _opened;
    }

    public void Dispose() => _cipher.Dispose();
}
