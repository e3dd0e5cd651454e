using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>How long a data key goes on after its version is disabled: to the end of its life, no longer.</summary>
public sealed class EnvelopeSealerRevocationTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Within_the_life_of_its_key_an_envelope_opens_and_at_its_end_the_vault_is_asked()
    {
        var (sealer, envelope) = await OpenedAsync();
        DisableUnseen();

        _lab.Clocks.Pass(SealerLab.Life - Duration.Epsilon);
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        _lab.Clocks.Pass(Duration.Epsilon);
        await AssertRefusedAsync(sealer, envelope);
        Assert.Equal(Duration.FromMinutes(50), SealerLab.Life);
    }

    [Fact]
    public async Task Use_does_not_put_the_end_off()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Vault.Refusal = KeyRefusal.Unreachable;
        for (var minute = 0; minute < 50; minute++)
        {
            Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
            _lab.Clocks.Pass(Duration.FromMinutes(1));
        }

        Assert.Equal(SealerShortcuts.Unavailable, await sealer.FailAsync(envelope));
    }

    [Fact]
    public async Task Life_counts_from_when_the_question_was_sent()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        _lab.Vault.Hold();
        var open = sealer.ReadAsync(envelope);
        _lab.Clocks.Pass(Duration.FromMinutes(20));
        _lab.Vault.Release();
        Assert.Equal([1, 2, 3], await open);
        DisableUnseen();

        _lab.Clocks.Pass(Duration.FromMinutes(30) - Duration.Epsilon);
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        _lab.Clocks.Pass(Duration.Epsilon);
        await AssertRefusedAsync(sealer, envelope);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_end_of_its_life_is_worth_nothing()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        _lab.Vault.Hold();
        var open = sealer.OpenAsync(envelope);
        _lab.Clocks.Pass(SealerLab.Life);
        _lab.Disable("1");
        _lab.Vault.Release();

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), (await open).AsT1);
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
    }

    [Fact]
    public async Task A_vault_that_takes_longer_than_a_life_ends_in_a_refusal()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        _lab.Vault.OnUnwrap = _ =>
        {
            // Stops a sealer that asks for ever.
            if (_lab.Vault.Unwraps.Count > 20)
            {
                throw new InvalidOperationException("asked for ever");
            }

            _lab.Clocks.Pass(SealerLab.Life);
            return null;
        };

        Assert.Equal(SealerShortcuts.Unavailable, await sealer.FailAsync(envelope));
        Assert.Equal(3, _lab.Vault.Unwraps.Count);
        _lab.Vault.OnUnwrap = null;
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Either_clock_ends_the_life(bool isMonotonic)
    {
        var (sealer, envelope) = await OpenedAsync();
        DisableUnseen();
        void Pass(Duration duration)
        {
            if (isMonotonic)
            {
                _lab.Clocks.PassMonotonic(duration);
            }
            else
            {
                _lab.Clocks.Suspend(duration);
            }
        }

        Pass(SealerLab.Life - Duration.Epsilon);
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        Pass(Duration.Epsilon);
        await AssertRefusedAsync(sealer, envelope);
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_does_not_prolong_the_life()
    {
        var (sealer, envelope) = await OpenedAsync();
        DisableUnseen();
        _lab.Clocks.Pass(Duration.FromMinutes(40));
        _lab.Clocks.StepBack(Duration.FromMinutes(30));

        _lab.Clocks.Pass(Duration.FromMinutes(10) - Duration.Epsilon);
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        _lab.Clocks.Pass(Duration.Epsilon);
        await AssertRefusedAsync(sealer, envelope);
    }

    [Fact]
    public async Task A_wall_clock_before_the_question_was_sent_ends_the_life_at_once()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Disable("1");
        _lab.Clocks.Pass(Duration.FromMinutes(1));
        _lab.Clocks.StepBack(Duration.FromMinutes(1) + Duration.Epsilon);

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
    }

    [Fact]
    public async Task What_was_seen_to_end_is_not_brought_back_by_a_clock_that_is_set_back()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Disable("1");
        _lab.Clocks.Suspend(SealerLab.Life);
        Assert.True((await sealer.OpenAsync(envelope)).IsT1);
        _lab.Clocks.StepBack(SealerLab.Life);

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
    }

    [Fact]
    public async Task A_vault_that_is_away_prolongs_nothing_and_is_asked_again_afterwards()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Vault.Refusal = KeyRefusal.Unreachable;
        _lab.Clocks.Pass(SealerLab.Life - Duration.Epsilon);
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        _lab.Clocks.Pass(Duration.Epsilon);
        Assert.Equal(SealerShortcuts.Unavailable, await sealer.FailAsync(envelope));

        _lab.Vault.Refusal = null;
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
    }

    [Fact]
    public async Task After_it_is_enabled_again_it_works_again()
    {
        var (sealer, envelope) = await OpenedAsync();
        _lab.Disable("1");
        _lab.Clocks.Pass(SealerLab.Life);
        Assert.True((await sealer.OpenAsync(envelope)).IsT1);
        _lab.Enable("1");

        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        Assert.Equal(3, (await sealer.SealAsync([1, 2, 3])).Length - 72 - envelope.Header().Length);
    }

    [Fact]
    public async Task Sealing_ends_with_the_life_of_its_key_too()
    {
        var sealer = _lab.NewSealer();
        var before = await sealer.SealAsync([1]);
        DisableUnseen();
        _lab.Clocks.Pass(SealerLab.Life - Duration.Epsilon);
        Assert.Equal(before.Header().DataKeyId, (await sealer.SealAsync([2])).Header().DataKeyId);
        _lab.Clocks.Pass(Duration.Epsilon);
        _lab.Vault.Refusal = null;

        Assert.Equal(
            KeyRefusal.Disabled, (await sealer.SealAsync(new byte[] { 3 }, Lab.Context, default)).AsT1);
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(before));
    }

    [Fact]
    public async Task A_narrower_window_is_kept_to()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var window = new RevocationWindow(Duration.FromSeconds(10), Duration.FromSeconds(1));
        var sealer = _lab.NewSealer(new(Window: window));
        await sealer.ReadAsync(envelope);
        _lab.Disable("1");
        _lab.Clocks.Pass(Duration.FromSeconds(9));

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
    }

    // The worst case: the vault is away when it would be asked ahead of the end.
    private void DisableUnseen()
    {
        _lab.Disable("1");
        _lab.Vault.Refusal = KeyRefusal.Unreachable;
    }

    private async Task AssertRefusedAsync(EnvelopeSealer sealer, byte[] envelope)
    {
        Assert.Equal(SealerShortcuts.Unavailable, await sealer.FailAsync(envelope));
        _lab.Vault.Refusal = null;
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
    }

    private async Task<(EnvelopeSealer Sealer, byte[] Envelope)> OpenedAsync()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        return (sealer, envelope);
    }
}
