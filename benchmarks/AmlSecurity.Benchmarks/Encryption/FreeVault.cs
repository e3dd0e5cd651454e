using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;
using OneOf;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>A vault that costs nothing, because it hides nothing: what it wraps, it hands out as it is.</summary>
internal sealed class FreeVault : IKeyVault
{
    private const string KeyUri = "https://workspace.vault.azure.net/keys/data";

    public static readonly KeyVersionId Old = KeyVersionId.Create(KeyUri, "0123456789abcdef0123456789abcdef").Expect();
    public static readonly KeyVersionId New = KeyVersionId.Create(KeyUri, "fedcba9876543210fedcba9876543210").Expect();

    public static readonly KeyRing OldRing = KeyRing.StartingAt(Old, NodaConstants.UnixEpoch);

    public static readonly KeyRing NewRing = OldRing
        .Rotate(new KeyVersion(New.Version, NodaConstants.UnixEpoch), NodaConstants.UnixEpoch).Expect();

    public static EnvelopeSealer NewSealer(int capacity) => new(
        new FreeVault(),
        OldRing,
        new Clocks(SystemClock.Instance, () => Duration.FromTimeSpan(TimeSpan.FromMilliseconds(Environment.TickCount64))),
        new EnvelopeSealerOptions(CachedKeys: capacity));

    public ValueTask<OneOf<KeyStanza, KeyRefusal>> WrapAsync(
        KeyVersionId key, SecretBytes dataKey, CancellationToken cancellation)
    {
        dataKey.TryLease(out var lease);
        using (lease)
        {
            return new(KeyStanza.Create(
                KeyWrapAlgorithm.A256KW, key.KeyUri, key.Version, [.. lease.Bytes, 0, 0, 0, 0, 0, 0, 0, 0]).Expect());
        }
    }

    public ValueTask<OneOf<SecretBytes, KeyRefusal>> UnwrapAsync(KeyStanza stanza, CancellationToken cancellation) =>
        new(SecretBytes.CopyOf(stanza.WrappedKey.AsSpan()[..Cobblestone256.KeyLength]));

    public ValueTask<OneOf<ImmutableArray<KeyVersion>, KeyRefusal>> GetVersionsAsync(
        string keyUri, CancellationToken cancellation) => new(NewRing.Versions);
}
