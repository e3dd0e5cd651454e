using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>A port that answers what it should not.</summary>
public sealed class EnvelopeSealerPortTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public async Task A_data_key_of_another_length_opens_nothing(int length) =>
        await AssertUnsoundAsync(() => SecretBytes.CopyOf(Lab.Bytes(1, length)));

    [Fact]
    public async Task Another_data_key_opens_nothing() =>
        await AssertUnsoundAsync(() => SecretBytes.CopyOf(Lab.KeyBytes(3)));

    [Fact]
    public async Task The_zero_key_opens_nothing_not_even_what_is_sealed_under_it()
    {
        using var zero = new DataKey(new byte[32], Lab.IdOf(1), Lab.Now);
        using var bytes = SecretBytes.CopyOf(new byte[32]);
        var stanza = (await _lab.Software.WrapAsync(SealerLab.IdOf("1"), bytes, default)).Expect();
        var envelope = Lab.Seal(EnvelopeKey.Attached(zero, stanza).Expect(), [1]);

        Assert.Equal(default, await _lab.NewSealer().FailAsync(envelope));
        await AssertUnsoundAsync(() => SecretBytes.CopyOf(new byte[32]));
    }

    [Fact]
    public async Task Nothing_in_place_of_a_data_key_opens_nothing() => await AssertUnsoundAsync(() => null);

    [Fact]
    public async Task A_data_key_that_is_erased_already_opens_nothing() => await AssertUnsoundAsync(() =>
    {
        var erased = SecretBytes.CopyOf(Lab.KeyBytes());
        erased.Dispose();
        return erased;
    });

    [Fact]
    public async Task The_answer_of_the_vault_is_erased_when_it_was_taken_over()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var answers = new List<SecretBytes>();
        _lab.Vault.OnUnwrap = ScriptedVault.Giving(() =>
        {
            answers.Add(_lab.Software.UnwrapAsync(envelope.Header().Stanzas[0], default).AsTask().Result.Expect());
            return answers[^1];
        });

        Assert.Equal([1], await _lab.NewSealer().ReadAsync(envelope));
        Assert.True(Assert.Single(answers).IsErased);
    }

    [Fact]
    public async Task The_copy_for_the_vault_is_erased_when_it_has_answered()
    {
        SecretBytes? seen = null;
        _lab.Vault.OnWrap = (_, dataKey) =>
        {
            seen = dataKey;
            Assert.False(dataKey.IsErased);
            return null;
        };
        await _lab.NewSealer().SealAsync([1]);

        Assert.True(seen!.IsErased);
    }

    [Fact]
    public async Task A_vault_that_wraps_into_nothing_or_under_another_name_seals_nothing()
    {
        var sealer = _lab.NewSealer();
        _lab.Vault.OnWrap = (_, _) => OneOf<KeyStanza, KeyRefusal>.FromT0(null!);
        Assert.Equal(KeyRefusal.Unsound, await RefusedSealAsync(sealer));

        _lab.Vault.OnWrap = (_, _) => FakeVault.Wrap(Lab.KeyBytes(), version: "2");
        Assert.Equal(KeyRefusal.Unsound, await RefusedSealAsync(sealer));
        Assert.Equal(KeyRefusal.Unsound, (await sealer.CreateKeyRecordAsync("ws", default)).AsT1);
        Assert.Equal(KeyRefusal.Unsound, (await sealer.BeginSealAsync(Lab.Context, default)).AsT1);

        _lab.Vault.OnWrap = (_, _) => FakeVault.Wrap(Lab.KeyBytes(), SealerLab.OtherKeyUri, "1");
        Assert.Equal(KeyRefusal.Unsound, await RefusedSealAsync(sealer));
        Assert.Equal(0, sealer.CachedKeys);
    }

    [Theory]
    [InlineData(KeyRefusal.Forbidden)]
    [InlineData(KeyRefusal.NotYetActive)]
    [InlineData(KeyRefusal.Expired)]
    [InlineData(KeyRefusal.Unreachable)]
    public async Task A_refusal_to_wrap_is_passed_on_and_the_next_seal_asks_again(KeyRefusal refusal)
    {
        var sealer = _lab.NewSealer();
        _lab.Vault.Refusal = refusal;
        Assert.Equal(refusal, await RefusedSealAsync(sealer));
        Assert.Equal(refusal, (await sealer.CreateKeyRecordAsync("ws", default)).AsT1);
        _lab.Vault.Refusal = null;

        Assert.Equal([1], await sealer.ReadAsync(await sealer.SealAsync([1])));
    }

    [Fact]
    public async Task What_the_vault_throws_reaches_all_who_wait_and_the_next_asks_again()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer();
        _lab.Vault.Error = new TimeoutException("away");
        _lab.Vault.Hold();
        var opens = Enumerable.Range(0, 3).Select(_ => sealer.OpenAsync(envelope)).ToArray();
        var seals = Enumerable.Range(0, 3).Select(_ => sealer.SealAsync([1])).ToArray();
        _lab.Vault.Release();

        foreach (var waiting in opens.Concat<Task>(seals))
        {
            Assert.Equal("away", (await Assert.ThrowsAsync<TimeoutException>(() => waiting)).Message);
        }

        Assert.Equal(2, _lab.Vault.Asked);
        _lab.Vault.Error = null;
        Assert.Equal([1], await sealer.ReadAsync(envelope));
        Assert.Equal([2], await sealer.ReadAsync(await sealer.SealAsync([2])));
    }

    [Fact]
    public async Task What_the_vault_throws_at_once_reaches_the_caller_too()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer();
        _lab.Vault.OnUnwrap = _ => throw new InvalidOperationException();
        _lab.Vault.OnWrap = (_, _) => throw new InvalidOperationException();

        await Assert.ThrowsAsync<InvalidOperationException>(() => sealer.OpenAsync(envelope));
        await Assert.ThrowsAsync<InvalidOperationException>(() => sealer.SealAsync([1]));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await sealer.CreateKeyRecordAsync("ws", default));
        _lab.Vault.OnUnwrap = null;
        _lab.Vault.OnWrap = null;
        Assert.Equal([1], await sealer.ReadAsync(envelope));
        Assert.NotEmpty(await sealer.SealAsync([1]));
    }

    [Fact]
    public async Task After_one_version_threw_the_other_one_is_asked_for()
    {
        _lab.Create("2");
        var envelope = await _lab.SealUnderAsync([1], SealerLab.IdOf("1"), SealerLab.IdOf("2"));
        _lab.Vault.OnUnwrap = stanza => stanza.KeyVersion == "1" ? throw new TimeoutException() : null;

        Assert.Equal([1], await _lab.NewSealer().ReadAsync(envelope));
    }

    [Fact]
    public async Task An_unsound_answer_to_a_refresh_takes_the_key_back()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer();
        await sealer.ReadAsync(envelope);
        _lab.Vault.OnUnwrap = ScriptedVault.Giving(() => SecretBytes.CopyOf(Lab.KeyBytes(3)));
        _lab.Clocks.Pass(RevocationWindow.OneHour.RefreshAfter);
        await sealer.RefreshDueAsync();

        Assert.Equal(default, await sealer.FailAsync(envelope));
    }

    [Fact]
    public async Task A_scope_out_of_bounds_is_the_callers_mistake()
    {
        var sealer = _lab.NewSealer();
        await Assert.ThrowsAsync<ArgumentException>(async () => await sealer.CreateKeyRecordAsync("", default));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await sealer.CreateKeyRecordAsync(new string('x', 2049), default));
    }

    private static async Task<KeyRefusal> RefusedSealAsync(EnvelopeSealer sealer) =>
        (await sealer.SealAsync(new byte[] { 1 }, Lab.Context, default)).AsT1;

    private async Task AssertUnsoundAsync(Func<SecretBytes?> answer)
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer();
        _lab.Vault.OnUnwrap = ScriptedVault.Giving(answer);
        Assert.Equal(default, await sealer.FailAsync(envelope));
        Assert.Single(_lab.Vault.Unwraps, stanza => stanza == envelope.Header().Stanzas[0]);

        _lab.Vault.OnUnwrap = null;
        Assert.Equal([1], await sealer.ReadAsync(envelope));
    }
}
