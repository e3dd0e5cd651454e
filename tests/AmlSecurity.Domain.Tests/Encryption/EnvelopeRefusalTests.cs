using System.Buffers.Binary;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What must never open, each case by its name.</summary>
public sealed class EnvelopeRefusalTests
{
    private const int Sealed = Cobblestone256.SealedChunkLength;
    private const int DetachedBody = EnvelopeHeader.PreambleLength + Cobblestone256.HeaderLength;

    private static readonly byte[] Small = Lab.SealAttached([1, 2, 3]);
    private static readonly byte[] Large = Lab.SealDetached(Lab.Bytes(7, (2 * Cobblestone256.ChunkLength) + 5));

    [Fact]
    public void Every_flipped_bit_of_an_attached_envelope_is_refused()
    {
        using var key = Lab.Key();
        Lab.Open(Small, key).Expect();
        for (var bit = 0; bit < Small.Length * 8; bit++)
        {
            var changed = Small.With(bytes => bytes[bit / 8] ^= (byte)(1 << (bit % 8)));
            AssertRefused(changed, key);
            Assert.Contains(
                Lab.Open(changed, new FakeVault()).AsT1.Kind,
                new[] { OpenRefusalKind.Malformed, OpenRefusalKind.KeyNotAllowed, OpenRefusalKind.Authentication });
        }
    }

    [Fact]
    public void Every_truncation_of_an_attached_envelope_is_refused()
    {
        using var key = Lab.Key();
        for (var length = 0; length < Small.Length; length++)
        {
            AssertRefused(Small[..length], key);
            Assert.True(Lab.Open(Small[..length], new FakeVault()).IsT1);
        }
    }

    [Fact]
    public void Every_flipped_bit_and_every_truncation_of_a_key_record_is_refused()
    {
        using var key = Lab.Key();
        var record = KeyRecord.Create(key, "ws", FakeVault.Wrap(Lab.KeyBytes())).Expect().Encoded.ToArray();
        Assert.True(Recovers(record));
        for (var bit = 0; bit < record.Length * 8; bit++)
        {
            Assert.False(Recovers(record.With(bytes => bytes[bit / 8] ^= (byte)(1 << (bit % 8)))));
        }

        Assert.All(Enumerable.Range(0, record.Length), length => Assert.False(Recovers(record[..length])));
        Assert.False(Recovers([.. record, 0]));

        static bool Recovers(byte[] bytes) => KeyRecord.Read(bytes).Match(
            record => record.RecoverKey(Lab.Allowed, new FakeVault()).IsT0, fault => false);
    }

    [Fact]
    public void Chunks_that_changed_places_are_refused() =>
        AssertRefusedUnderItsKey([.. Large[..DetachedBody], .. Chunk(1), .. Chunk(0), .. Chunk(2)]);

    [Fact]
    public void A_chunk_in_the_place_of_another_is_refused() =>
        AssertRefusedUnderItsKey([.. Large[..DetachedBody], .. Chunk(0), .. Chunk(0), .. Chunk(2)]);

    [Fact]
    public void A_chunk_too_many_is_refused() =>
        AssertRefusedUnderItsKey([.. Large[..DetachedBody], .. Chunk(0), .. Chunk(1), .. Chunk(1), .. Chunk(2)]);

