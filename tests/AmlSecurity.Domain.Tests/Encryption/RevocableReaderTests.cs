using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class RevocableReaderTests : IDisposable
{
    private const int Chunk = Cobblestone256.SealedChunkLength;

    private static readonly byte[] Plaintext = Lab.Bytes(5, 70_000);

    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(1_000)]
    [InlineData(7_777)]
    [InlineData(16_384)]
    [InlineData(16_400)]
    [InlineData(33_333)]
    [InlineData(100_000)]
    public async Task A_body_comes_out_whole_in_pieces_of_any_length(int piece)
    {
        var (reader, body) = await BeginAsync();
        using (reader)
        {
            var (plaintext, end) = await reader.ReadAsync(body, piece);

            Assert.Equal(Plaintext, plaintext);
            Assert.True(end.IsT0);
            Assert.Single(_lab.Vault.Unwraps);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Short_bodies_come_out_byte_by_byte(int length)
    {
        var envelope = await _lab.SealElsewhereAsync(Plaintext[..length]);
        using var reader = await _lab.NewSealer().BeginOpenAsync(envelope);
        var (plaintext, end) = await reader.ReadAsync(envelope.AsMemory(envelope.Header().Length), 1);

        Assert.Equal(Plaintext[..length], plaintext);
        Assert.Equal(length, end.Expect());
    }

    [Fact]
    public async Task A_key_revoked_in_the_middle_opens_no_chunk_after_the_end_of_its_life()
    {
        var (reader, body) = await BeginAsync();
        var chunks = 0;
        using (reader)
        {
            var (plaintext, end) = await reader.ReadAsync(body, Chunk, () =>
            {
                if (++chunks == 2)
                {
                    _lab.Disable("1");
                    _lab.Vault.Refusal = KeyRefusal.Unreachable;
                }

                _lab.Clocks.Pass(SealerLab.Life / 2 - Duration.Epsilon);
            });

            // Two pieces are within the life, and they make one whole chunk.
            Assert.Equal(SealerShortcuts.Unavailable, end.AsT1);
            Assert.Equal(Plaintext[..Cobblestone256.ChunkLength], plaintext);
            Assert.Equal(3, chunks);
        }
    }

    [Fact]
    public async Task What_is_refused_stays_refused_even_when_the_key_is_enabled_again()
    {
        var (reader, body) = await BeginAsync();
        using (reader)
        {
            var output = new byte[Cobblestone256.ChunkLength * 2];
            Assert.True((await reader.UpdateAsync(body[..Chunk], output, default)).IsT0);
            _lab.Disable("1");
            _lab.Clocks.Pass(SealerLab.Life);
            output.AsSpan().Fill(9);
            var denied = SealerShortcuts.Denied(KeyRefusal.Disabled);
            Assert.Equal(denied, (await reader.UpdateAsync(body.Slice(Chunk, Chunk), output, default)).AsT1);
            Assert.Equal(new byte[output.Length], output);
            _lab.Enable("1");

            Assert.Equal(denied, (await reader.UpdateAsync(body.Slice(Chunk, Chunk), output, default)).AsT1);
            Assert.Equal(denied, (await reader.UpdateAsync(default, output, default)).AsT1);
            Assert.Equal(denied, (await reader.FinishAsync(output, default)).AsT1);
            Assert.Equal(MessageEnd.Refused, reader.FinishPrefix());
        }
    }

    [Fact]
    public async Task A_stream_that_lasts_longer_than_the_window_goes_on_while_its_key_is_enabled()
    {
        var (reader, body) = await BeginAsync();
        using (reader)
        {
            var (plaintext, end) = await reader.ReadAsync(
                body, Chunk, () => _lab.Clocks.Pass(SealerLab.Life * 3 / 5));

            Assert.Equal(Plaintext, plaintext);
            Assert.True(end.IsT0);
            Assert.InRange(_lab.Vault.Unwraps.Count, 3, 5);
        }
    }

    [Fact]
    public async Task One_large_piece_asks_for_its_key_with_each_chunk()
    {
        var (reader, body) = await BeginAsync();
        using (reader)
        {
            _lab.Vault.OnUnwrap = _ =>
            {
                _lab.Clocks.Pass(SealerLab.Life / 2);
                return null;
            };
            _lab.Clocks.Pass(SealerLab.Life);
            var output = new byte[reader.OutputLength(body.Length)];
            Assert.True((await reader.UpdateAsync(body, output, default)).IsT0);
            Assert.Equal(2, _lab.Vault.Unwraps.Count);
            Assert.Equal(Plaintext[..output.Length], output);
        }
    }

    [Fact]
    public async Task An_altered_chunk_ends_the_stream_for_ever()
    {
        var (reader, body) = await BeginAsync();
        var altered = body.ToArray().With(bytes => bytes[56 + Chunk + 5] ^= 1);
        using (reader)
        {
            var (plaintext, end) = await reader.ReadAsync(altered, Chunk);
            Assert.Equal(default, end.AsT1);
            Assert.Equal(Plaintext[..plaintext.Length], plaintext);
            Assert.Equal(default, (await reader.FinishAsync(new byte[20_000], default)).AsT1);
        }
    }

    [Fact]
    public async Task A_stream_without_its_last_chunk_is_refused_and_a_prefix_on_purpose_is_not()
    {
        var (reader, body) = await BeginAsync();
        using (reader)
        {
            Assert.Equal(default, (await reader.ReadAsync(body[..(56 + Chunk)], Chunk)).End.AsT1);
        }

        using var other = await _lab.NewSealer().BeginOpenAsync(await _lab.SealElsewhereAsync(Plaintext));
        Assert.Equal(MessageEnd.Prefix, other.FinishPrefix());
    }

    [Fact]
    public async Task Mistakes_of_the_caller_change_nothing()
    {
        var (reader, body) = await BeginAsync();
        using (reader)
        {
            var shared = body.ToArray();
            await Assert.ThrowsAsync<ArgumentException>(
                async () => await reader.UpdateAsync(body, new byte[100], default));
            await Assert.ThrowsAsync<ArgumentException>(
                async () => await reader.UpdateAsync(shared, shared, default));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await reader.UpdateAsync(body, new byte[80_000], new(canceled: true)));
            Assert.Equal(Plaintext, (await reader.ReadAsync(body, 50_000)).Plaintext);
        }
    }

    [Fact]
    public async Task A_refusal_in_the_middle_clears_the_destination()
    {
        var (reader, body) = await BeginAsync();
        using (reader)
        {
            _lab.Disable("1");
            _lab.Clocks.Pass(SealerLab.Life);
            var output = Lab.Bytes(1, reader.OutputLength(Chunk));

            Assert.True((await reader.UpdateAsync(body[..Chunk], output, default)).IsT1);
            Assert.All(output, one => Assert.Equal(0, one));
        }
    }

    [Fact]
    public async Task Piece_and_destination_do_not_overlap()
    {
        var (reader, body) = await BeginAsync();
        var shared = body.ToArray();
        using (reader)
        {
            await Assert.ThrowsAsync<ArgumentException>(
                async () => await reader.UpdateAsync(shared.AsMemory(0, Chunk), shared, default));
            Assert.Equal(Plaintext, (await reader.ReadAsync(body, Chunk)).Plaintext);
        }
    }

    [Fact]
    public async Task A_header_must_be_given_exactly()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer();
        var length = envelope.Header().Length;

        Assert.Equal(
            EnvelopeFaultKind.WithTrailingBytes,
            (await sealer.BeginOpenAsync(envelope, Lab.Context, default)).AsT1.Fault!.Value.Kind);
        Assert.Equal(
            EnvelopeFaultKind.Truncated,
            (await sealer.BeginOpenAsync(envelope.AsMemory(0, length - 1), Lab.Context, default))
                .AsT1.Fault!.Value.Kind);
        _lab.Vault.Refusal = KeyRefusal.Unreachable;
        Assert.Equal(
            SealerShortcuts.Unavailable,
            (await _lab.NewSealer().BeginOpenAsync(envelope.AsMemory(0, length), Lab.Context, default)).AsT1);
    }

    private async Task<(RevocableReader Reader, ReadOnlyMemory<byte> Body)> BeginAsync()
    {
        var envelope = await _lab.SealElsewhereAsync(Plaintext);
        return (await _lab.NewSealer().BeginOpenAsync(envelope), envelope.AsMemory(envelope.Header().Length));
    }
}
