using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Software;
using AmlSecurity.Domain.Secrets;
using NodaTime;
using NodaTime.Testing;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What the software vault does beyond the contract of every vault.</summary>
public sealed class SoftwareKeyVaultTests : IDisposable
{
    private static readonly KeyVersionId First = SealerLab.IdOf("1");

    private readonly FakeClock _clock = new(Lab.Now);
    private readonly RSA _key = RsaKeys.Copy(0);
    private readonly List<SoftwareKeyVault> _vaults = [];

    public void Dispose()
    {
        _vaults.ForEach(vault => vault.Dispose());
        _key.Dispose();
    }

    [Fact]
    public async Task A_key_without_its_private_half_wraps_for_others_and_refuses_to_unwrap()
    {
        using var half = RSA.Create(_key.ExportParameters(includePrivateParameters: false));
        var vault = NewVault();
        vault.ImportRsa(First, half).Expect();
        var whole = NewVault();
        whole.ImportRsa(First, _key).Expect();

        var stanza = await WrapAsync(vault);

        Assert.Equal(KeyWrapAlgorithm.RsaOaep256, stanza.Algorithm);
        Assert.Equal(KeyRefusal.Forbidden, (await vault.UnwrapAsync(stanza, default)).AsT1);
        Assert.Equal(UnwrapOutcome.Denied, vault.Unwrap(stanza, new byte[32]));
        Assert.Equal(UnwrapOutcome.Unwrapped, whole.Unwrap(stanza, new byte[32]));
    }

    [Fact]
    public async Task An_rsa_key_is_copied_and_must_be_long_enough()
    {
        var vault = NewVault();
        using var weak = RsaKeys.CopyShort();
        using (var gone = RsaKeys.Copy(0))
        {
            vault.ImportRsa(First, gone).Expect();
        }

        Assert.Equal(KeyWrapAlgorithm.RsaOaep256, (await WrapAsync(vault)).Algorithm);
        Assert.Throws<ArgumentOutOfRangeException>(() => vault.ImportRsa(First, weak));
        Assert.Throws<ArgumentOutOfRangeException>(() => vault.ImportAes(First, new byte[31]));
    }

    [Fact]
    public void An_rsa_key_that_is_erased_wraps_and_unwraps_nothing()
    {
        var key = new SoftwareRsaKey(_key);
        var wrapped = key.Wrap(Lab.KeyBytes())!;
        Assert.True(key.TryUnwrap(wrapped, new byte[32]));
        key.Dispose();

        Assert.Null(key.Wrap(Lab.KeyBytes()));
        Assert.False(key.TryUnwrap(wrapped, new byte[32]));
    }

    [Fact]
    public void An_older_version_or_a_known_one_is_not_taken_in()
    {
        var vault = NewVault();
        vault.ImportAes(First, Lab.KeyBytes()).Expect();

        Assert.Equal(KeyRingRefusal.OfAKnownVersion, vault.ImportAes(First, Lab.KeyBytes(2)).AsT1);
        _clock.AdvanceHours(-1);
        Assert.Equal(KeyRingRefusal.OlderThanTheNewest, vault.ImportAes(SealerLab.IdOf("0"), Lab.KeyBytes(2)).AsT1);
        Assert.Throws<ArgumentException>(
            () => vault.ImportAes(SealerLab.IdOf("2"), Lab.KeyBytes(), Lab.Now, Lab.Now));
        Assert.Single(vault.Find(Lab.KeyUri)!.Versions);
    }

    [Fact]
    public async Task A_known_version_keeps_its_key_when_another_is_refused()
    {
        var vault = NewVault();
        vault.ImportAes(First, Lab.KeyBytes()).Expect();
        var stanza = await WrapAsync(vault);
        Assert.True(vault.ImportAes(First, Lab.KeyBytes(2)).IsT1);

        Assert.Equal(UnwrapOutcome.Unwrapped, vault.Unwrap(stanza, new byte[32]));
    }

    [Fact]
    public void A_transition_to_another_key_is_the_callers_mistake()
    {
        var vault = NewVault();
        vault.ImportAes(First, Lab.KeyBytes()).Expect();
        var other = KeyRing.StartingAt(SealerLab.IdOf("1", SealerLab.OtherKeyUri), Lab.Now);

        Assert.Throws<ArgumentException>(() => vault.Change(Lab.KeyUri, (_, _) => other));
        Assert.Null(vault.Find(SealerLab.OtherKeyUri));
        Assert.Equal(Lab.KeyUri, vault.Find(Lab.KeyUri + "/" + Lab.Version)!.KeyUri);
        Assert.Equal(
            KeyRingRefusal.OfAnUnknownVersion, vault.Change(SealerLab.OtherKeyUri, (key, _) => key).AsT1);
        Assert.Equal(
            KeyRingRefusal.NotDeleted, vault.Change(Lab.KeyUri, (key, now) => key.Recover(now)).AsT1);
    }

