using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What the streams refuse, and how they end.</summary>
public sealed class Cobblestone256StreamTests
{
    private const int Chunk = Cobblestone256.ChunkLength;

    private static byte[] Message(int length)
    {
        var ciphertext = new byte[Cobblestone256.CiphertextLength(length)];
        Cobblestone256.Encrypt(Lab.KeyBytes(), [], Lab.Salt(), Lab.Bytes(9, length), ciphertext);
        return ciphertext;
    }

    [Fact]
    public void A_deliberate_prefix_is_not_the_whole()
    {
        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);
        var plaintext = new byte[2 * Chunk];

        Assert.True(reader.TryUpdate(
            Message(Chunk + 5).AsSpan(0, 56 + Cobblestone256.SealedChunkLength), plaintext, out var written));
        Assert.Equal(Chunk, written);
        Assert.Equal(MessageEnd.Prefix, reader.FinishPrefix());
        Assert.Equal(MessageEnd.Prefix, reader.Finish(plaintext, out _));
        Assert.False(reader.TryUpdate([1], plaintext, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    [InlineData(56)]
    [InlineData(56 + 15)]
    public void A_message_that_stops_before_its_last_chunk_is_refused(int length)
    {
        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);
        Assert.True(reader.TryUpdate(Message(3).AsSpan(0, length), [], out _));
        Assert.Equal(MessageEnd.Refused, reader.Finish(new byte[Chunk], out _));
    }

    [Fact]
    public void No_byte_of_a_chunk_leaves_before_its_tag_is_verified()
    {
        var message = Message((2 * Chunk) + 5).With(bytes => bytes[56 + (2 * Cobblestone256.SealedChunkLength) - 1] ^= 1);
        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);
        var plaintext = new byte[3 * Chunk];

        Assert.False(reader.TryUpdate(message, plaintext, out var written));
        Assert.Equal(Chunk, written);
        Assert.Equal(-1, plaintext.AsSpan(Chunk).IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void A_destination_that_is_too_short_changes_nothing()
    {
        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);
        var message = Message(Chunk + 5);
        Assert.Throws<ArgumentException>(() => reader.TryUpdate(message, new byte[Chunk - 1], out _));
        var plaintext = new byte[Chunk];
        Assert.True(reader.TryUpdate(message, plaintext, out _));
        Assert.Throws<ArgumentException>(() => reader.Finish(new byte[4], out _));
        Assert.Equal(MessageEnd.Complete, reader.Finish(new byte[5], out _));

        using var writer = new Cobblestone256Writer(Lab.KeyBytes(), [], Lab.Salt());
        var output = new byte[message.Length];
        Assert.Throws<ArgumentException>(() => writer.Update(Lab.Bytes(9, Chunk), new byte[100]));
        var length = writer.Update(Lab.Bytes(9, Chunk + 5), output);
        Assert.Throws<ArgumentException>(() => writer.Finish(new byte[20]));
        Assert.Equal(21, writer.Finish(output.AsSpan(length)));
        Assert.Equal(message, output);
    }

    [Fact]
    public void A_finished_writer_writes_no_more()
    {
        using var writer = new Cobblestone256Writer(Lab.KeyBytes(), [], Lab.Salt());
        writer.Finish(new byte[72]);

        Assert.Throws<InvalidOperationException>(() => writer.Update([1], new byte[100]));
        Assert.Throws<InvalidOperationException>(() => writer.Finish(new byte[100]));
    }

    [Fact]
    public void Pieces_that_lie_over_each_other_are_the_callers_mistake()
    {
        var buffer = new byte[4 * Cobblestone256.SealedChunkLength];
        using var writer = new Cobblestone256Writer(Lab.KeyBytes(), [], Lab.Salt());
        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);

        Assert.Throws<ArgumentException>(() => writer.Update(buffer.AsSpan(0, 2 * Chunk), buffer));
        Message(2 * Chunk).CopyTo(buffer, 100);
        Assert.Throws<ArgumentException>(
            () => reader.TryUpdate(buffer.AsSpan(100, (2 * Chunk) + 200), buffer, out _));
        Assert.Throws<ArgumentException>(() => new Cobblestone256Writer(Lab.KeyBytes(), [], new byte[23]));
    }

    [Fact]
    public void The_greatest_spans_overflow_nothing()
    {
        using var writer = new Cobblestone256Writer(Lab.KeyBytes(), [], Lab.Salt());
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.OutputLength(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.OutputLength(-1));

        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);
        Assert.InRange(reader.OutputLength(int.MaxValue), 1, int.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.OutputLength(-1));
    }

    [Fact]
    public void A_prefix_that_ended_stays_ended_as_it_did()
    {
        var message = new byte[Cobblestone256.CiphertextLength(5)];
        Cobblestone256.Encrypt(Lab.KeyBytes(), [], Lab.Salt(), new byte[5], message);
        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);

        Assert.True(reader.TryUpdate(message, new byte[100], out _));
        Assert.Equal(MessageEnd.Complete, reader.Finish(new byte[100], out var written));
        Assert.Equal(5, written);
        Assert.Equal(MessageEnd.Complete, reader.FinishPrefix());
    }
}
