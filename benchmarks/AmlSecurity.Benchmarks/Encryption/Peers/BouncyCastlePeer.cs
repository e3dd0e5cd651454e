using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace AmlSecurity.Benchmarks.Encryption.Peers;

/// <summary>AES-256-GCM of BouncyCastle with a counter as nonce. No key of its own for each message.</summary>
internal sealed class BouncyCastlePeer(int longest) : IPeer
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly KeyParameter _key = new(new byte[32]);
    private readonly GcmBlockCipher _cipher = new(AesUtilities.CreateEngine());
    private readonly byte[] _sealed = new byte[NonceLength + longest + TagLength];
    private readonly byte[] _opened = new byte[longest];
    private long _count;

    public object Seal(byte[] plaintext)
    {
        var nonce = new byte[NonceLength];
        BitConverter.TryWriteBytes(nonce, ++_count);
        nonce.CopyTo(_sealed, 0);
        _cipher.Init(true, new AeadParameters(_key, TagLength * 8, nonce));
        var length = _cipher.ProcessBytes(plaintext, 0, plaintext.Length, _sealed, NonceLength);
        _cipher.DoFinal(_sealed, NonceLength + length);
        return _sealed;
    }

    public byte[] Open(object sealedText)
    {
        var given = (byte[])sealedText;
        _cipher.Init(false, new AeadParameters(_key, TagLength * 8, given[..NonceLength]));
        var length = _cipher.ProcessBytes(given, NonceLength, given.Length - NonceLength, _opened, 0);
        _cipher.DoFinal(_opened, length);
        return _opened;
    }
}
