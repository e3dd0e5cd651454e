using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What the hot paths leave to the garbage collector, per operation.</summary>
public sealed class AllocationTests
{
    private const int Turns = 200;

    // One `AesGcm` (24 B) with its key handle (32 B): 32 to 64 B, by how the platform was compiled. Code that is not
    // optimised adds no more than that again for the unions at the border.
    private const int Slack = 64;

    [Theory]
    [InlineData(64)]
    [InlineData(256)]
    [InlineData(1024)]
    public void Sealing_and_opening_a_small_message_allocate_64_bytes_beyond_the_output(int length)
    {
        using var key = Lab.Key();
        var sealing = Lab.Attached(key);
        var plaintext = Lab.Bytes(1, length);
        var salt = Lab.Salt();
        var envelope = new byte[Envelope.SealedLength(sealing, length)];
        var opened = new byte[length];

        Assert.InRange(PerTurn(() => Envelope.Seal(sealing, Lab.Context, salt, plaintext, Lab.Now, envelope)), 0, 64 + Slack);
        Assert.InRange(PerTurn(() => Envelope.Open(envelope, Lab.Context, key, opened)), 0, 64 + Slack);
        Assert.Equal(plaintext, opened);
    }

    [Fact]
    public void Wrapping_and_unwrapping_a_data_key_allocate_nothing()
    {
        using var wrap = new AesKeyWrap(Lab.KeyBytes());
        var secret = Lab.KeyBytes(2);
        var wrapped = new byte[40];

        Assert.Equal(0, PerTurn(() => wrap.Wrap(secret, wrapped)));
        Assert.Equal(0, PerTurn(() => wrap.TryUnwrap(wrapped, secret)));
    }

    [Fact]
    public void A_stream_allocates_nothing_for_a_piece()
    {
        using var writer = new Cobblestone256Writer(Lab.KeyBytes(), [], Lab.Salt());
        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);
        var piece = new byte[Cobblestone256.ChunkLength];
        var output = new byte[2 * Cobblestone256.SealedChunkLength];
        var written = 0;

        Assert.Equal(0, PerTurn(() =>
        {
            written = writer.Update(piece, output);
            Assert.True(reader.TryUpdate(output.AsSpan(0, written), piece, out _));
        }));
    }

    private static long PerTurn(Action turn)
    {
        for (var warm = 0; warm < 50; warm++)
        {
            turn();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < Turns; at++)
        {
            turn();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Turns;
    }
}
