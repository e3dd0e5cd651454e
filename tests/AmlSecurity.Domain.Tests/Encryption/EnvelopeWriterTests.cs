using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class EnvelopeWriterTests
{
    [Fact]
    public void A_piece_that_was_refused_takes_no_header_with_it()
    {
        using var key = Lab.Key();
        var sealing = Lab.Attached(key);
        using var writer = Envelope.BeginSeal(sealing, Lab.Context, Lab.Salt(), Lab.Now).Expect();
        var envelope = new byte[Envelope.SealedLength(sealing, 3)];

        Assert.Throws<ArgumentException>(() => writer.Update([1, 2, 3], new byte[sealing.Header.Length + 10]));
        Assert.Throws<ArgumentException>(() => writer.Update(envelope.AsSpan(20, 3), envelope));
        Assert.Throws<ArgumentException>(() => writer.Finish(new byte[sealing.Header.Length + 10]));
        var at = writer.Update([1, 2, 3], envelope).Expect();
        writer.Finish(envelope.AsSpan(at));

        Assert.Equal(Lab.SealAttached([1, 2, 3]), envelope);
    }

    [Fact]
    public void A_piece_that_was_refused_is_not_counted()
    {
        using var key = Lab.Key(limits: new DataKeyLimits(DataKeyLimits.GreatestAge, bytes: 10));
        using var writer = Envelope.BeginSeal(EnvelopeKey.Detached(key), Lab.Context, Lab.Salt(), Lab.Now).Expect();

        Assert.Throws<ArgumentException>(() => writer.Update(new byte[10], new byte[10]));
        Assert.True(writer.Update(new byte[10], new byte[100]).IsT0);
    }

    [Fact]
    public void A_piece_over_the_limit_ends_the_envelope()
    {
        using var key = Lab.Key(limits: new DataKeyLimits(DataKeyLimits.GreatestAge, bytes: 10));
        using var writer = Envelope.BeginSeal(EnvelopeKey.Detached(key), Lab.Context, Lab.Salt(), Lab.Now).Expect();

        Assert.Equal(SealRefusal.UsedForTooManyBytes, writer.Update(new byte[11], new byte[100]).AsT1);
        Assert.Throws<InvalidOperationException>(() => writer.Update(new byte[1], new byte[100]));
        Assert.Throws<InvalidOperationException>(() => writer.Finish(new byte[100]));
    }

    [Fact]
    public void A_key_that_was_disposed_of_seals_no_further_piece()
    {
        var key = Lab.Key();
        using var writer = Envelope.BeginSeal(EnvelopeKey.Detached(key), Lab.Context, Lab.Salt(), Lab.Now).Expect();
        Assert.True(writer.Update(new byte[11], new byte[100]).IsT0);
        key.Dispose();

        Assert.Equal(SealRefusal.Erased, writer.Update(new byte[11], new byte[100]).AsT1);
        Assert.Throws<InvalidOperationException>(() => writer.Finish(new byte[100]));
    }

    [Fact]
    public void A_disposed_writer_writes_no_more()
    {
        using var key = Lab.Key();
        var writer = Envelope.BeginSeal(EnvelopeKey.Detached(key), Lab.Context, Lab.Salt(), Lab.Now).Expect();
        writer.Dispose();

        Assert.Throws<InvalidOperationException>(() => writer.Update([], new byte[100]));
        Assert.Throws<InvalidOperationException>(() => writer.Finish(new byte[200]));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.OutputLength(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.OutputLength(-1));
    }
}
