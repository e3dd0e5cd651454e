using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Wrapping a data key anew, which leaves the body alone.</summary>
public sealed class EnvelopeSealerRewrapTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_header_that_is_current_stays_and_the_vault_is_not_asked()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var header = envelope[..envelope.Header().Length];

        var kept = (await _lab.NewSealer().RewrapAsync(envelope, _lab.Ring, default)).Expect();

        Assert.False(kept.IsChanged);
        Assert.Equal(header, kept.Header.ToArray());
        Assert.Equal(SHA256.HashData(header), kept.OldDigest);
        Assert.Equal(envelope, kept.ApplyTo(envelope));
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task After_a_rotation_the_header_names_the_new_version_and_the_body_is_the_same()
    {
        var plaintext = Lab.Bytes(1, 20_000);
        var envelope = await _lab.SealElsewhereAsync(plaintext);
        var old = envelope[..envelope.Header().Length];
        _lab.Create("2");

        var made = (await _lab.NewSealer().RewrapAsync(envelope, _lab.Ring, default)).Expect();
        var anew = made.ApplyTo(envelope);

        Assert.True(made.IsChanged);
        Assert.Equal(["2"], anew.Versions());
        Assert.Equal(envelope[old.Length..], anew[made.Header.Length..]);
        Assert.Equal(envelope.Header().DataKeyId, anew.Header().DataKeyId);
        Assert.Equal(SHA256.HashData(old), made.OldDigest);
        Assert.Equal(plaintext, await _lab.NewSealer().ReadAsync(anew));
        Assert.Equal(2, _lab.Vault.Unwraps.Count - 1);
    }

    [Fact]
    public async Task The_old_header_still_opens_until_its_version_is_disabled()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        _lab.Create("2");
        var anew = (await _lab.NewSealer().RewrapAsync(envelope, _lab.Ring, default)).Expect().ApplyTo(envelope);
        Assert.Equal([1], await _lab.NewSealer().ReadAsync(envelope));
        _lab.Disable("1");

        Assert.Equal(SealerShortcuts.Denied(KeyRefusal.Disabled), await _lab.NewSealer().FailAsync(envelope));
        Assert.Equal([1], await _lab.NewSealer().ReadAsync(anew));
    }

    [Fact]
    public async Task The_header_alone_is_enough()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        _lab.Create("2");
        var header = envelope.AsMemory(0, envelope.Header().Length);

        var made = (await _lab.NewSealer().RewrapAsync(header, _lab.Ring, default)).Expect();

        Assert.Equal([1, 2, 3], await _lab.NewSealer().ReadAsync(made.ApplyTo(envelope)));
        Assert.Equal(made.Header.ToArray(), made.ApplyTo(header.Span));
    }

    [Fact]
    public async Task A_new_header_goes_before_no_other_envelope()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var other = await _lab.SealElsewhereAsync([1, 2, 3]);
        _lab.Create("2");
        var made = (await _lab.NewSealer().RewrapAsync(envelope, _lab.Ring, default)).Expect();

        Assert.Throws<ArgumentException>(() => made.ApplyTo(other));
        Assert.Throws<ArgumentException>(() => made.ApplyTo(made.ApplyTo(envelope)));
        Assert.Throws<ArgumentException>(() => made.ApplyTo(envelope.AsSpan(0, 30)));
        Assert.Throws<ArgumentException>(() => made.ApplyTo([]));
    }

    [Fact]
    public async Task Wrapped_keys_of_others_stay_and_all_own_ones_become_one()
    {
        var foreign = SealerLab.IdOf("1", SealerLab.ForeignKeyUri);
        _lab.Create("1", SealerLab.ForeignKeyUri);
        _lab.Create("2");
        _lab.Create("3");
        var envelope = await _lab.SealUnderAsync(
            [1], SealerLab.IdOf("1"), foreign, SealerLab.IdOf("3"), SealerLab.IdOf("2"));

        var made = (await _lab.NewSealer().RewrapAsync(envelope, _lab.Ring, default)).Expect();
        var anew = made.ApplyTo(envelope);

        Assert.Equal(
            [SealerLab.IdOf("3"), foreign], anew.Header().Stanzas.Select(KeyVersionId.Of));
        Assert.Equal(envelope.Header().Stanzas[1], anew.Header().Stanzas[1]);
        Assert.Equal([1], await _lab.NewSealer().ReadAsync(anew));
        Assert.All(_lab.Vault.Unwraps, stanza => Assert.Equal(Lab.KeyUri, stanza.KeyUri));
        Assert.False((await _lab.NewSealer().RewrapAsync(anew, _lab.Ring, default)).Expect().IsChanged);
    }

    [Fact]
    public async Task A_data_key_moves_to_another_key()
    {
        var other = _lab.Create("5", SealerLab.OtherKeyUri);
        var envelope = await _lab.SealElsewhereAsync([1]);

        var anew = (await _lab.NewSealer().RewrapAsync(envelope, other, default)).Expect().ApplyTo(envelope);

        Assert.Equal(
            [SealerLab.IdOf("5", SealerLab.OtherKeyUri)], anew.Header().Stanzas.Select(KeyVersionId.Of));
        Assert.Equal([1], await _lab.NewSealer(ring: other).ReadAsync(anew));
        Assert.Equal(SealerShortcuts.NotAllowed, await _lab.NewSealer().FailAsync(anew));
    }

    [Fact]
    public async Task A_key_record_is_wrapped_anew_for_all_its_envelopes()
    {
        var sealer = _lab.NewSealer();
        var record = (await sealer.CreateKeyRecordAsync("workspace-1", default)).Expect();
        var envelope = (await sealer.SealAsync(new byte[] { 7 }, Lab.Context, record, default)).Expect();
        var kept = (await sealer.RewrapAsync(record, _lab.Ring, default)).Expect();
        _lab.Create("2");
        var made = (await sealer.RewrapAsync(record, _lab.Ring, default)).Expect();
        _lab.Disable("1");

        Assert.False(kept.IsChanged);
        Assert.Same(record, kept.Record);
        Assert.True(made.IsChanged);
        Assert.Equal(SHA256.HashData(record.Encoded), made.OldDigest);
        Assert.Equal("2", Assert.Single(made.Record.Stanzas).KeyVersion);
        Assert.Equal(
            (record.Scope, record.CreatedAt, record.DataKeyId),
            (made.Record.Scope, made.Record.CreatedAt, made.Record.DataKeyId));
        var read = KeyRecord.Read(made.Record.Encoded).Expect();
        Assert.Equal([7], (await _lab.NewSealer().OpenAsync(envelope, Lab.Context, read, default)).Expect());
        Assert.Equal(
            SealerShortcuts.Denied(KeyRefusal.Disabled),
            (await _lab.NewSealer().OpenAsync(envelope, Lab.Context, record, default)).AsT1);
    }

    [Fact]
    public async Task A_detached_or_malformed_envelope_has_no_key_to_wrap_anew()
    {
        var detached = Lab.SealDetached([1]);
        var sealer = _lab.NewSealer();

        Assert.Equal(SealerShortcuts.NotAllowed, (await sealer.RewrapAsync(detached, _lab.Ring, default)).AsT1);
        Assert.Equal(
            OpenRefusalKind.Malformed, (await sealer.RewrapAsync(new byte[3], _lab.Ring, default)).AsT1.Kind);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task Another_version_of_the_same_bytes_is_made_for_reencryption_too()
    {
        var sealer = _lab.NewSealer();
        var envelope = await sealer.SealAsync([1, 2, 3]);

        var anew = (await sealer.ReencryptAsync(envelope, Lab.Context, default)).Expect();
        var next = await sealer.SealAsync([4]);

        Assert.NotEqual(envelope.Header().DataKeyId, anew.Header().DataKeyId);
        Assert.Equal(anew.Header().DataKeyId, next.Header().DataKeyId);
        Assert.Equal([1, 2, 3], await _lab.NewSealer().ReadAsync(anew));
        Assert.Equal(default, (await sealer.ReencryptAsync(envelope, Lab.ContextOf("b"), default)).AsT1);
        sealer.Adopt(_lab.Create("2"));
        var rotated = (await sealer.ReencryptAsync(envelope, Lab.Context, default)).Expect();
        Assert.Equal(["2"], rotated.Versions());
    }
}
