using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What a sealer makes of another state of its key.</summary>
public sealed class EnvelopeSealerRingTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_ring_with_a_disabled_version_counts_at_once_and_the_vault_is_not_asked()
    {
        var sealer = _lab.NewSealer();
        var envelope = await sealer.SealAsync([1, 2, 3]);
        var asked = _lab.Vault.Asked;
        sealer.Adopt(sealer.Ring.Disable("1", Lab.Now).Expect());

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
        Assert.Equal(KeyRefusal.Disabled, await RefusedSealAsync(sealer));
        Assert.Equal(asked, _lab.Vault.Asked);
        Assert.Equal(0, sealer.CachedKeys);

        sealer.Adopt(_lab.Ring);
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
    }

    [Fact]
    public async Task A_ring_that_comes_while_the_vault_is_asked_refuses_those_who_wait()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        _lab.Vault.Hold();
        var open = sealer.OpenAsync(envelope);
        var seal = RefusedSealAsync(sealer);
        sealer.Adopt(sealer.Ring.Disable("1", Lab.Now).Expect());
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), (await open).AsT1);
        _lab.Vault.Release();

        Assert.Equal(KeyRefusal.Disabled, await seal);
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
        Assert.Single(_lab.Vault.Unwraps);
    }

    [Fact]
    public void A_ring_of_another_key_is_the_callers_mistake()
    {
        var sealer = _lab.NewSealer();
        Assert.Throws<ArgumentException>(() => sealer.Adopt(_lab.Create("1", SealerLab.OtherKeyUri)));
        Assert.Equal(_lab.Ring, sealer.Ring);
    }

    [Fact]
    public async Task After_a_rotation_the_new_version_seals_and_the_old_one_opens()
    {
        var sealer = _lab.NewSealer();
        var old = await sealer.SealAsync([1]);
        sealer.Adopt(_lab.Create("2"));
        var fresh = await sealer.SealAsync([2]);

        Assert.Equal(["2"], fresh.Versions());
        Assert.NotEqual(old.Header().DataKeyId, fresh.Header().DataKeyId);
        Assert.Equal([1], await sealer.ReadAsync(old));
        Assert.Equal([1], await _lab.NewSealer().ReadAsync(old));
        Assert.Equal([2], await _lab.NewSealer().ReadAsync(fresh));
    }

    [Fact]
    public async Task A_rotation_while_the_old_version_is_being_refused_seals_under_the_new_one()
    {
        var sealer = _lab.NewSealer();
        _lab.Vault.OnWrap = (version, _) => version.Version == "1" ? KeyRefusal.Disabled : null;
        _lab.Vault.Hold();
        var before = RefusedSealAsync(sealer);
        sealer.Adopt(_lab.Create("2"));
        var after = sealer.SealAsync([2]);
        _lab.Vault.Release();

        Assert.Equal(["2"], (await after).Versions());
        Assert.Equal(KeyRefusal.Disabled, await before);
    }

    [Fact]
    public async Task The_word_of_the_vault_is_taken_over()
    {
        var sealer = _lab.NewSealer();
        var old = await sealer.SealAsync([1]);
        _lab.Create("2");
        _lab.Disable("1");

        var ring = (await sealer.UpdateRingAsync(default)).Expect();

        Assert.Equal(_lab.Ring, ring);
        Assert.Equal(ring, sealer.Ring);
        Assert.Equal(["2"], (await sealer.SealAsync([2])).Versions());
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(old));
    }

    [Fact]
    public async Task What_the_vault_does_not_know_stays_known()
    {
        var sealer = _lab.NewSealer(ring: _lab.Ring.MarkCompromised("1", Lab.Now).Expect());
        _lab.Create("2");

        Assert.Equal(Lab.Now, (await sealer.UpdateRingAsync(default)).Expect().Versions[0].CompromisedAt);
        Assert.Equal("2", sealer.Ring.ActiveVersion(Lab.Now).Expect().Version);
    }

    [Theory]
    [InlineData(KeyRefusal.Forbidden)]
    [InlineData(KeyRefusal.Deleted)]
    [InlineData(KeyRefusal.Unreachable)]
    public async Task A_vault_that_does_not_say_changes_nothing(KeyRefusal refusal)
    {
        var sealer = _lab.NewSealer();
        var before = sealer.Ring;
        _lab.Vault.Refusal = refusal;

        Assert.Equal(refusal, (await sealer.UpdateRingAsync(default)).AsT1);
        Assert.Same(before, sealer.Ring);
    }

    [Fact]
    public async Task A_vault_that_lists_no_version_or_one_twice_is_not_believed()
    {
        var sealer = _lab.NewSealer();
        _lab.Vault.OnList = () => ImmutableArray<KeyVersion>.Empty;
        Assert.Equal(KeyRefusal.Unsound, (await sealer.UpdateRingAsync(default)).AsT1);
        _lab.Vault.OnList = () => default(ImmutableArray<KeyVersion>);
        Assert.Equal(KeyRefusal.Unsound, (await sealer.UpdateRingAsync(default)).AsT1);
        _lab.Vault.OnList = () => ImmutableArray.Create(_lab.Ring.Versions[0], null!);
        Assert.Equal(KeyRefusal.Unsound, (await sealer.UpdateRingAsync(default)).AsT1);
        _lab.Vault.OnList = () => ImmutableArray.Create(_lab.Ring.Versions[0], _lab.Ring.Versions[0]);
        Assert.Equal(KeyRefusal.Unsound, (await sealer.UpdateRingAsync(default)).AsT1);
        Assert.Equal(_lab.Ring, sealer.Ring);
    }

    [Fact]
    public async Task A_version_that_is_no_longer_listed_is_not_used()
    {
        var sealer = _lab.NewSealer(ring: _lab.Create("2"));
        var envelope = await sealer.SealAsync([1]);
        _lab.Vault.OnList = () => ImmutableArray.Create(_lab.Ring.Versions[0]);
        await sealer.UpdateRingAsync(default);

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
        Assert.Equal(KeyRefusal.Disabled, await RefusedSealAsync(sealer));
    }

    [Fact]
    public async Task A_ring_adopted_while_the_vault_lists_is_built_upon()
    {
        var sealer = _lab.NewSealer();
        _lab.Vault.Hold();
        var update = sealer.UpdateRingAsync(default).AsTask();
        sealer.Adopt(_lab.Ring.MarkCompromised("1", Lab.Now).Expect());
        _lab.Vault.Release();

        Assert.True((await update).Expect().Versions[0].IsCompromised);
        Assert.True(sealer.Ring.Versions[0].IsCompromised);
    }

    [Fact]
    public async Task A_deleted_key_is_updated_only_after_it_is_recovered()
    {
        var sealer = _lab.NewSealer();
        sealer.Adopt(_lab.Ring.Delete(Lab.Now, KeyDeletion.ShortestRetention).Expect());

        Assert.Equal(KeyRefusal.Deleted, (await sealer.UpdateRingAsync(default)).AsT1);
        _lab.Clocks.Pass(KeyDeletion.ShortestRetention);
        Assert.Equal(KeyRefusal.Purged, (await sealer.UpdateRingAsync(default)).AsT1);
        Assert.Equal(KeyRefusal.Purged, await RefusedSealAsync(sealer));
    }

    [Fact]
    public async Task A_newest_version_that_is_disabled_leaves_none_to_seal_with()
    {
        _lab.Create("2");
        var sealer = _lab.NewSealer(ring: _lab.Disable("2"));

        Assert.Equal(KeyRefusal.Disabled, await RefusedSealAsync(sealer));
        Assert.Equal(KeyRefusal.Disabled, (await sealer.CreateKeyRecordAsync("ws", default)).AsT1);
        Assert.Equal(KeyRefusal.Disabled, (await sealer.BeginSealAsync(Lab.Context, default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task A_version_that_has_expired_seals_no_more_and_still_opens()
    {
        var sealer = _lab.NewSealer(ring: _lab.Create("2", expires: Lab.Now + Duration.FromMinutes(5)));
        var envelope = await sealer.SealAsync([1]);
        _lab.Clocks.Pass(Duration.FromMinutes(5));

        Assert.Equal(KeyRefusal.Expired, await RefusedSealAsync(sealer));
        Assert.Equal([1], await sealer.ReadAsync(envelope));
        Assert.Equal([1], await _lab.NewSealer().ReadAsync(envelope));
    }

    [Fact]
    public async Task A_version_whose_date_has_not_come_leaves_its_predecessor_active()
    {
        var sealer = _lab.NewSealer(ring: _lab.Create("2", notBefore: Lab.Now + Duration.FromMinutes(5)));
        Assert.Equal(["1"], (await sealer.SealAsync([1])).Versions());
        _lab.Clocks.Pass(Duration.FromMinutes(5));

        Assert.Equal(["2"], (await sealer.SealAsync([2])).Versions());
    }

    [Fact]
    public async Task A_vault_that_says_the_key_is_gone_ends_the_use_of_every_data_key_at_once()
    {
        var sealer = _lab.NewSealer();
        var envelope = await sealer.SealAsync([1]);
        _lab.Software.Change(Lab.KeyUri, (key, now) => key.Delete(now, KeyDeletion.ShortestRetention)).Expect();
        Assert.Equal([1], await sealer.ReadAsync(envelope));

        Assert.Equal(KeyRefusal.Deleted, await sealer.UpdateRingAsync(default));
        Assert.Equal(0, sealer.CachedKeys);
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Deleted), await sealer.FailAsync(envelope));
    }

    private static async Task<KeyRefusal> RefusedSealAsync(EnvelopeSealer sealer) =>
        (await sealer.SealAsync(new byte[] { 1 }, Lab.Context, default)).AsT1;
}
