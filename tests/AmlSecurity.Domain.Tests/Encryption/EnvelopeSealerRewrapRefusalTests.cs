using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What is not wrapped anew, and what a vault gives that is not given out.</summary>
public sealed class EnvelopeSealerRewrapRefusalTests : IDisposable
{
    private static readonly OpenRefusal NotVerified = new(OpenRefusalKind.WrapNotVerified);

    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_vault_that_wraps_other_bytes_is_found_out()
    {
        var envelope = await RotatedAsync();
        using var other = SecretBytes.CopyOf(Lab.KeyBytes(9));
        var wrong = (await _lab.Software.WrapAsync(SealerLab.IdOf("2"), other, default)).Expect();
        _lab.Vault.OnWrap = (_, _) => wrong;

        Assert.Equal(NotVerified, await RefusedAsync(envelope));
    }

    [Fact]
    public async Task A_vault_that_wraps_under_another_version_is_found_out()
    {
        var envelope = await RotatedAsync();
        _lab.Vault.OnWrap = (_, dataKey) =>
            OneOf<KeyStanza, KeyRefusal>.FromT0(SoftwareWrap(SealerLab.IdOf("1"), dataKey));

        Assert.Equal(NotVerified, await RefusedAsync(envelope));
    }

    [Fact]
    public async Task A_vault_that_wraps_into_nothing_is_found_out()
    {
        var envelope = await RotatedAsync();
        _lab.Vault.OnWrap = (_, _) => OneOf<KeyStanza, KeyRefusal>.FromT0(null!);

        Assert.Equal(NotVerified, await RefusedAsync(envelope));
    }

    [Theory]
    [InlineData(KeyRefusal.Unreachable, OpenRefusalKind.KeyUnavailable)]
    [InlineData(KeyRefusal.Disabled, OpenRefusalKind.KeyDenied)]
    [InlineData(KeyRefusal.Unsound, OpenRefusalKind.WrapNotVerified)]
    public async Task A_wrapped_key_that_the_vault_does_not_unwrap_is_not_given_out(
        KeyRefusal refusal, OpenRefusalKind expected)
    {
        var envelope = await RotatedAsync();
        _lab.Vault.OnUnwrap = stanza => stanza.KeyVersion == "2" ? refusal : null;

        Assert.Equal(expected, (await RefusedAsync(envelope)).Kind);
        Assert.Single(_lab.Vault.Wraps);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public async Task A_verification_with_bytes_of_another_length_fails(int length)
    {
        var envelope = await RotatedAsync();
        _lab.Vault.OnUnwrap = ScriptedVault.Giving(
            () => SecretBytes.CopyOf(new byte[length]), stanza => stanza.KeyVersion == "2");

        Assert.Equal(NotVerified, await RefusedAsync(envelope));
    }

    [Theory]
    [InlineData(KeyRefusal.Unreachable, OpenRefusalKind.KeyUnavailable)]
    [InlineData(KeyRefusal.Disabled, OpenRefusalKind.KeyDenied)]
    public async Task A_vault_that_does_not_wrap_says_why(KeyRefusal refusal, OpenRefusalKind expected)
    {
        var envelope = await RotatedAsync();
        _lab.Vault.OnWrap = (_, _) => refusal;

        Assert.Equal(expected, (await RefusedAsync(envelope)).Kind);
    }

    [Fact]
    public async Task What_the_vault_throws_reaches_the_caller()
    {
        var envelope = await RotatedAsync();
        _lab.Vault.OnWrap = (_, _) => throw new TimeoutException();

        await Assert.ThrowsAsync<TimeoutException>(() => RefusedAsync(envelope));
    }

    [Fact]
    public async Task A_key_without_an_active_version_takes_nothing_over()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer();

        Assert.Equal(
            SealerShortcuts.Denied(KeyRefusal.Disabled),
            (await sealer.RewrapAsync(envelope, _lab.Disable("1"), default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task A_target_older_than_the_ring_does_not_bring_a_version_back()
    {
        var stale = _lab.Ring;
        var old = await _lab.SealElsewhereAsync([1]);
        _lab.Create("2");
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer(ring: _lab.Compromise("1"));

        Assert.Equal(
            SealerShortcuts.Denied(KeyRefusal.Compromised), (await sealer.RewrapAsync(envelope, stale, default)).AsT1);
        Assert.Equal(
            SealerShortcuts.Denied(KeyRefusal.Compromised), (await sealer.RewrapAsync(old, stale, default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task A_data_key_under_a_disabled_version_is_not_wrapped_anew()
    {
        var envelope = await RotatedAsync();
        _lab.Disable("1");

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await RefusedAsync(envelope));
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task A_data_key_under_a_compromised_version_is_not_wrapped_anew()
    {
        var envelope = await RotatedAsync();
        var before = _lab.Ring;
        _lab.Compromise("1");

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Compromised), await RefusedAsync(envelope));
        Assert.Equal(
            SealerShortcuts.Denied(KeyRefusal.Compromised),
            (await _lab.NewSealer(ring: before).RewrapAsync(envelope, _lab.Ring, default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task A_data_key_that_is_also_under_a_compromised_version_is_not_wrapped_anew()
    {
        _lab.Create("2");
        var envelope = await _lab.SealUnderAsync([1], SealerLab.IdOf("1"), SealerLab.IdOf("2"));
        _lab.Compromise("1");

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Compromised), await RefusedAsync(envelope));
        Assert.Equal(0, _lab.Vault.Asked);
    }

    // The software vault answers at once.
    private KeyStanza SoftwareWrap(KeyVersionId version, SecretBytes dataKey) =>
        _lab.Software.WrapAsync(version, dataKey, default).AsTask().Result.Expect();

    private async Task<byte[]> RotatedAsync()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        _lab.Create("2");
        return envelope;
    }

    private async Task<OpenRefusal> RefusedAsync(byte[] envelope) =>
        (await _lab.NewSealer().RewrapAsync(envelope, _lab.Ring, default)).AsT1;
}