    [Fact]
    public async Task A_purged_key_is_gone_and_does_not_come_back()
    {
        var vault = NewVault(isPurgeProtected: false);
        vault.ImportAes(First, Lab.KeyBytes()).Expect();
        var stanza = await WrapAsync(vault);
        var before = vault.Find(Lab.KeyUri)!;
        vault.Change(Lab.KeyUri, (key, now) => key.Delete(now, KeyDeletion.ShortestRetention)).Expect();
        vault.Change(Lab.KeyUri, (key, now) => key.Purge(now)).Expect();

        Assert.Equal(KeyRefusal.Forbidden, (await vault.UnwrapAsync(stanza, default)).AsT1);
        Assert.Equal(KeyRefusal.Forbidden, (await vault.GetVersionsAsync(Lab.KeyUri, default)).AsT1);
        Assert.Equal(KeyRingRefusal.Purged, vault.ImportAes(SealerLab.IdOf("2"), Lab.KeyBytes()).AsT1);

        // Not even a host that puts the old state back has the key again: it is erased.
        vault.Change(Lab.KeyUri, (_, _) => before).Expect();
        Assert.Equal(KeyRefusal.Forbidden, (await vault.UnwrapAsync(stanza, default)).AsT1);
    }

    [Fact]
    public async Task A_protected_key_is_kept_until_its_date_and_no_longer()
    {
        var vault = NewVault();
        vault.ImportAes(First, Lab.KeyBytes()).Expect();
        var stanza = await WrapAsync(vault);
        vault.Change(Lab.KeyUri, (key, now) => key.Delete(now, KeyDeletion.ShortestRetention)).Expect();

        Assert.Equal(
            KeyRingRefusal.ProtectedFromPurge, vault.Change(Lab.KeyUri, (key, now) => key.Purge(now)).AsT1);
        _clock.Advance(KeyDeletion.ShortestRetention - Duration.Epsilon);
        Assert.Equal(KeyRefusal.Deleted, (await vault.UnwrapAsync(stanza, default)).AsT1);
        vault.Change(Lab.KeyUri, (key, now) => key.Recover(now)).Expect();
        Assert.Equal(UnwrapOutcome.Unwrapped, vault.Unwrap(stanza, new byte[32]));

        vault.Change(Lab.KeyUri, (key, now) => key.Delete(now, KeyDeletion.ShortestRetention)).Expect();
        _clock.Advance(KeyDeletion.ShortestRetention);
        Assert.Equal(KeyRefusal.Forbidden, (await vault.UnwrapAsync(stanza, default)).AsT1);
        Assert.Equal(KeyRingRefusal.Purged, vault.Change(Lab.KeyUri, (key, now) => key.Recover(now)).AsT1);
    }

    [Fact]
    public async Task As_an_unwrapper_it_tells_denial_from_failure_and_leaves_nothing_behind()
    {
        var vault = NewVault();
        vault.ImportAes(First, Lab.KeyBytes()).Expect();
        var stanza = await WrapAsync(vault);
        var altered = KeyStanza.Create(
            stanza.Algorithm, stanza.KeyUri, "1", stanza.WrappedKey.ToArray().With(bytes => bytes[3] ^= 1)).Expect();
        var otherAlgorithm = KeyStanza.Create(
            KeyWrapAlgorithm.RsaOaep256, stanza.KeyUri, "1", new byte[256]).Expect();
        var dataKey = new byte[32];

        Assert.Equal(UnwrapOutcome.Unwrapped, vault.Unwrap(stanza, dataKey));
        Assert.Equal(Lab.KeyBytes(7), dataKey);
        Assert.Equal(UnwrapOutcome.Failed, vault.Unwrap(altered, dataKey));
        Assert.NotEqual(Lab.KeyBytes(7), dataKey);
        Assert.Equal(UnwrapOutcome.Failed, vault.Unwrap(otherAlgorithm, dataKey));
        vault.Change(Lab.KeyUri, (key, now) => key.Disable("1", now)).Expect();
        Assert.Equal(UnwrapOutcome.Denied, vault.Unwrap(stanza, dataKey));
    }

    [Fact]
    public async Task A_vault_that_is_disposed_of_has_no_keys()
    {
        var vault = NewVault();
        vault.ImportAes(First, Lab.KeyBytes()).Expect();
        vault.ImportRsa(SealerLab.IdOf("1", SealerLab.OtherKeyUri), _key).Expect();
        var stanza = await WrapAsync(vault);
        vault.Dispose();
        vault.Dispose();

        Assert.Equal(KeyRefusal.Forbidden, (await vault.UnwrapAsync(stanza, default)).AsT1);
        Assert.Null(vault.Find(Lab.KeyUri));
        Assert.Null(vault.Find(SealerLab.OtherKeyUri));
    }

    [Fact]
    public async Task A_compromised_version_goes_on_since_no_vault_knows_of_it()
    {
        var vault = NewVault();
        vault.ImportAes(First, Lab.KeyBytes()).Expect();
        var stanza = await WrapAsync(vault);
        vault.Change(Lab.KeyUri, (key, now) => key.MarkCompromised("1", now)).Expect();

        Assert.Equal(UnwrapOutcome.Unwrapped, vault.Unwrap(stanza, new byte[32]));
    }

    private static async Task<KeyStanza> WrapAsync(SoftwareKeyVault vault)
    {
        using var dataKey = SecretBytes.CopyOf(Lab.KeyBytes(7));
        return (await vault.WrapAsync(First, dataKey, default)).Expect();
    }

    private SoftwareKeyVault NewVault(bool isPurgeProtected = true)
    {
        var vault = new SoftwareKeyVault(_clock, isPurgeProtected);
        _vaults.Add(vault);
        return vault;
    }
}
