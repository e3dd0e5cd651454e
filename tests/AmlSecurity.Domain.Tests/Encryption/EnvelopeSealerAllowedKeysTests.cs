using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What a header says is the writer's: only wrapped keys under the sealer's own key reach the vault.</summary>
public sealed class EnvelopeSealerAllowedKeysTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public EnvelopeSealerAllowedKeysTests()
    {
        _lab.Create("1", SealerLab.ForeignKeyUri);
        _lab.Create("1", SealerLab.OtherKeyUri);
    }

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(SealerLab.ForeignKeyUri)]
    [InlineData(SealerLab.OtherKeyUri)]
    public async Task An_envelope_under_another_key_never_reaches_the_vault(string keyUri)
    {
        var envelope = await _lab.SealUnderAsync([1, 2, 3], SealerLab.IdOf("1", keyUri));
        var header = envelope[..envelope.Header().Length];
        var sealer = _lab.NewSealer();

        Assert.Equal(SealerShortcuts.NotAllowed, await sealer.FailAsync(envelope));
        Assert.Equal(SealerShortcuts.NotAllowed, (await sealer.BeginOpenAsync(header, Lab.Context, default)).AsT1);
        Assert.Equal(SealerShortcuts.NotAllowed, (await sealer.ReencryptAsync(envelope, Lab.Context, default)).AsT1);
        Assert.Equal(SealerShortcuts.NotAllowed, (await sealer.RewrapAsync(envelope, _lab.Ring, default)).AsT1);
        Assert.Equal(
            SealerShortcuts.NotAllowed,
            (await sealer.RecoverAsync(envelope, Lab.Context, Recovery(), default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
        Assert.Equal(0, sealer.CachedKeys);
    }

    [Theory]
    [InlineData(SealerLab.ForeignKeyUri)]
    [InlineData(SealerLab.OtherKeyUri)]
    public async Task A_key_record_under_another_key_never_reaches_the_vault(string keyUri)
    {
        var record = await _lab.RecordUnderAsync(SealerLab.IdOf("1", keyUri));
        using var key = record.RecoverKey(AllowedKeys.Of(keyUri), _lab.Software).Expect();
        var envelope = Lab.Seal(EnvelopeKey.Detached(key), [1]);
        var sealer = _lab.NewSealer();

        Assert.Equal(
            SealerShortcuts.NotAllowed, (await sealer.OpenAsync(envelope, Lab.Context, record, default)).AsT1);
        Assert.Equal(
            KeyRefusal.Forbidden, (await sealer.SealAsync(new byte[1], Lab.Context, record, default)).AsT1);
        Assert.Equal(SealerShortcuts.NotAllowed, (await sealer.RewrapAsync(record, _lab.Ring, default)).AsT1);
        Assert.Equal(
            SealerShortcuts.NotAllowed,
            (await sealer.RecoverAsync(envelope, Lab.Context, record, Recovery(), default)).AsT1);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task Of_several_wrapped_keys_only_the_own_one_reaches_the_vault()
    {
        var envelope = await _lab.SealUnderAsync(
            [1, 2, 3],
            SealerLab.IdOf("1", SealerLab.ForeignKeyUri),
            SealerLab.IdOf("1"),
            SealerLab.IdOf("1", SealerLab.OtherKeyUri));
        var sealer = _lab.NewSealer();

        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        Assert.Equal([envelope.Header().Stanzas[1]], _lab.Vault.Unwraps);
    }

    [Fact]
    public async Task The_vault_is_asked_at_most_twice_however_many_wrapped_keys_there_are()
    {
        var versions = Enumerable.Range(2, 15).Select(number => $"{number}").Prepend("1").ToArray();
        Array.ForEach(versions[1..], version => _lab.Create(version));
        var envelope = await _lab.SealUnderAsync([1], [.. versions.Select(version => SealerLab.IdOf(version))]);
        _lab.Vault.OnUnwrap = _ => KeyRefusal.Unsound;
        var sealer = _lab.NewSealer();

        Assert.Equal(default, await sealer.FailAsync(envelope));
        Assert.Equal(["1", "2"], _lab.Vault.Unwraps.Select(stanza => stanza.KeyVersion));
    }

    [Theory]
    [InlineData(KeyRefusal.Disabled, KeyRefusal.Unreachable, OpenRefusalKind.KeyUnavailable)]
    [InlineData(KeyRefusal.Unreachable, KeyRefusal.Disabled, OpenRefusalKind.KeyUnavailable)]
    [InlineData(KeyRefusal.Unsound, KeyRefusal.Disabled, OpenRefusalKind.Authentication)]
    [InlineData(KeyRefusal.Disabled, KeyRefusal.Unsound, OpenRefusalKind.Authentication)]
    [InlineData(KeyRefusal.Disabled, KeyRefusal.Deleted, OpenRefusalKind.KeyDenied)]
    public async Task Of_two_refusals_the_one_that_says_more_counts(
        KeyRefusal first, KeyRefusal second, OpenRefusalKind expected)
    {
        _lab.Create("2");
        var envelope = await _lab.SealUnderAsync([1], SealerLab.IdOf("1"), SealerLab.IdOf("2"));
        _lab.Vault.OnUnwrap = stanza => stanza.KeyVersion == "1" ? first : second;
        var sealer = _lab.NewSealer();

        Assert.Equal(expected, (await sealer.FailAsync(envelope)).Kind);
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
        _lab.Vault.OnUnwrap = stanza => stanza.KeyVersion == "1" ? first : null;
        Assert.Equal([1], await sealer.ReadAsync(envelope));
    }

    [Fact]
    public async Task Versions_that_the_ring_refuses_are_passed_over()
    {
        _lab.Create("2");
        _lab.Create("3");
        var envelope = await _lab.SealUnderAsync(
            [1], SealerLab.IdOf("1"), SealerLab.IdOf("2"), SealerLab.IdOf("3"));
        _lab.Disable("1");
        _lab.Disable("2");
        var sealer = _lab.NewSealer();

        Assert.Equal([1], await sealer.ReadAsync(envelope));
        Assert.Equal("3", Assert.Single(_lab.Vault.Unwraps).KeyVersion);
        sealer.Adopt(_lab.Disable("3"));
        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await sealer.FailAsync(envelope));
    }

    [Fact]
    public async Task A_version_that_is_newer_than_the_ring_is_left_to_the_vault()
    {
        var sealer = _lab.NewSealer();
        _lab.Create("2");

        Assert.Equal([1], await sealer.ReadAsync(await _lab.SealElsewhereAsync([1])));
    }

    private CompromiseRecovery Recovery() => _lab.Ring.MarkCompromised("1", Lab.Now).Expect()
        .OpenRecovery("1", "test", Lab.Now, Duration.FromHours(1)).Expect();
}
