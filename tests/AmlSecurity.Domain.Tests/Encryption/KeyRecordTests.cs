using System.Buffers.Binary;
using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class KeyRecordTests
{
    private static readonly byte[] Encoded = Record("ws").Encoded.ToArray();

    [Fact]
    public void The_layout_is_as_written_down()
    {
        byte[] head = [.. "AMLK"u8, 1, 1, 0, 0, .. Lab.Bytes(1_001, 16)];
        Assert.Equal(head, Encoded[..24]);
        Assert.Equal(Lab.Now.ToUnixTimeSeconds(), BinaryPrimitives.ReadInt64BigEndian(Encoded.AsSpan(24)));
        Assert.Equal([0, 2, (byte)'w', (byte)'s', 1, 2, 0, 43], Encoded[32..40]);
        Assert.Equal(36 + 1 + 7 + 43 + 32 + 40 + 32, Encoded.Length);
    }

    [Fact]
    public void What_was_written_reads_the_same()
    {
        var record = KeyRecord.Read(Encoded).Expect();
        Assert.Equal(("ws", Lab.Now, Lab.IdOf(1)), (record.Scope, record.CreatedAt, record.DataKeyId));
        Assert.Equal(FakeVault.Wrap(Lab.KeyBytes()), Assert.Single(record.Stanzas));
        Assert.Equal(Encoded, record.Encoded.ToArray());
    }

    [Fact]
    public void The_age_of_the_key_counts_from_the_record()
    {
        using var key = KeyRecord.Read(Encoded).Expect().RecoverKey(Lab.Allowed, new FakeVault()).Expect();
        var refused = Envelope.Seal(
            EnvelopeKey.Detached(key), Lab.Context, Lab.Salt(), [], Lab.Now + Duration.FromHours(24), new byte[28 + 72]);
        Assert.Equal(SealRefusal.TooOld, refused.AsT1);
    }

    [Theory]
    [InlineData(4, 2, EnvelopeFaultKind.OfAnUnknownVersion)]
    [InlineData(5, 0, EnvelopeFaultKind.OfAnUnknownSuite)]
    [InlineData(6, 1, EnvelopeFaultKind.WithAnUnknownFlag)]
    [InlineData(7, 1, EnvelopeFaultKind.WithAnUnknownFlag)]
    [InlineData(24, 0x80, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(27, 0x40, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(32, 0xFF, EnvelopeFaultKind.Truncated)]
    [InlineData(33, 0, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(34, 0xFF, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(36, 2, EnvelopeFaultKind.Truncated)]
    [InlineData(36, 0, EnvelopeFaultKind.WithTheWrongNumberOfStanzas)]
    [InlineData(0, (int)'B', EnvelopeFaultKind.OfAnotherFormat)]
    public void A_record_that_lies_or_is_of_another_kind_is_refused(int offset, int value, EnvelopeFaultKind expected) =>
        Assert.Equal(expected, KeyRecord.Read(Encoded.With(bytes => bytes[offset] = (byte)value)).AsT1.Kind);

    [Fact]
    public void Trailing_bytes_are_refused()
    {
        Assert.True(KeyRecord.Read([.. Encoded, 0]).IsT1);
        Assert.Equal(EnvelopeFaultKind.WithTrailingBytes, KeyRecord.Read([.. Encoded, .. new byte[70_000]]).AsT1.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_block_that_could_be_none_is_refused_where_the_longest_would_end(int beyond)
    {
        const int Block = 36;
        byte[] padded = [.. Encoded, .. new byte[Block + KeyBlock.MaximumLength - Encoded.Length + beyond]];

        // Up to that length the stanzas are read, and what follows them is not the MAC alone.
        Assert.Equal(
            beyond == 0
                ? new EnvelopeFault(EnvelopeFaultKind.WithALengthThatLies, Encoded.Length - KeyBlock.MacLength)
                : new EnvelopeFault(EnvelopeFaultKind.WithTrailingBytes, Block + KeyBlock.MaximumLength),
            KeyRecord.Read(padded).AsT1);
    }

    [Fact]
    public void A_record_that_ends_behind_an_empty_scope_has_a_length_that_lies() => Assert.Equal(
        new EnvelopeFault(EnvelopeFaultKind.WithALengthThatLies, 32),
        KeyRecord.Read(Encoded[..34].With(bytes => bytes[33] = 0)).AsT1);

    [Fact]
    public void Scope_time_and_stanzas_have_bounds()
    {
        using var early = new DataKey(Lab.KeyBytes(), Lab.IdOf(1), Instant.FromUnixTimeSeconds(-1));
        using var key = Lab.Key();
        var stanza = FakeVault.Wrap(Lab.KeyBytes());

        Assert.Equal(2_048, Record(new string('s', 2_048)).Scope.Length);
        Assert.Equal("s", Record("s").Scope);
        Assert.ThrowsAny<ArgumentException>(() => Record(""));
        Assert.ThrowsAny<ArgumentException>(() => Record(new string('s', 2_049)));
        Assert.ThrowsAny<ArgumentException>(() => Record("\uD83D"));
        Assert.ThrowsAny<ArgumentException>(() => KeyRecord.Create(early, "ws", stanza));
        Assert.ThrowsAny<ArgumentException>(() => KeyRecord.Create(key, "ws"));
        Assert.ThrowsAny<ArgumentException>(() => KeyRecord.Create(key, "ws", stanza, stanza));
        Assert.ThrowsAny<ArgumentException>(() => KeyRecord.Create(
            key, "ws", [.. Enumerable.Range(0, 17).Select(number => FakeVault.Wrap(Lab.KeyBytes(), version: $"{number}"))]));
    }

    private static KeyRecord Record(string scope)
    {
        using var key = Lab.Key();
        return KeyRecord.Create(key, scope, FakeVault.Wrap(Lab.KeyBytes())).Expect();
    }
}