    [Fact]
    public void A_chunk_too_few_is_refused()
    {
        AssertRefusedUnderItsKey([.. Large[..DetachedBody], .. Chunk(0), .. Chunk(2)]);
        AssertRefusedUnderItsKey([.. Large[..DetachedBody], .. Chunk(1), .. Chunk(2)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_body_that_ends_with_a_full_chunk_is_refused(int chunks)
    {
        var cut = Large[..(DetachedBody + (chunks * Sealed))];
        AssertRefusedUnderItsKey(cut);
        Assert.False(Envelope.TryGetPlaintextLength(cut, out _));
    }

    [Fact]
    public void A_chunk_of_another_message_of_the_same_key_is_refused()
    {
        var other = Lab.SealDetached(Lab.Bytes(8, (2 * Cobblestone256.ChunkLength) + 5), salt: 2);
        AssertRefusedUnderItsKey([.. Large[..DetachedBody], .. Chunk(0), .. other[(DetachedBody + Sealed)..]]);
        AssertRefusedUnderItsKey([.. Large[..DetachedBody], .. other[DetachedBody..]]);
    }

    [Fact]
    public void A_header_with_a_body_under_another_data_key_is_refused()
    {
        var other = Lab.SealAttached([1, 2, 3], seed: 2);
        var length = Envelope.DescribeWrapping(Small).Expect().Length;
        byte[] spliced = [.. Small[..length], .. other[length..]];
        using var key = Lab.Key();
        using var otherKey = Lab.Key(2);

        AssertRefused(spliced, key);
        AssertRefused(spliced, otherKey);
        Assert.Equal(default, Lab.Open(spliced, new FakeVault()).AsT1);
    }

    // By design: the body binds data key and context, and the threat model says so.
    [Fact]
    public void Two_envelopes_of_one_data_key_and_one_context_may_exchange_their_headers()
    {
        using var key = Lab.Key();
        var rewrapped = EnvelopeKey.Attached(key, FakeVault.Wrap(Lab.KeyBytes(), version: "00")).Expect();
        var other = Lab.Seal(rewrapped, [4, 5], salt: 2);
        var length = Envelope.DescribeWrapping(Small).Expect().Length;
        var otherLength = Envelope.DescribeWrapping(other).Expect().Length;

        Assert.Equal([4, 5], Lab.Open([.. Small[..length], .. other[otherLength..]], new FakeVault()).Expect());
        Assert.Equal([1, 2, 3], Lab.Open([.. other[..otherLength], .. Small[length..]], new FakeVault()).Expect());
    }

    [Fact]
    public void A_wrong_context_is_refused()
    {
        using var key = Lab.Key();
        EncryptionContext[] wrong =
        [
            Lab.ContextOf("model-2"), Lab.ContextOf(""), EncryptionContext.Empty,
            EncryptionContext.Create(
                [new("tenant", "t"), new("asset", "model-1"), new("assetKind", "model"), new("version", "")]).Expect(),
            EncryptionContext.Create([new("tenant", "t"), new("asset", "model-1"), new("assetKind", "Model")]).Expect(),
        ];

        Assert.All(wrong, context =>
        {
            Assert.Equal(default, Lab.Open(Small, key, context).AsT1);
            Assert.Equal(default, Lab.Open(Small, new FakeVault(), context: context).AsT1);
        });
    }

    [Fact]
    public void A_wrong_key_is_refused_also_under_the_right_id()
    {
        using var other = Lab.Key(2);
        using var disguised = new DataKey(Lab.KeyBytes(2), Lab.IdOf(1), Lab.Now);

        AssertRefused(Small, other);
        AssertRefused(Small, disguised);
        AssertRefused(Large, other);
        AssertRefused(Large, disguised);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(16_400)]
    public void Trailing_data_is_refused(int length)
    {
        using var key = Lab.Key();
        AssertRefused([.. Small, .. new byte[length]], key);
        AssertRefused([.. Small, .. Small.AsSpan(Small.Length - Math.Min(length, 20), Math.Min(length, 20))], key);
        AssertRefusedUnderItsKey([.. Large, .. new byte[length]]);
    }

    [Fact]
    public void Regions_in_another_order_are_refused()
    {
        var header = Envelope.DescribeWrapping(Small).Expect().Length;
        var salt = header + Cobblestone256.SaltLength;
        var chunk = header + Cobblestone256.HeaderLength;
        using var key = Lab.Key();

        AssertRefused([.. Small[..header], .. Small[salt..chunk], .. Small[header..salt], .. Small[chunk..]], key);
        AssertRefused([.. Small[..header], .. Small[chunk..], .. Small[header..chunk]], key);
        AssertRefused([.. Small[..28], .. Small[header..], .. Small[28..header]], key);
    }

    // A counter of fewer bits would come round: chunk 256 must not pass for chunk 0.
    [Fact]
    public void A_counter_that_lost_its_high_bits_is_refused()
    {
        var plaintext = new byte[257 * Cobblestone256.ChunkLength];
        var envelope = Lab.SealDetached(plaintext);
        using var key = Lab.Key();
        var exchanged = envelope.With(bytes =>
        {
            var first = bytes.AsSpan(DetachedBody, Sealed).ToArray();
            bytes.AsSpan(DetachedBody + (256 * Sealed), Sealed).CopyTo(bytes.AsSpan(DetachedBody));
            first.CopyTo(bytes, DetachedBody + (256 * Sealed));
        });

        Assert.Equal(plaintext, Lab.Open(envelope, key).Expect());
        Assert.NotEqual(
            envelope.AsSpan(DetachedBody, Sealed).ToArray(), envelope.AsSpan(DetachedBody + (256 * Sealed), Sealed).ToArray());
        AssertRefused(exchanged, key);
    }

    [Fact]
    public void Two_stanzas_for_one_version_are_refused()
    {
        var stanza = Small[29..(29 + 7 + 43 + 32 + 40)];
        var doubled = Small.With(bytes => bytes[28] = 2).With(
            bytes => BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(8), (uint)(bytes[11] + stanza.Length)));
        byte[] envelope = [.. doubled[..29], .. stanza, .. doubled[29..]];

        Assert.Equal(
            new EnvelopeFault(EnvelopeFaultKind.WithADuplicateStanza, 29 + stanza.Length),
            Envelope.DescribeWrapping(envelope).AsT1);
        Assert.Equal(OpenRefusalKind.Malformed, Lab.Open(envelope, new FakeVault()).AsT1.Kind);
    }

    [Theory]
    [InlineData(8, 0u, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(8, 1u, EnvelopeFaultKind.Truncated)]
    [InlineData(8, 154u, EnvelopeFaultKind.Truncated)]
    [InlineData(8, 156u, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(8, 65_536u, EnvelopeFaultKind.Truncated)]
    [InlineData(8, 65_537u, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(8, 0x80000000u, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(8, uint.MaxValue, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(28, 0x11020000u, EnvelopeFaultKind.WithTheWrongNumberOfStanzas)]
    [InlineData(28, 0x00020000u, EnvelopeFaultKind.WithTheWrongNumberOfStanzas)]
    [InlineData(28, 0x0102FFFFu, EnvelopeFaultKind.Truncated)]
    [InlineData(28, 0x01020000u, EnvelopeFaultKind.Truncated)]
    [InlineData(28, 0x01000000u + 43, EnvelopeFaultKind.WithAMalformedStanza)]
    [InlineData(28, 0x01030000u + 43, EnvelopeFaultKind.WithAMalformedStanza)]
    [InlineData(4, 0x02010000u, EnvelopeFaultKind.OfAnUnknownVersion)]
    [InlineData(4, 0x00010000u, EnvelopeFaultKind.OfAnUnknownVersion)]
    [InlineData(4, 0x01000000u, EnvelopeFaultKind.OfAnUnknownSuite)]
    [InlineData(4, 0x01020000u, EnvelopeFaultKind.OfAnUnknownSuite)]
    [InlineData(4, 0x01010002u, EnvelopeFaultKind.WithAnUnknownFlag)]
    [InlineData(4, 0x01010003u, EnvelopeFaultKind.WithAnUnknownFlag)]
    [InlineData(4, 0x01018000u, EnvelopeFaultKind.WithAnUnknownFlag)]
    [InlineData(4, 0x01010001u, EnvelopeFaultKind.WithALengthThatLies)]
    [InlineData(0, 0x414D4C4Bu, EnvelopeFaultKind.OfAnotherFormat)]
    public void A_header_that_lies_or_is_of_another_kind_is_refused(int offset, uint value, EnvelopeFaultKind expected)
    {
        var envelope = Small.With(bytes => BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(offset), value));
        var vault = new FakeVault();

        Assert.Equal(155, Envelope.DescribeWrapping(Small).Expect().Length - 28);
        Assert.Equal(expected, Envelope.DescribeWrapping(envelope).AsT1.Kind);
        Assert.Equal(expected, Lab.Open(envelope, vault).AsT1.Fault!.Value.Kind);
        Assert.Empty(vault.Asked);
    }

    [Fact]
    public void A_detached_envelope_of_another_data_key_id_is_refused()
    {
        using var key = Lab.Key();
        AssertRefused(Lab.SealDetached([1], seed: 2), key);
        AssertRefusedUnderItsKey(Large.With(bytes => Lab.IdOf(2).WriteTo(bytes.AsSpan(12))));
    }

    [Fact]
    public void A_detached_envelope_is_never_unwrapped_by_itself()
    {
        var vault = new FakeVault();
        Assert.Equal(OpenRefusalKind.KeyNotAllowed, Lab.Open(Large, vault).AsT1.Kind);
        Assert.Empty(vault.Asked);
    }

    [Fact]
    public void A_stream_begins_with_the_header_and_not_one_byte_more()
    {
        using var key = Lab.Key();
        var length = Envelope.DescribeWrapping(Small).Expect().Length;

        Assert.Equal(
            new OpenRefusal(OpenRefusalKind.Malformed, new EnvelopeFault(EnvelopeFaultKind.WithTrailingBytes, length)),
            Envelope.BeginOpen(Small.AsSpan(0, length + 1), Lab.Context, key).AsT1);
        Assert.Equal(
            new OpenRefusal(OpenRefusalKind.Malformed, new EnvelopeFault(EnvelopeFaultKind.WithTrailingBytes, 28)),
            Envelope.BeginOpen(Large.AsSpan(0, 29), Lab.Context, key).AsT1);
        Assert.Equal(
            OpenRefusalKind.Malformed, Envelope.BeginOpen(Small.AsSpan(0, length - 1), Lab.Context, key).AsT1.Kind);
    }

    [Fact]
    public void A_store_that_shows_two_headers_is_refused()
    {
        using var key = Lab.Key();
        var other = Lab.SealDetached([1, 2, 3]);
        var asked = 0;
        CiphertextRangeReader reader = (offset, destination) =>
            Lab.ReaderOf(asked++ == 0 ? Small : [.. other, .. new byte[200]])(offset, destination);

        Assert.Equal(
            new OpenRefusal(OpenRefusalKind.Malformed, new EnvelopeFault(EnvelopeFaultKind.WithTrailingBytes, 28)),
            Envelope.OpenRandomAccess(reader, Small.Length, Lab.Context, key).AsT1);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(27, 27)]
    [InlineData(28, 28)]
    [InlineData(3_000_000_000, 28)]
    [InlineData(long.MaxValue, 28)]
    public void A_store_that_gives_nothing_is_refused_at_a_place_that_exists(long length, int offset)
    {
        using var key = Lab.Key();
        Assert.Equal(
            new OpenRefusal(OpenRefusalKind.Malformed, new EnvelopeFault(EnvelopeFaultKind.Truncated, offset)),
            Envelope.OpenRandomAccess((_, _) => false, length, Lab.Context, key).AsT1);
    }

    private static byte[] Chunk(int number) =>
        Large[(DetachedBody + (number * Sealed))..Math.Min(DetachedBody + ((number + 1) * Sealed), Large.Length)];

    private static void AssertRefusedUnderItsKey(byte[] envelope)
    {
        using var key = Lab.Key();
        Assert.Equal(default, Lab.Open(envelope, key).AsT1);
        AssertRefused(envelope, key);
    }

    // Refused at every door: malformed where the form is broken, else the one refusal that says nothing.
    private static void AssertRefused(byte[] envelope, DataKey key)
    {
        OpenRefusal[] refusals =
        [
            Lab.Open(envelope, key).AsT1,
            Lab.OpenStreamed(envelope, key, 1_000).AsT1,
            Lab.OpenRandomly(envelope, key).AsT1,
        ];
        Assert.All(refusals, refusal => Assert.True(refusal == default || refusal.Kind == OpenRefusalKind.Malformed));
        Assert.Single(refusals.Select(refusal => refusal.Kind).Distinct());
    }
}
