using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>The doors for large buffers give what one thread gives, and refuse what it refuses.</summary>
public sealed class ParallelChunksTests
{
    private const int Chunk = Cobblestone256.ChunkLength;

    private static readonly byte[] Key = Lab.Bytes(1, Cobblestone256.KeyLength);
    private static readonly byte[] Context = Lab.Bytes(2, 40);
    private static readonly byte[] Salt = Lab.Bytes(3, Cobblestone256.SaltLength);

    public static TheoryData<int, int> Cases
    {
        get
        {
            int[] lengths = [0, 1, Chunk - 1, Chunk, Chunk + 1, (3 * Chunk) - 1, 3 * Chunk, (7 * Chunk) + 5];
            var cases = new TheoryData<int, int>();
            foreach (var length in lengths)
            {
                foreach (var degree in new[] { 1, 2, 3, 16 })
                {
                    cases.Add(length, degree);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Several_threads_make_the_message_that_one_makes_and_open_it(int length, int degree)
    {
        var plaintext = Lab.Bytes(4, length);
        var expected = new byte[Cobblestone256.CiphertextLength(length)];
        Cobblestone256.Encrypt(Key, Context, Salt, plaintext, expected);

        var message = new byte[expected.Length];
        Cobblestone256.EncryptInParallel(Key, Context, Salt, plaintext, message, degree);
        Assert.Equal(expected, message);

        var opened = new byte[length];
        Assert.True(Cobblestone256.TryDecryptInParallel(Key, Context, message, opened, degree, out var written));
        Assert.Equal(length, written);
        Assert.Equal(plaintext, opened);
    }

    [VectorFact(CobblestoneVector.Path)]
    public void Every_published_case_ends_as_published() => Assert.All(CobblestoneVector.ReadAll(), vector =>
    {
        var plaintext = new byte[vector.Ciphertext.Length];
        Assert.Equal(vector.IsValid, Cobblestone256.TryDecryptInParallel(
            vector.Key, vector.Context, vector.Ciphertext, plaintext, 3, out var written));
        Assert.Equal(vector.IsValid ? vector.MessageLength : 0, written);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(Cobblestone256.SaltLength)]
    [InlineData(Cobblestone256.HeaderLength)]
    [InlineData(Cobblestone256.HeaderLength + Cobblestone256.SealedChunkLength)]
    [InlineData(Cobblestone256.HeaderLength + (3 * Cobblestone256.SealedChunkLength))]
    public void One_altered_byte_in_any_chunk_refuses_all_and_erases_all(int at)
    {
        var message = new byte[Cobblestone256.CiphertextLength((3 * Chunk) + 9)];
        Cobblestone256.EncryptInParallel(Key, Context, Salt, Lab.Bytes(4, (3 * Chunk) + 9), message, 2);
        message[at] ^= 1;

        var opened = Lab.Bytes(5, (3 * Chunk) + 9);
        Assert.False(Cobblestone256.TryDecryptInParallel(Key, Context, message, opened, 2, out var written));
        Assert.Equal(0, written);
        Assert.Equal(-1, opened.AsSpan().IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void An_envelope_of_several_threads_is_that_of_one()
    {
        var plaintext = Lab.Bytes(4, (5 * Chunk) + 1);
        using var key = Lab.Key();
        var attached = Lab.Attached(key);
        var envelope = new byte[Envelope.SealedLength(attached, plaintext.Length)];
        Envelope.SealInParallel(attached, Lab.Context, Lab.Salt(), plaintext, Lab.Now, envelope, 3).Expect();
        Assert.Equal(Lab.Seal(attached, plaintext), envelope);

        var opened = new byte[plaintext.Length];
        Assert.Equal(plaintext.Length, Envelope.OpenInParallel(envelope, Lab.Context, key, opened, 3).Expect());
        Assert.Equal(plaintext, opened);
    }

    [Fact]
    public void An_envelope_is_refused_to_several_threads_as_to_one()
    {
        var envelope = Lab.SealAttached(Lab.Bytes(4, 3 * Chunk));
        using var key = Lab.Key();
        OpenRefusal Open(byte[] bytes, EncryptionContext context) =>
            Envelope.OpenInParallel(bytes, context, key, new byte[3 * Chunk], 2).AsT1;

        Assert.Equal(default, Open(envelope, Lab.ContextOf("another")));
        Assert.Equal(default, Open(envelope.With(bytes => bytes[^1] ^= 1), Lab.Context));
        Assert.Equal(OpenRefusalKind.Malformed, Open(envelope[..20], Lab.Context).Kind);
        key.Dispose();
        Assert.Equal(OpenRefusalKind.KeyErased, Open(envelope, Lab.Context).Kind);
    }

    [Fact]
    public void Less_than_one_thread_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Cobblestone256.EncryptInParallel(Key, Context, Salt, default, new byte[72], 0));
}
