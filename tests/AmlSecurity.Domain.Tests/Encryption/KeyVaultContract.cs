using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What every adapter of <see cref="IKeyVault"/> must do. Copy its two files, derive a class from it for each
/// kind of key, and implement the members at its beginning.</summary>
/// <remarks>Each test makes keys of its own, so that tests may share one vault.</remarks>
public abstract partial class KeyVaultContract
{
    private static readonly byte[] DataKey = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    /// <summary>Gets the adapter.</summary>
    protected abstract IKeyVault Vault { get; }

    /// <summary>Gets the time by the clock of the vault.</summary>
    protected abstract Instant Now { get; }

    /// <summary>Makes an enabled version without dates in the vault.</summary>
    /// <param name="keyUri">The address of the key whose newest version it becomes; null for a key of its own, of which
    /// no other test knows.</param>
    /// <returns>The version, as <see cref="KeyVersionId.Create(string, string)"/> makes it.</returns>
    protected abstract ValueTask<KeyVersionId> CreateAsync(string? keyUri = null);

    /// <summary>Changes the attributes of a version, and waits until the vault goes by them.</summary>
    protected abstract ValueTask UpdateAsync(
        KeyVersionId version, bool isEnabled = true, Instant? notBefore = null, Instant? expires = null);

    /// <summary>Deletes a key with all its versions, recoverably, and waits until the vault goes by it.</summary>
    protected abstract ValueTask DeleteAsync(string keyUri);

    private static KeyStanza Renamed(KeyStanza stanza, KeyVersionId version) => KeyStanza.Create(
        stanza.Algorithm, version.KeyUri, version.Version, stanza.WrappedKey.AsSpan()).AsT0;

    private static byte[] Read(SecretBytes secret)
    {
        Assert.True(secret.TryLease(out var lease));
        using (lease)
        {
            return lease.Bytes.ToArray();
        }
    }

    private async Task<KeyStanza> WrapAsync(KeyVersionId version, byte[]? dataKey = null)
    {
        using var secret = SecretBytes.CopyOf(dataKey ?? DataKey);
        return (await Vault.WrapAsync(version, secret, default)).AsT0;
    }

    private async Task<KeyRefusal> RefusedWrapAsync(KeyVersionId version)
    {
        using var secret = SecretBytes.CopyOf(DataKey);
        return (await Vault.WrapAsync(version, secret, default)).AsT1;
    }

    private async Task<byte[]> UnwrapAsync(KeyStanza stanza)
    {
        using var secret = (await Vault.UnwrapAsync(stanza, default)).AsT0;
        return Read(secret);
    }

    private async Task<KeyRefusal> RefusedUnwrapAsync(KeyStanza stanza) =>
        (await Vault.UnwrapAsync(stanza, default)).AsT1;
}
