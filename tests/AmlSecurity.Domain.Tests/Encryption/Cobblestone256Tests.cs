using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class Cobblestone256Tests
{
    [Theory]
    [InlineData(0, 72)]
    [InlineData(1, 73)]
    [InlineData(16_383, 16_455)]
    [InlineData(16_384, 16_472)]
    [InlineData(16_385, 16_473)]
    [InlineData(Cobblestone256.MaximumPlaintextLength, 56 + ((1L << 38) * 16_400) - 1)]
    public void A_message_is_longer_by_its_header_and_its_tags(long plaintext, long ciphertext)
    {
        Assert.Equal(ciphertext, Cobblestone256.CiphertextLength(plaintext));
        Assert.True(Cobblestone256.TryGetPlaintextLength(ciphertext, out var back));
        Assert.Equal(plaintext, back);
    }

    [Fact]
    public void A_length_out_of_bounds_is_the_callers_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Cobblestone256.CiphertextLength(-1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Cobblestone256.CiphertextLength(Cobblestone256.MaximumPlaintextLength + 1));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(56)]
    [InlineData(56 + 15)]
    [InlineData(56 + 16_400)]
    [InlineData(56 + 16_400 + 15)]
    [InlineData(56 + (2 * 16_400))]
    [InlineData(56 + ((1L << 38) * 16_400))]
    [InlineData(56 + ((1L << 38) * 16_400) + 16)]
    [InlineData(long.MaxValue)]
    public void No_message_ends_with_a_full_chunk_or_within_a_tag(long ciphertext)
    {
        Assert.False(Cobblestone256.TryGetPlaintextLength(ciphertext, out var length));
        Assert.Equal(0, length);
    }

    [Fact]
    public void Wrong_lengths_and_overlaps_are_the_callers_mistake()
    {
        var buffer = new byte[200];
        Assert.Throws<ArgumentException>(() => Cobblestone256.Encrypt(new byte[31], [], new byte[24], [], new byte[72]));
        Assert.Throws<ArgumentException>(() => Cobblestone256.Encrypt(new byte[32], [], new byte[23], [], new byte[72]));
        Assert.Throws<ArgumentException>(() => Cobblestone256.Encrypt(new byte[32], [], new byte[24], [], new byte[73]));
        Assert.Throws<ArgumentException>(() => Cobblestone256.Encrypt(
            new byte[32], [], new byte[24], buffer.AsSpan(60, 10), buffer.AsSpan(0, 82)));
        Assert.Throws<ArgumentException>(
            () => Cobblestone256.TryDecrypt(new byte[32], [], new byte[73], [], out _));
        Assert.Throws<ArgumentException>(
            () => Cobblestone256.TryDecrypt(new byte[32], [], buffer.AsSpan(0, 82), buffer.AsSpan(0, 10), out _));
    }

    [Fact]
    public void A_salt_that_lies_in_the_destination_is_the_salt_that_is_used()
    {
        var ciphertext = new byte[72];
        Lab.Salt().CopyTo(ciphertext, 8);
        Cobblestone256.Encrypt(Lab.KeyBytes(), [], ciphertext.AsSpan(8, 24), [], ciphertext);

        Assert.True(Cobblestone256.TryDecrypt(Lab.KeyBytes(), [], ciphertext, [], out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_opens_nothing(int length)
    {
        var ciphertext = new byte[73];
        Cobblestone256.Encrypt(Lab.KeyBytes(), [], Lab.Salt(), [1], ciphertext);
        var key = Lab.Bytes(1, length);
        using var reader = new Cobblestone256Reader(key, []);
        byte[] plaintext = [7];

        Assert.False(Cobblestone256.TryDecrypt(key, [], ciphertext, plaintext, out _));
        Assert.Equal(0, plaintext[0]);
        Assert.False(reader.TryUpdate(ciphertext, [], out _));
        Assert.Equal(MessageEnd.Refused, reader.FinishPrefix());
        Assert.Null(Cobblestone256RandomAccess.TryOpen(key, [], Lab.ReaderOf(ciphertext), ciphertext.Length));
    }
}
