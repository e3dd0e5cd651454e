using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class RevocableWriterTests : IDisposable
{
    private const int Chunk = Cobblestone256.ChunkLength;

    private static readonly byte[] Plaintext = Lab.Bytes(5, 70_000);

    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(1_000)]
    [InlineData(7_777)]
    [InlineData(16_384)]
    [InlineData(33_333)]
    [InlineData(100_000)]
    public async Task Pieces_of_any_length_become_an_envelope(int piece)
    {
        using var writer = await _lab.NewSealer().BeginSealAsync();
        var (envelope, end) = await writer.WriteAsync(Plaintext, piece);

        Assert.True(end.IsT0);
        Assert.Equal(Plaintext, await _lab.NewSealer().ReadAsync(envelope));
    }

    [Fact]
    public async Task Nothing_and_empty_pieces_become_an_envelope()
    {
        var sealer = _lab.NewSealer();
        using var nothing = await sealer.BeginSealAsync();
        Assert.Empty(await sealer.ReadAsync((await nothing.WriteAsync(default, 1)).Envelope));

        using var writer = await sealer.BeginSealAsync();
        var output = new byte[1_000];
        var announced = writer.OutputLength(0);
        var at = (await writer.UpdateAsync(default, output, default)).Expect();
        Assert.Equal(announced, at);
        Assert.Equal(0, (await writer.UpdateAsync(new byte[] { 5 }, output.AsMemory(at), default)).Expect());
        at += (await writer.FinishAsync(output.AsMemory(at), default)).Expect();
        Assert.Equal([5], await sealer.ReadAsync(output[..at]));
        Assert.Single(_lab.Vault.Wraps);
    }

    [Fact]
    public async Task A_key_revoked_in_the_middle_seals_no_chunk_after_the_end_of_its_life()
    {
        using var writer = await _lab.NewSealer().BeginSealAsync();
        var chunks = 0;
        var (_, end) = await writer.WriteAsync(Plaintext, Chunk, () =>
        {
            if (++chunks == 2)
            {
                _lab.Disable("1");
                _lab.Vault.Refusal = KeyRefusal.Unreachable;
            }

            _lab.Clocks.Pass(SealerLab.Life / 2 - Duration.Epsilon);
        });

        Assert.Equal(KeyRefusal.Unreachable, end.AsT1);
        Assert.Equal(3, chunks);
    }

    [Fact]
    public async Task What_is_refused_stays_refused_even_when_the_key_is_enabled_again()
    {
        using var writer = await _lab.NewSealer().BeginSealAsync();
        var output = new byte[50_000];
        Assert.True((await writer.UpdateAsync(Plaintext.AsMemory(0, Chunk), output, default)).IsT0);
        _lab.Disable("1");
        _lab.Clocks.Pass(SealerLab.Life);
        Assert.Equal(
            KeyRefusal.Disabled, (await writer.UpdateAsync(Plaintext.AsMemory(0, Chunk), output, default)).AsT1);
        _lab.Enable("1");

        Assert.Equal(
            KeyRefusal.Disabled, (await writer.UpdateAsync(Plaintext.AsMemory(0, Chunk), output, default)).AsT1);
        Assert.Equal(KeyRefusal.Disabled, (await writer.UpdateAsync(default, output, default)).AsT1);
        Assert.Equal(KeyRefusal.Disabled, (await writer.FinishAsync(output, default)).AsT1);
    }

    [Fact]
    public async Task A_stream_that_lasts_longer_than_the_window_goes_on_while_its_key_is_enabled()
    {
        using var writer = await _lab.NewSealer().BeginSealAsync();
        var (envelope, _) = await writer.WriteAsync(
            Plaintext, Chunk, () => _lab.Clocks.Pass(SealerLab.Life * 3 / 5));

        Assert.Equal(Plaintext, await _lab.NewSealer().ReadAsync(envelope));
        Assert.InRange(_lab.Vault.Unwraps.Count, 3, 5);
        Assert.Single(_lab.Vault.Wraps);
    }

    [Fact]
    public async Task A_stream_begun_before_a_rotation_ends_under_its_version()
    {
        var sealer = _lab.NewSealer();
        using var writer = await sealer.BeginSealAsync();
        sealer.Adopt(_lab.Create("2"));
        var (envelope, _) = await writer.WriteAsync(Plaintext, Chunk);

        Assert.Equal(["1"], envelope.Versions());
        Assert.Equal(Plaintext, await sealer.ReadAsync(envelope));
        sealer.Adopt(_lab.Disable("1"));
        using var other = await sealer.BeginSealAsync();
        Assert.Equal(["2"], (await other.WriteAsync(Plaintext, Chunk)).Envelope.Versions());
    }

    [Fact]
    public async Task A_version_disabled_through_the_ring_ends_the_stream_at_once()
    {
        var sealer = _lab.NewSealer();
        using var writer = await sealer.BeginSealAsync();
        sealer.Adopt(_lab.Disable("1"));

        Assert.Equal(KeyRefusal.Disabled, (await writer.WriteAsync(Plaintext, Chunk)).End.AsT1);
        Assert.Empty(_lab.Vault.Unwraps);
    }

    [Fact]
    public async Task A_piece_of_which_nothing_was_taken_may_be_given_again()
    {
        using var writer = await _lab.NewSealer().BeginSealAsync();
        _lab.Vault.Error = new TimeoutException();
        _lab.Clocks.Pass(SealerLab.Life);
        await Assert.ThrowsAsync<TimeoutException>(() => writer.WriteAsync(Plaintext, Plaintext.Length));
        _lab.Vault.Error = null;

        Assert.Equal(
            Plaintext, await _lab.NewSealer().ReadAsync((await writer.WriteAsync(Plaintext, 50_000)).Envelope));
    }

    [Fact]
    public async Task A_piece_that_was_taken_in_part_is_not_written_twice()
    {
        using var writer = await _lab.NewSealer().BeginSealAsync();
        var output = new byte[writer.OutputLength(Plaintext.Length)];
        _lab.Vault.Error = new TimeoutException();
        _lab.Clocks.Wall.AutoAdvance = SealerLab.Life / 3;
        await Assert.ThrowsAsync<TimeoutException>(async () => await writer.UpdateAsync(Plaintext, output, default));
        _lab.Vault.Error = null;
        _lab.Clocks.Wall.AutoAdvance = Duration.Zero;

        Assert.Equal("AMLE"u8.ToArray(), output[..4]);
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await writer.UpdateAsync(Plaintext, new byte[100_000], default));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await writer.FinishAsync(new byte[100_000], default));
    }

    [Fact]
    public async Task More_bytes_than_a_data_key_may_write_end_the_stream()
    {
        var sealer = _lab.NewSealer(new(Limits: new DataKeyLimits(DataKeyLimits.GreatestAge, bytes: 20_000)));
        using var writer = await sealer.BeginSealAsync();

        Assert.Equal(KeyRefusal.Retired, (await writer.WriteAsync(Plaintext, Chunk)).End.AsT1);
    }

    [Fact]
    public async Task Mistakes_of_the_caller_change_nothing_until_the_envelope_is_finished()
    {
        using var writer = await _lab.NewSealer().BeginSealAsync();
        var shared = new byte[100_000];
        Plaintext.CopyTo(shared, 0);
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await writer.UpdateAsync(Plaintext, new byte[100], default));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await writer.UpdateAsync(shared.AsMemory(0, 70_000), shared, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await writer.FinishAsync(new byte[5], default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await writer.UpdateAsync(Plaintext, new byte[100_000], new(canceled: true)));
        var (envelope, _) = await writer.WriteAsync(Plaintext, 50_000);

        Assert.Equal(Plaintext, await _lab.NewSealer().ReadAsync(envelope));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await writer.UpdateAsync(Plaintext, shared, default));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.FinishAsync(shared, default));
    }
}
