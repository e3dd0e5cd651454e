using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>A compromised version opens within an open recovery, and nowhere else.</summary>
public sealed class EnvelopeSealerRecoveryTests : IDisposable
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly OpenRefusal Closed = new(OpenRefusalKind.RecoveryClosed);

    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Without_a_recovery_nothing_opens_and_the_vault_is_not_asked()
    {
        var envelope = await CompromisedAsync();
        var sealer = _lab.NewSealer();

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Compromised), await sealer.FailAsync(envelope));
        Assert.Equal(
            KeyRefusal.Compromised, (await sealer.SealAsync(new byte[1], Lab.Context, default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task A_version_that_is_found_to_be_compromised_is_given_up_at_once()
    {
        var sealer = _lab.NewSealer();
        var envelope = await sealer.SealAsync([1]);
        sealer.Adopt(_lab.Compromise("1"));

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Compromised), await sealer.FailAsync(envelope));
    }

    [Fact]
    public async Task An_attempt_at_which_the_port_throws_is_told_too()
    {
        var envelope = await CompromisedAsync();
        _lab.Vault.OnUnwrap = _ => throw new InvalidOperationException();

        var recovered = (await _lab.NewSealer().RecoverAsync(envelope, Lab.Context, Recovery(), default)).Expect();

        Assert.Equal(OpenRefusalKind.KeyUnavailable, recovered.Plaintext.AsT1.Kind);
        Assert.False(recovered.Use.IsOpened);
    }

    [Fact]
    public async Task In_an_open_recovery_it_opens_and_says_what_belongs_into_the_log()
    {
        var envelope = await CompromisedAsync();
        var recovery = Recovery();
        _lab.Clocks.Pass(Hour - Duration.Epsilon);

        var recovered = (await _lab.NewSealer().RecoverAsync(envelope, Lab.Context, recovery, default)).Expect();

        Assert.Equal([1, 2, 3], recovered.Plaintext.Expect().ToArray());
        Assert.Equal(
            new RecoveryUse(recovery, envelope.Header().DataKeyId, _lab.Clocks.Now, IsOpened: true), recovered.Use);
    }

    [Fact]
    public async Task What_does_not_open_belongs_into_the_log_too()
    {
        var envelope = await CompromisedAsync();
        var sealer = _lab.NewSealer();
        var recovery = Recovery();
        var expected = new RecoveryUse(recovery, envelope.Header().DataKeyId, Lab.Now, IsOpened: false);

        var wrong = (await sealer.RecoverAsync(envelope, Lab.ContextOf("b"), recovery, default)).Expect();
        Assert.Equal(default, wrong.Plaintext.AsT1);
        Assert.Equal(expected, wrong.Use);

        _lab.Disable("1");
        var denied = (await sealer.RecoverAsync(envelope, Lab.Context, recovery, default)).Expect();
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), denied.Plaintext.AsT1);
        Assert.Equal(expected, denied.Use);

        _lab.Vault.Refusal = KeyRefusal.Unreachable;
        var away = (await sealer.RecoverAsync(envelope, Lab.Context, recovery, default)).Expect();
        Assert.Equal(SealerShortcuts.Unavailable, away.Plaintext.AsT1);
        Assert.Equal(expected, away.Use);
    }

    [Fact]
    public async Task A_recovery_that_is_not_open_yet_or_not_any_more_asks_nothing()
    {
        var envelope = await CompromisedAsync();
        var sealer = _lab.NewSealer();
        var later = _lab.Ring.OpenRecovery("1", "test", Lab.Now + Duration.Epsilon, Hour).Expect();
        Assert.Equal(Closed, (await sealer.RecoverAsync(envelope, Lab.Context, later, default)).AsT1);

        var recovery = Recovery();
        _lab.Clocks.Pass(Hour);
        Assert.Equal(Closed, (await sealer.RecoverAsync(envelope, Lab.Context, recovery, default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task A_recovery_of_another_key_or_version_asks_nothing()
    {
        var envelope = await CompromisedAsync();
        _lab.Create("2");
        _lab.Compromise("2");
        var otherVersion = _lab.Ring.OpenRecovery("2", "test", Lab.Now, Hour).Expect();
        var otherKey = _lab.Create("1", SealerLab.OtherKeyUri).MarkCompromised("1", Lab.Now).Expect()
            .OpenRecovery("1", "test", Lab.Now, Hour).Expect();
        var sealer = _lab.NewSealer();

        Assert.Equal(
            SealerShortcuts.NotAllowed,
            (await sealer.RecoverAsync(envelope, Lab.Context, otherVersion, default)).AsT1);
        Assert.Equal(Closed, (await sealer.RecoverAsync(envelope, Lab.Context, otherKey, default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task The_data_key_is_not_kept()
    {
        var envelope = await CompromisedAsync();
        var sealer = _lab.NewSealer();
        var recovery = Recovery();
        Assert.True((await sealer.RecoverAsync(envelope, Lab.Context, recovery, default)).Expect().Plaintext.IsT0);

        Assert.Equal(0, sealer.CachedKeys);
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Compromised), await sealer.FailAsync(envelope));
        Assert.True((await sealer.RecoverAsync(envelope, Lab.Context, recovery, default)).Expect().Plaintext.IsT0);
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
    }

    [Fact]
    public async Task A_detached_envelope_is_recovered_with_its_record_and_no_other()
    {
        var sealer = _lab.NewSealer();
        var record = (await sealer.CreateKeyRecordAsync("workspace-1", default)).Expect();
        var other = (await sealer.CreateKeyRecordAsync("workspace-1", default)).Expect();
        var envelope = (await sealer.SealAsync(new byte[] { 5 }, Lab.Context, record, default)).Expect();
        sealer.Adopt(_lab.Compromise("1"));

        var recovered = (await sealer.RecoverAsync(envelope, Lab.Context, record, Recovery(), default)).Expect();

        Assert.Equal([5], recovered.Plaintext.Expect().ToArray());
        Assert.Equal(record.DataKeyId, recovered.Use.DataKeyId);
        Assert.Equal(
            SealerShortcuts.NotAllowed,
            (await sealer.RecoverAsync(envelope, Lab.Context, other, Recovery(), default)).AsT1);
        Assert.Equal(
            SealerShortcuts.Denied(KeyRefusal.Compromised),
            (await sealer.OpenAsync(envelope, Lab.Context, record, default)).AsT1);
    }

    [Fact]
    public async Task An_altered_envelope_or_record_is_not_recovered()
    {
        var sealer = _lab.NewSealer();
        var record = (await sealer.CreateKeyRecordAsync("workspace-1", default)).Expect();
        var detached = (await sealer.SealAsync(new byte[] { 5 }, Lab.Context, record, default)).Expect();
        var altered = KeyRecord.Read(record.Encoded.ToArray().With(bytes => bytes[36] ^= 1)).Expect();
        var attached = await CompromisedAsync();
        var recovery = Recovery();

        Assert.NotEqual(record.Scope, altered.Scope);
        foreach (var outcome in new[]
        {
            await sealer.RecoverAsync(attached.With(bytes => bytes[^1] ^= 1), Lab.Context, recovery, default),
            await sealer.RecoverAsync(attached.With(bytes => bytes[20] ^= 1), Lab.Context, recovery, default),
            await sealer.RecoverAsync(detached, Lab.Context, altered, recovery, default),
        })
        {
            Assert.Equal(default, outcome.Expect().Plaintext.AsT1);
            Assert.False(outcome.Expect().Use.IsOpened);
        }

        Assert.Equal(
            OpenRefusalKind.Malformed,
            (await sealer.RecoverAsync(new byte[3], Lab.Context, recovery, default)).AsT1.Kind);
    }

    private async Task<byte[]> CompromisedAsync()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        _lab.Compromise("1");
        return envelope;
    }

    private CompromiseRecovery Recovery() => _lab.Ring.OpenRecovery("1", "test", _lab.Clocks.Now, Hour).Expect();
}
