using AmlSecurity.Domain.Encryption;
using NodaTime;
using NodaTime.Testing;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>The contract over the software vault; what kind of key it makes is left open.</summary>
public abstract class SoftwareVaultContract : KeyVaultContract, IDisposable
{
    private readonly FakeClock _clock = new(Lab.Now, Duration.FromMilliseconds(1));
    private readonly SoftwareKeyVault _vault;
    private int _keys;
    private int _versions;

    protected SoftwareVaultContract() => _vault = new SoftwareKeyVault(_clock);

    protected override IKeyVault Vault => _vault;

    protected override Instant Now => _clock.GetCurrentInstant();

    public void Dispose()
    {
        _vault.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override ValueTask<KeyVersionId> CreateAsync(string? keyUri = null)
    {
        var version = KeyVersionId.Create(
            keyUri ?? $"https://testkv.vault.azure.net/keys/key-{++_keys}", $"{++_versions}").Expect();
        Create(_vault, version);
        return new(version);
    }

    protected override ValueTask UpdateAsync(
        KeyVersionId version, bool isEnabled = true, Instant? notBefore = null, Instant? expires = null)
    {
        _vault.Change(version.KeyUri, (key, now) => key.Adopt(
            key.Versions.Select(one => one.Version == version.Version
                ? new KeyVersion(one.Version, one.CreatedAt, notBefore, expires, isEnabled)
                : one),
            now)).Expect();
        return default;
    }

    protected override ValueTask DeleteAsync(string keyUri)
    {
        _vault.Change(keyUri, (key, now) => key.Delete(now, KeyDeletion.ShortestRetention)).Expect();
        return default;
    }

    private protected abstract void Create(SoftwareKeyVault vault, KeyVersionId version);
}
