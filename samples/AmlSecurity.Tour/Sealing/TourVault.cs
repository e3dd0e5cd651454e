using System.Security.Cryptography;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Tour.Sealing;

/// <summary>Two key-encryption keys in memory, in place of two vaults: an AES key and an RSA key.</summary>
internal sealed class TourVault : IDataKeyUnwrapper, IDisposable
{
    public const string AesKey = "https://tour-workspace.vault.azure.net/keys/data";
    public const string RsaKey = "https://tour-recovery.vault.azure.net/keys/recovery";

    private const string AesVersion = "8f3a0000000000000000000000000002";
    private const string RsaVersion = "41c70000000000000000000000000001";

    private readonly byte[] _aes = RandomNumberGenerator.GetBytes(Cobblestone256.KeyLength);
    private readonly RSA _rsa = RSA.Create(RsaOaep256.MinimumKeySize);
    private int _unwraps;

    /// <summary>Gets how often a key was asked for.</summary>
    public int Unwraps => Volatile.Read(ref _unwraps);

    public KeyStanza[] Wrap(DataKey dataKey)
    {
        if (!dataKey.TryLease(out var lease))
        {
            throw new InvalidOperationException("the data key is erased");
        }

        using (lease)
        using (var aes = new AesKeyWrap(_aes))
        {
            var wrapped = new byte[lease.Bytes.Length + AesKeyWrap.Overhead];
            aes.Wrap(lease.Bytes, wrapped);
            return
            [
                KeyStanza.Create(KeyWrapAlgorithm.A256KW, AesKey, AesVersion, wrapped).Expect(),
                KeyStanza.Create(
                    KeyWrapAlgorithm.RsaOaep256, RsaKey, RsaVersion, RsaOaep256.Wrap(_rsa, lease.Bytes)).Expect(),
            ];
        }
    }

    public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey)
    {
        Interlocked.Increment(ref _unwraps);
        using var aes = new AesKeyWrap(_aes);
        return (stanza.KeyUri, stanza.KeyVersion) switch
        {
            (AesKey, AesVersion) => Say(aes.TryUnwrap(stanza.WrappedKey.AsSpan(), dataKey)),
            (RsaKey, RsaVersion) => Say(RsaOaep256.TryUnwrap(_rsa, stanza.WrappedKey.AsSpan(), dataKey)),
            _ => UnwrapOutcome.Denied,
        };
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_aes);
        _rsa.Dispose();
    }

    private static UnwrapOutcome Say(bool isSound) => isSound ? UnwrapOutcome.Unwrapped : UnwrapOutcome.Failed;
}
