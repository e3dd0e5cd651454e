using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Asking the vault again ahead of the end: by use, or when the host comes back as it was told.</summary>
public sealed class EnvelopeSealerRefreshTests : IDisposable
{
    private static readonly Duration RefreshAfter = RevocationWindow.OneHour.RefreshAfter;

    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task At_four_fifths_of_its_life_a_key_in_use_is_unwrapped_again()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Clocks.Pass(RefreshAfter - Duration.Epsilon);
        await sealer.ReadAsync(envelope);
        Assert.Single(_lab.Vault.Unwraps);
        _lab.Clocks.Pass(Duration.Epsilon);
        await sealer.ReadAsync(envelope);
        await sealer.ReadAsync(envelope);

        Assert.Equal(2, _lab.Vault.Unwraps.Count);
        _lab.Vault.Refusal = KeyRefusal.Unreachable;
        _lab.Clocks.Pass(SealerLab.Life - Duration.Epsilon);
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        Assert.Equal(Duration.FromMinutes(40), RefreshAfter);
    }

    [Fact]
    public async Task The_host_that_comes_back_keeps_a_used_key_alive()
    {
        var (sealer, envelope) = await OpenedAsync();
        for (var turn = 0; turn < 3; turn++)
        {
            _lab.Clocks.Pass(sealer.NextDeadline!.Value.Wall - _lab.Clocks.Now);
            await sealer.RefreshDueAsync();
            Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        }

        Assert.Equal(4, _lab.Vault.Unwraps.Count);
        Assert.Equal(Lab.Now + (3 * RefreshAfter), _lab.Clocks.Now);
    }

    [Fact]
    public async Task A_key_that_nobody_used_since_is_not_asked_for_and_is_erased_at_its_end()
    {
        var (sealer, _) = await OpenedAsync();
        _lab.Clocks.Pass(RefreshAfter);
        await sealer.RefreshDueAsync();
        Assert.Equal(2, _lab.Vault.Unwraps.Count);

        _lab.Clocks.Pass(RefreshAfter);
        await sealer.RefreshDueAsync();
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
        Assert.Equal(1, sealer.CachedKeys);

        _lab.Clocks.Pass(SealerLab.Life - RefreshAfter);
        await sealer.RefreshDueAsync();
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
        Assert.Equal(0, sealer.CachedKeys);
        Assert.Null(sealer.NextDeadline);
    }

    [Fact]
    public async Task The_next_deadline_is_the_refresh_of_a_used_key_and_the_end_of_any_other()
    {
        var sealer = _lab.NewSealer();
        Assert.Null(sealer.NextDeadline);
        var start = _lab.Clocks.Clocks.Read();
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        await sealer.ReadAsync(envelope);
        Assert.Equal(start.Plus(RefreshAfter), sealer.NextDeadline);

        _lab.Clocks.Pass(RefreshAfter);
        var refreshed = _lab.Clocks.Clocks.Read();
        await sealer.RefreshDueAsync();
        Assert.Equal(refreshed.Plus(SealerLab.Life), sealer.NextDeadline);

        _lab.Clocks.Pass(Duration.FromMinutes(1));
        var other = _lab.Clocks.Clocks.Read();
        await sealer.ReadAsync(await _lab.SealElsewhereAsync([4]));
        Assert.Equal(other.Plus(RefreshAfter), sealer.NextDeadline);
        await sealer.ReadAsync(envelope);
        Assert.Equal(refreshed.Plus(RefreshAfter), sealer.NextDeadline);
    }

    [Fact]
    public async Task While_a_refresh_is_under_way_no_other_is_sent_and_the_old_key_goes_on()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Clocks.Pass(RefreshAfter);
        _lab.Vault.Hold();
        var refresh = sealer.RefreshDueAsync();
        await sealer.RefreshDueAsync();

        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
        Assert.False(refresh.IsCompleted);
        _lab.Vault.Release();
        await refresh;
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
    }

    [Fact]
    public async Task While_the_vault_is_away_a_key_is_asked_for_now_and_then_until_its_end()
    {
        var (sealer, envelope) = await OpenedAsync();
        var opened = _lab.Clocks.Clocks.Read();
        _lab.Vault.Refusal = KeyRefusal.Unreachable;
        _lab.Clocks.Pass(RefreshAfter);
        for (var minute = 0; minute < 10; minute++)
        {
            Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
            Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
            var next = opened.Plus(RefreshAfter + Duration.FromMinutes(minute + 1));
            Assert.Equal(next, sealer.NextDeadline);
            _lab.Clocks.Pass(Duration.FromMinutes(1));
        }

        Assert.Equal(11, _lab.Vault.Unwraps.Count);
        Assert.Equal(SealerShortcuts.Unavailable, await sealer.FailAsync(envelope));
        Assert.Null(sealer.NextDeadline);
    }

    [Fact]
    public async Task A_vault_that_comes_back_before_the_end_is_noticed()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Vault.Refusal = KeyRefusal.Unreachable;
        _lab.Clocks.Pass(RefreshAfter);
        await sealer.RefreshDueAsync();
        _lab.Vault.Refusal = null;
        _lab.Clocks.Pass(sealer.NextDeadline!.Value.Wall - _lab.Clocks.Now);
        await sealer.RefreshDueAsync();
        _lab.Clocks.Pass(SealerLab.Life - Duration.FromMinutes(1));

        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
    }

    [Theory]
    [InlineData(KeyRefusal.Disabled)]
    [InlineData(KeyRefusal.Deleted)]
    [InlineData(KeyRefusal.Forbidden)]
    public async Task A_denial_at_a_refresh_counts_at_once(KeyRefusal denial)
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Vault.Refusal = denial;
        _lab.Clocks.Pass(RefreshAfter);
        await sealer.RefreshDueAsync();
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
        Assert.Null(sealer.NextDeadline);

        Assert.Equal(SealerShortcuts.Denied(denial), await sealer.FailAsync(envelope));
        Assert.Equal(3, _lab.Vault.Unwraps.Count);
    }

    [Fact]
    public async Task A_denial_that_comes_before_the_use_that_asked_counts_for_it()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Disable("1");
        _lab.Clocks.Pass(RefreshAfter);

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
    }

    [Fact]
    public async Task What_is_thrown_at_a_refresh_reaches_nobody_and_changes_nothing()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Vault.Error = new TimeoutException();
        _lab.Clocks.Pass(RefreshAfter);
        await sealer.RefreshDueAsync();

        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
    }

    private async Task<(EnvelopeSealer Sealer, byte[] Envelope)> OpenedAsync()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        return (sealer, envelope);
    }
}
