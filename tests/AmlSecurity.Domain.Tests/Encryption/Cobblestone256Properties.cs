using AmlSecurity.Domain.Encryption;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Laws of the body: the doors agree with each other, whatever the length.</summary>
[Properties(Arbitrary = [typeof(Cobblestone256Properties)], MaxTest = 100)]
public class Cobblestone256Properties
{
    private const int Chunk = Cobblestone256.ChunkLength;

    /// <summary>A message and what a test does with it; all follows from length and seed.</summary>
    public sealed record Message(int Length, int Seed)
    {
        public byte[] Key => Lab.KeyBytes(Seed);

        public byte[] Context => Lab.Bytes(Seed, Seed % 40);

        public byte[] Salt => Lab.Salt(Seed);

        public byte[] Plaintext => Lab.Bytes(Seed + 1, Length);

        public byte[] Encrypt()
        {
            var ciphertext = new byte[Cobblestone256.CiphertextLength(Length)];
            Cobblestone256.Encrypt(Key, Context, Salt, Plaintext, ciphertext);
            return ciphertext;
        }
    }

    public static Arbitrary<Message> Messages()
    {
        var border = from chunks in Gen.Choose(0, 3)
                     from beside in Gen.Choose(-1, 1)
                     select (chunks * Chunk) + beside;
        var message = from length in Gen.OneOf(border, Gen.Choose(0, 3 * Chunk))
                      from seed in Gen.Choose(0, 1_000_000)
                      select new Message(Math.Max(length, 0), seed);
        return message.ToArbitrary();
    }

    [Property]
    public Property What_was_encrypted_is_decrypted(Message message)
    {
        var plaintext = new byte[message.Length];
        var opens = Cobblestone256.TryDecrypt(
            message.Key, message.Context, message.Encrypt(), plaintext, out var written);
        return (opens && written == message.Length && plaintext.AsSpan().SequenceEqual(message.Plaintext))
            .Classify(message.Length % Chunk == 0, "empty last chunk")
            .Classify(message.Length >= Chunk, "several chunks");
    }

    [Property]
    public bool A_stream_in_any_pieces_writes_and_reads_the_same(Message message)
    {
        var random = new Random(message.Seed);
        var ciphertext = message.Encrypt();
        using var writer = new Cobblestone256Writer(message.Key, message.Context, message.Salt);
        using var reader = new Cobblestone256Reader(message.Key, message.Context);
        var (end, plaintext) = Pieces.Decrypt(reader, ciphertext, Length);
        return Pieces.Encrypt(writer, message.Plaintext, Length).AsSpan().SequenceEqual(ciphertext)
            && end == MessageEnd.Complete
            && plaintext.AsSpan().SequenceEqual(message.Plaintext);

        int Length() => random.Next(8) switch
        {
            0 => 0,
            1 => Chunk,
            2 => Cobblestone256.SealedChunkLength,
            3 => random.Next(100),
            _ => random.Next(2 * Chunk),
        };
    }

    [Property]
    public Property A_range_is_the_slice_and_fetches_what_was_foretold(Message message)
    {
        var random = new Random(message.Seed);
        var ciphertext = message.Encrypt();
        var fetched = new List<(long Offset, long Length)>();
        using var access = Cobblestone256RandomAccess.TryOpen(message.Key, message.Context, Recorded, ciphertext.Length)!;
        fetched.Clear();

        var offset = random.Next(message.Length + 1);
        var range = new byte[random.Next(message.Length - offset + 1)];
        var isRead = access.TryRead(offset, range);
        var isSlice = isRead && range.AsSpan().SequenceEqual(message.Plaintext.AsSpan(offset, range.Length));
        return (isSlice && (range.Length == 0 ? fetched.Count == 0 : IsForetold()))
            .Classify(fetched.Count > 1, "several chunks")
            .Classify(range.Length == 0, "empty range");

        // Adjoining chunks, from the first byte foretold to the last.
        bool IsForetold()
        {
            var foretold = Cobblestone256RandomAccess.CiphertextRangeFor(offset, range.Length, ciphertext.Length);
            return fetched[0].Offset == foretold.Offset
                && fetched.Sum(piece => piece.Length) == foretold.Length
                && fetched.Zip(fetched.Skip(1)).All(pair => pair.First.Offset + pair.First.Length == pair.Second.Offset);
        }

        bool Recorded(long at, Span<byte> destination)
        {
            fetched.Add((at, destination.Length));
            return Lab.ReaderOf(ciphertext)(at, destination);
        }
    }

    [Property(MaxTest = 1_000)]
    public bool The_length_of_plaintext_and_message_follow_from_each_other(Message message, DoNotSize<ulong> wide)
    {
        long[] lengths = [message.Length, (long)(wide.Item % (ulong)Cobblestone256.MaximumPlaintextLength)];
        return lengths.All(length =>
            Cobblestone256.TryGetPlaintextLength(Cobblestone256.CiphertextLength(length), out var back)
            && back == length);
    }
}
