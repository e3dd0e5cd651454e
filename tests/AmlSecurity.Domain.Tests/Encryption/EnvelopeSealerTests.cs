using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Sealing and opening where nothing is revoked.</summary>
public sealed class EnvelopeSealerTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(50_000)]
    public async Task What_is_sealed_opens_here_and_elsewhere(int length)
    {
        var plaintext = Lab.Bytes(3, length);
        var here = _lab.NewSealer();
        var envelope = await here.SealAsync(plaintext);

        Assert.Equal(plaintext, await here.ReadAsync(envelope));
        Assert.Equal(plaintext, await _lab.NewSealer().ReadAsync(envelope));
        Assert.Equal(["1"], envelope.Versions());
    }

    [Fact]
    public async Task The_vault_is_asked_once_to_seal_and_not_at_all_to_open_what_was_sealed_here()
    {
        var sealer = _lab.NewSealer();
        var first = await sealer.SealAsync([1]);
        var second = await sealer.SealAsync([2]);

        Assert.Equal([1], await sealer.ReadAsync(first));
        Assert.Equal([2], await sealer.ReadAsync(second));
        Assert.Single(_lab.Vault.Wraps);
        Assert.Empty(_lab.Vault.Unwraps);
        Assert.Equal(first.Header().DataKeyId, second.Header().DataKeyId);
        Assert.NotEqual(first[^73..^17], second[^73..^17]);
    }

    [Fact]
    public async Task The_vault_is_asked_once_to_open_again_and_again()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();

        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        }

        Assert.Equal(envelope.Header().Stanzas, _lab.Vault.Unwraps);
        Assert.Equal(1, sealer.CachedKeys);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40_000)]
    public async Task A_detached_envelope_opens_with_its_record_and_is_smaller(int length)
    {
        var plaintext = Lab.Bytes(4, length);
        var sealer = _lab.NewSealer();
        var made = (await sealer.CreateKeyRecordAsync("workspace-1", default)).Expect();
        var record = KeyRecord.Read(made.Encoded).Expect();

        var envelope = (await sealer.SealAsync(plaintext, Lab.Context, record, default)).Expect();
        var elsewhere = _lab.NewSealer();

        Assert.Equal(plaintext, (await sealer.OpenAsync(envelope, Lab.Context, record, default)).Expect());
        Assert.Equal(plaintext, (await elsewhere.OpenAsync(envelope, Lab.Context, record, default)).Expect());
        Assert.True(envelope.Header().IsDetached);
        Assert.Equal("workspace-1", record.Scope);
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
        Assert.Equal(SealerShortcuts.NotAllowed, await sealer.FailAsync(envelope));
    }

    [Fact]
    public async Task A_detached_envelope_opens_with_no_other_record()
    {
        var sealer = _lab.NewSealer();
        var record = (await sealer.CreateKeyRecordAsync("workspace-1", default)).Expect();
        var other = (await sealer.CreateKeyRecordAsync("workspace-1", default)).Expect();
        var envelope = (await sealer.SealAsync(new byte[] { 1 }, Lab.Context, record, default)).Expect();
        var attached = await sealer.SealAsync([1]);

        Assert.Equal(SealerShortcuts.NotAllowed, (await sealer.OpenAsync(envelope, Lab.Context, other, default)).AsT1);
        Assert.Equal(SealerShortcuts.NotAllowed, (await sealer.OpenAsync(attached, Lab.Context, record, default)).AsT1);
        Assert.Equal(
            OpenRefusalKind.Malformed,
            (await sealer.OpenAsync(envelope.AsMemory(0, 20), Lab.Context, record, default)).AsT1.Kind);
    }

    [Fact]
    public async Task Wrong_context_altered_body_and_altered_header_look_the_same()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        var header = envelope.Header().Length;

        Assert.Equal(default, (await sealer.OpenAsync(envelope, Lab.ContextOf("b"), default)).AsT1);
        Assert.Equal(default, await sealer.FailAsync(envelope.With(bytes => bytes[^1] ^= 1)));
        Assert.Equal(default, await sealer.FailAsync(envelope.With(bytes => bytes[header - 1] ^= 1)));
        Assert.Equal(default, await sealer.FailAsync(envelope.With(bytes => bytes[header - 40] ^= 1)));
        Assert.Equal(default, await sealer.FailAsync(envelope[..^1]));
        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
    }

    [Fact]
    public async Task A_malformed_header_is_said_to_be_so_and_the_vault_is_not_asked()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();

        Assert.Equal(
            EnvelopeFaultKind.OfAnotherFormat, (await sealer.FailAsync([0, 1, 2, 3])).Fault!.Value.Kind);
        Assert.Equal(EnvelopeFaultKind.Truncated, (await sealer.FailAsync([])).Fault!.Value.Kind);
        Assert.Equal(EnvelopeFaultKind.Truncated, (await sealer.FailAsync(envelope[..100])).Fault!.Value.Kind);
        Assert.Equal(
            OpenRefusalKind.Malformed, (await sealer.FailAsync(envelope.With(bytes => bytes[4] = 2))).Kind);
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task An_envelope_opens_into_a_buffer_which_a_refusal_erases()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        var buffer = new byte[] { 9, 9, 9, 9 };

        Assert.Equal(3, (await sealer.OpenAsync(envelope, Lab.Context, buffer, default)).Expect());
        Assert.Equal([1, 2, 3], buffer[..3]);
        Assert.True((await sealer.OpenAsync(envelope, Lab.ContextOf("b"), buffer.AsMemory(0, 3), default)).IsT1);
        Assert.Equal([0, 0, 0], buffer[..3]);

        buffer = [9, 9, 9];
        Assert.True((await sealer.OpenAsync(envelope.AsMemory(0, 9), Lab.Context, buffer, default)).IsT1);
        Assert.Equal([0, 0, 0], buffer);

        buffer = [9, 9, 9];
        sealer.Adopt(_lab.Disable("1"));
        Assert.True((await sealer.OpenAsync(envelope, Lab.Context, buffer, default)).IsT1);
        Assert.Equal([0, 0, 0], buffer);
    }

    [Fact]
    public async Task A_buffer_over_the_envelope_is_the_callers_mistake_and_is_left_alone()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var before = envelope.ToArray();
        var sealer = _lab.NewSealer();
        async Task OpenInPlace() => await sealer.OpenAsync(envelope, Lab.Context, envelope.AsMemory(10), default);

        await Assert.ThrowsAsync<ArgumentException>(OpenInPlace);
        sealer.Adopt(_lab.Disable("1"));
        await Assert.ThrowsAsync<ArgumentException>(OpenInPlace);
        Assert.Equal(before, envelope);
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await _lab.NewSealer(ring: _lab.Enable("1")).OpenAsync(
                envelope, Lab.Context, new byte[2], default));
    }

    [Fact]
    public void Arguments_out_of_bounds_are_the_callers_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _lab.NewSealer(new(CachedKeys: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => _lab.NewSealer(new(CachedKeys: EnvelopeSealerOptions.MostCachedKeys + 1)));
        Assert.Equal(0, _lab.NewSealer(new(CachedKeys: EnvelopeSealerOptions.MostCachedKeys)).CachedKeys);
        Assert.Equal(_lab.Ring, _lab.NewSealer().Ring);
    }
}
