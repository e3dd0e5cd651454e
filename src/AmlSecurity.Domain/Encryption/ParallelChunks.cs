namespace AmlSecurity.Domain.Encryption;

/// <summary>Encrypts and decrypts the chunks of one message on several threads: each has a cipher and a run of its
/// own.</summary>
internal static class ParallelChunks
{
    /// <summary>Encrypts a plaintext into the body behind the header.</summary>
    public static void Encrypt(byte[] keys, ReadOnlyMemory<byte> plaintext, Memory<byte> body, int degree)
    {
        var chunks = (plaintext.Length / Cobblestone256.ChunkLength) + 1;
        Run(chunks, degree, (first, end) =>
        {
            var from = first * Cobblestone256.ChunkLength;
            var isLast = end == chunks;
            var part = isLast ? plaintext.Span[from..] : plaintext.Span[from..(end * Cobblestone256.ChunkLength)];
            using var cipher = new ChunkCipher(keys);
            cipher.EncryptAll(first, part, body.Span[(first * Cobblestone256.SealedChunkLength)..], isLast);
            return true;
        });
    }

    /// <summary>Decrypts the body behind the header; on failure the caller erases the plaintext.</summary>
    public static bool TryDecrypt(byte[] keys, ReadOnlyMemory<byte> body, Memory<byte> plaintext, int degree)
    {
        var chunks = (body.Length / Cobblestone256.SealedChunkLength) + 1;
        return Run(chunks, degree, (first, end) =>
        {
            var from = first * Cobblestone256.SealedChunkLength;
            var part = end == chunks ? body.Span[from..] : body.Span[from..(end * Cobblestone256.SealedChunkLength)];
            using var cipher = new ChunkCipher(keys);
            return cipher.TryDecryptAll(first, part, plaintext.Span[(first * Cobblestone256.ChunkLength)..]);
        });
    }

    // Contiguous runs of chunks, as even as they go.
    private static bool Run(int chunks, int degree, Func<int, int, bool> work)
    {
        var runs = Math.Min(degree, chunks);
        var failures = 0;
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = runs }, run =>
        {
            var first = (int)((long)chunks * run / runs);
            var end = (int)((long)chunks * (run + 1) / runs);
            if (!work(first, end))
            {
                Interlocked.Increment(ref failures);
            }
        });
        return failures == 0;
    }
}
