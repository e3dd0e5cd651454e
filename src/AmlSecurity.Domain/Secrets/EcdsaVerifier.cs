using System.Security.Cryptography;

namespace AmlSecurity.Domain.Secrets;

/// <summary>Verifies ECDSA signatures over SHA-256 with one public key, on any number of threads.</summary>
/// <remarks>A platform key is for one thread at a time: up to four are kept ready, and more are made where more threads
/// verify at once. Safe for concurrent use.</remarks>
internal sealed class EcdsaVerifier(ECParameters publicKey) : IDisposable
{
    private const int PooledKeys = 4;

    private readonly ECDsa?[] _pool = new ECDsa?[PooledKeys];

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, DSASignatureFormat format)
    {
        var key = Rent() ?? ECDsa.Create(publicKey);
        var isSigned = key.VerifyData(data, signature, HashAlgorithmName.SHA256, format);
        Return(key);
        return isSigned;
    }

    public void Dispose()
    {
        while (Rent() is { } pooled)
        {
            pooled.Dispose();
        }
    }

    private ECDsa? Rent()
    {
        for (var slot = 0; slot < _pool.Length; slot++)
        {
            if (_pool[slot] is not null && Interlocked.Exchange(ref _pool[slot], null) is { } key)
            {
                return key;
            }
        }

        return null;
    }

    private void Return(ECDsa key)
    {
        for (var slot = 0; slot < _pool.Length; slot++)
        {
            if (_pool[slot] is null && Interlocked.CompareExchange(ref _pool[slot], key, null) is null)
            {
                return;
            }
        }

        key.Dispose();
    }
}
