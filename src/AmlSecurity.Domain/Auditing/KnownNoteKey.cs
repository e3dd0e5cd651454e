using System.Collections.Immutable;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A trusted key with what the platform makes of it.</summary>
/// <remarks>A platform key is for one thread at a time; up to four are kept ready. Safe for concurrent use.</remarks>
internal sealed class KnownNoteKey(TrustedNoteKey trusted) : IDisposable
{
    private const int PooledKeys = 4;

    private readonly ECParameters _public = P256PublicKey.ToParameters(trusted.Key.SubjectPublicKeyInfo.AsSpan());
    private readonly ECDsa?[] _pool = new ECDsa?[PooledKeys];

    public TrustedNoteKey Trusted { get; } = trusted;

    public bool HasSigned(ReadOnlySpan<byte> body, ImmutableArray<byte> signature)
    {
        var key = Rent() ?? ECDsa.Create(_public);
        var isSigned = key.VerifyData(
            body, signature.AsSpan(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
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
