using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>The 35 published cases, 10 valid and 25 not, through each door.</summary>
public sealed class Cobblestone256VectorTests
{
    private static readonly Lazy<IReadOnlyList<CobblestoneVector>> Vectors = new(CobblestoneVector.ReadAll);

    [VectorFact(CobblestoneVector.Path)]
    public void There_are_35_cases_of_which_10_are_valid()
    {
        Assert.Equal(35, Vectors.Value.Count);
        Assert.Equal(10, Vectors.Value.Count(vector => vector.IsValid));
    }

    [VectorFact(CobblestoneVector.Path)]
    public void Every_case_ends_as_published_in_one_go() => Assert.All(Vectors.Value, vector =>
    {
        var plaintext = Lab.Bytes(1, vector.Ciphertext.Length);
        var opens = Cobblestone256.TryDecrypt(vector.Key, vector.Context, vector.Ciphertext, plaintext, out var written);

        Assert.Equal(vector.IsValid, opens);
        Assert.Equal(vector.IsValid ? vector.MessageLength : 0, written);
        if (vector.IsValid)
        {
            AssertMessage(vector, plaintext[..written]);
        }
        else
        {
            var length = Cobblestone256.TryGetPlaintextLength(vector.Ciphertext.Length, out var claimed)
                && vector.Key.Length == Cobblestone256.KeyLength ? (int)claimed : plaintext.Length;
            Assert.Equal(-1, plaintext.AsSpan(0, length).IndexOfAnyExcept((byte)0));
        }
    });

    [VectorTheory(CobblestoneVector.Path)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(4096)]
    [InlineData(16_399)]
    [InlineData(16_400)]
    [InlineData(16_401)]
    [InlineData(50_000)]
    [InlineData(int.MaxValue)]
    public void Every_case_ends_as_published_in_pieces(int piece) =>
        Assert.All(Vectors.Value.Where(vector => piece > 1 || vector.Ciphertext.Length < 100_000), vector =>
        {
            using var reader = new Cobblestone256Reader(vector.Key, vector.Context);
            var (end, plaintext) = Pieces.Decrypt(reader, vector.Ciphertext, piece);

            Assert.Equal(vector.IsValid ? MessageEnd.Complete : MessageEnd.Refused, end);
            Assert.Equal(vector.IsValid || vector.HasPrefix ? vector.MessageLength : 0, plaintext.Length);
            if (plaintext.Length > 0)
            {
                AssertMessage(vector, plaintext);
            }

            // It has ended, and stays so.
            Assert.False(reader.TryUpdate([1], [], out _));
            Assert.Equal(end, reader.Finish([], out var more));
            Assert.Equal(end, reader.FinishPrefix());
            Assert.Equal(0, more);
        });

    [VectorTheory(CobblestoneVector.Path)]
    [InlineData(13)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(70_000)]
    [InlineData(int.MaxValue)]
    public void Every_valid_case_is_written_again_as_published(int piece) =>
        Assert.All(Vectors.Value.Where(vector => vector.IsValid), vector =>
        {
            var plaintext = new byte[vector.MessageLength!.Value];
            Assert.True(
                Cobblestone256.TryDecrypt(vector.Key, vector.Context, vector.Ciphertext, plaintext, out _));
            var salt = vector.Ciphertext.AsSpan(0, Cobblestone256.SaltLength);

            using var writer = new Cobblestone256Writer(vector.Key, vector.Context, salt);
            Assert.True(Pieces.Encrypt(writer, plaintext, () => piece).AsSpan().SequenceEqual(vector.Ciphertext));

            var again = new byte[vector.Ciphertext.Length];
            Cobblestone256.Encrypt(vector.Key, vector.Context, salt, plaintext, again);
            Assert.True(again.AsSpan().SequenceEqual(vector.Ciphertext));
        });

    [VectorFact(CobblestoneVector.Path)]
    public void Every_case_ends_as_published_in_random_access() => Assert.All(Vectors.Value, vector =>
    {
        using var access = Cobblestone256RandomAccess.TryOpen(
            vector.Key, vector.Context, Lab.ReaderOf(vector.Ciphertext), vector.Ciphertext.Length);
        if (access is null)
        {
            Assert.False(vector.IsValid);
            Assert.False(vector.HasValidFinalChunk);
            return;
        }

        // A range is authentic in its place; that the message ends there is another question.
        var hasItsLength = access.TryAuthenticateLength();
        Assert.Equal(vector.IsValid || vector.HasValidFinalChunk, hasItsLength);
        var plaintext = new byte[access.PlaintextLength];
        var isRead = access.TryRead(0, plaintext);
        Assert.Equal(vector.IsValid, isRead && hasItsLength);
        if (vector.IsValid)
        {
            AssertMessage(vector, plaintext);
        }
        else if (!isRead)
        {
            Assert.Equal(-1, plaintext.AsSpan().IndexOfAnyExcept((byte)0));
        }

        if (vector.HasPrefix)
        {
            var prefix = new byte[vector.MessageLength!.Value];
            Assert.True(access.TryRead(0, prefix));
            AssertMessage(vector, prefix);
        }
    });

    [VectorFact(CobblestoneVector.Path)]
    public void The_keys_of_a_message_are_derived_as_published()
    {
        var derived = Vectors.Value.Where(vector => vector.AeadKey is not null).ToList();
        Assert.Equal(25, derived.Count);
        Assert.All(derived, vector =>
        {
            using var hmac = Cobblestone256.NewHmac(vector.Key);
            Span<byte> keys = stackalloc byte[ChunkKeys.Length];
            Span<byte> commitment = stackalloc byte[Cobblestone256.CommitmentLength];
            ChunkKeys.Derive(
                hmac,
                vector.Ciphertext.AsSpan(0, Cobblestone256.SaltLength),
                (ReadOnlySpan<byte>)vector.Context,
                keys,
                commitment);

            Assert.Equal(vector.AeadKey, keys[..Cobblestone256.KeyLength].ToArray());
            Assert.Equal(vector.BaseNonce, keys[Cobblestone256.KeyLength..].ToArray());
            Assert.True(commitment.SequenceEqual(
                vector.Ciphertext.AsSpan(Cobblestone256.SaltLength, Cobblestone256.CommitmentLength)));
        });
    }

    private static void AssertMessage(CobblestoneVector vector, byte[] message)
    {
        Assert.Equal(vector.MessageLength, message.Length);
        Assert.Equal(vector.MessageHash, Convert.ToHexStringLower(SHA512.HashData(message)));
    }
}
