using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Where a range may begin and end.</summary>
public sealed class Cobblestone256RandomAccessTests
{
    private const int Chunk = Cobblestone256.ChunkLength;
    private const int Sealed = Cobblestone256.SealedChunkLength;
    private const int Header = Cobblestone256.HeaderLength;
    private const int Length = (2 * Chunk) + 10;

    private static readonly byte[] Plaintext = Lab.Bytes(3, Length);
    private static readonly byte[] Message = Encrypt();

    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(0, Chunk, 0, 1)]
    [InlineData(0, Chunk + 1, 0, 2)]
    [InlineData(Chunk - 1, 1, 0, 1)]
    [InlineData(Chunk - 1, 2, 0, 2)]
    [InlineData(Chunk, 1, 1, 1)]
    [InlineData(Chunk, Chunk, 1, 1)]
    public void The_range_to_fetch_is_that_of_the_whole_chunks(long offset, long length, int first, int chunks) =>
        Assert.Equal(
            (Header + (first * Sealed), chunks * Sealed),
            Cobblestone256RandomAccess.CiphertextRangeFor(offset, length, Message.Length));

    [Fact]
    public void The_last_chunk_ends_with_the_message() => Assert.Equal(
        (Header + (2 * Sealed), Message.Length - Header - (2 * Sealed)),
        Cobblestone256RandomAccess.CiphertextRangeFor(Length - 1, 1, Message.Length));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-1, Length)]
    [InlineData(0, 0)]
    [InlineData(5, -1)]
    [InlineData(0, Length + 1)]
    [InlineData(Length, 1)]
    [InlineData(1, Length)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(1, long.MaxValue)]
    public void A_range_that_leaves_the_plaintext_is_the_callers_mistake(long offset, long length) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(offset), () => Cobblestone256RandomAccess.CiphertextRangeFor(offset, length, Message.Length));

    [Theory]
    [InlineData(0)]
    [InlineData(Header)]
    [InlineData(Header + Sealed)]
    public void A_message_of_no_possible_length_has_no_range(long length) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Cobblestone256RandomAccess.CiphertextRangeFor(0, 1, length));

    [Theory]
    [InlineData(0, Length)]
    [InlineData(Length - 1, 1)]
    [InlineData(Length, 0)]
    [InlineData(0, 0)]
    public void Up_to_its_end_the_plaintext_is_read(int offset, int length)
    {
        using var access = Open();
        var read = new byte[length];

        Assert.True(access.TryRead(offset, read));
        Assert.Equal(Plaintext[offset..(offset + length)], read);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(-1, 1)]
    [InlineData(1, Length)]
    [InlineData(Length, 1)]
    [InlineData(Length + 1, 0)]
    public void Nothing_is_read_outside(long offset, int length)
    {
        using var access = Open();
        Assert.Throws<ArgumentOutOfRangeException>(nameof(offset), () => access.TryRead(offset, new byte[length]));
    }

    [Fact]
    public void After_it_is_disposed_of_it_reads_nothing()
    {
        var access = Open();
        access.Dispose();

        Assert.Throws<ObjectDisposedException>(() => access.TryRead(0, []));
        Assert.Throws<ObjectDisposedException>(() => access.TryAuthenticateLength());
    }

    private static Cobblestone256RandomAccess Open() =>
        Cobblestone256RandomAccess.TryOpen(Lab.KeyBytes(), [], Lab.ReaderOf(Message), Message.Length)!;

    private static byte[] Encrypt()
    {
        var message = new byte[Cobblestone256.CiphertextLength(Length)];
        Cobblestone256.Encrypt(Lab.KeyBytes(), [], Lab.Salt(), Plaintext, message);
        return message;
    }
}
