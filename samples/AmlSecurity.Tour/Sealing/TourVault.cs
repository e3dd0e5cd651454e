using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;
using OneOf;

namespace AmlSecurity.Tour.Sealing;

/// <summary>Two keys in a software vault, an AES key and an RSA key; counts what it is asked.</summary>
internal sealed class TourVault : IKeyVault, IDataKeyUnwrapper, IDisposable
{
    public const string AesKey = "https://tour-workspace.vault.azure.net/keys/data";
    public const string RsaKey = "https://tour-recovery.vault.azure.net/keys/recovery";

    public static readonly KeyVersionId AesVersion = KeyVersionId.Create(AesKey, "8f3a0000000000000000000000000001").Expect();
    public static readonly KeyVersionId RsaVersion = KeyVersionId.Create(RsaKey, "41c70000000000000000000000000001").Expect();

    private int _unwraps;
    private int _wraps;

    public TourVault(IClock clock)
    {
        Keys = new SoftwareKeyVault(clock);
        Keys.CreateAes(AesVersion, new SystemRandomSource()).Expect();
        using var rsa = RSA.Create(RsaOaep256.MinimumKeySize);
        Keys.ImportRsa(RsaVersion, rsa).Expect();
    }

    public SoftwareKeyVault Keys { get; }

    /// <summary>Gets or sets a value indicating whether the vault answers.</summary>
    public bool IsReachable { get; set; } = true;

    /// <summary>Gets how often a data key was to be unwrapped.</summary>
    public int Unwraps => Volatile.Read(ref _unwraps);

    /// <summary>Gets how often a data key was to be wrapped.</summary>
    public int Wraps => Volatile.Read(ref _wraps);

    /// <summary>Wraps a data key under both keys.</summary>
    public async Task<ImmutableArray<KeyStanza>> WrapAsync(DataKey dataKey)
    {
        using var bytes = CopyOf(dataKey);
        return
        [
            (await WrapAsync(AesVersion, bytes, CancellationToken.None)).Expect(),
            (await WrapAsync(RsaVersion, bytes, CancellationToken.None)).Expect(),
        ];
    }

    public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey)
    {
        Interlocked.Increment(ref _unwraps);
        return Keys.Unwrap(stanza, dataKey);
    }

    public ValueTask<OneOf<KeyStanza, KeyRefusal>> WrapAsync(
        KeyVersionId key, SecretBytes dataKey, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _wraps);
        return IsReachable ? Keys.WrapAsync(key, dataKey, cancellation) : new(KeyRefusal.Unreachable);
    }

    public ValueTask<OneOf<SecretBytes, KeyRefusal>> UnwrapAsync(KeyStanza stanza, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _unwraps);
        return IsReachable ? Keys.UnwrapAsync(stanza, cancellation) : new(KeyRefusal.Unreachable);
    }

    public ValueTask<OneOf<ImmutableArray<KeyVersion>, KeyRefusal>> GetVersionsAsync(
        string keyUri, CancellationToken cancellation) => Keys.GetVersionsAsync(keyUri, cancellation);

    public void Dispose() => Keys.Dispose();

    private static SecretBytes CopyOf(DataKey dataKey)
    {
        if (!dataKey.TryLease(out var lease))
        {
            throw new InvalidOperationException("the data key is erased");
        }

        using (lease)
        {
            return SecretBytes.CopyOf(lease.Bytes);
        }
    }
}
