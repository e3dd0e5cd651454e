using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class EnvelopeTests
{
    private static readonly byte[] Plaintext = Lab.Bytes(5, 40_000);

    [Fact]
    public void An_attached_envelope_opens_with_the_vault_and_with_the_key()
    {
        var envelope = Lab.SealAttached(Plaintext);
        var vault = new FakeVault();
        using var key = Lab.Key();

        Assert.Equal(Plaintext, Lab.Open(envelope, vault).Expect());
        Assert.Equal(Plaintext, Lab.Open(envelope, key).Expect());
        Assert.Equal(Plaintext, Lab.Open(envelope, key).Expect());
        Assert.Equal(Plaintext, Lab.OpenStreamed(envelope, key, 999).Expect());
        Assert.Equal(Plaintext, Lab.OpenRandomly(envelope, key).Expect());
        Assert.Single(vault.Asked);
        Assert.True(Envelope.TryGetPlaintextLength(envelope, out var length));
        Assert.Equal(Plaintext.Length, length);
    }

    [Fact]
    public void A_detached_envelope_opens_with_its_key_record()
    {
        var envelope = Lab.SealDetached(Plaintext);
        using var made = Lab.Key();
        var record = KeyRecord.Create(made, "workspace-1", FakeVault.Wrap(Lab.KeyBytes())).Expect();

        using var key = KeyRecord.Read(record.Encoded).Expect().RecoverKey(Lab.Allowed, new FakeVault()).Expect();

        Assert.Equal(Plaintext, Lab.Open(envelope, key).Expect());
        Assert.Equal(28, Envelope.DescribeWrapping(envelope).Expect().Length);
        Assert.True(Envelope.DescribeWrapping(envelope).Expect().IsDetached);
        Assert.Equal(Lab.Now, key.CreatedAt);
    }

    [Fact]
    public void The_layout_is_as_written_down()
    {
        var envelope = Lab.SealAttached([1, 2, 3]);
        var header = Envelope.DescribeWrapping(envelope).Expect();
        byte[] binding =
        [
            .. "amlsec/envelope/v1\0"u8, 1, .. Lab.Bytes(1_001, 16), .. Lab.Context.Encoded,
        ];
        var plaintext = new byte[3];

        Assert.Equal("AMLE"u8.ToArray(), envelope[..4]);
        Assert.Equal([1, 1, 0, 0], envelope[4..8]);
        Assert.Equal([0, 0, 0, (byte)(header.Length - 28)], envelope[8..12]);
        Assert.Equal(Lab.Bytes(1_001, 16), envelope[12..28]);
        Assert.Equal(1 + 7 + 43 + 32 + 40 + 32, header.Length - 28);
        Assert.Equal([1, 2, 0, 43], envelope[28..32]);
        Assert.Equal(Lab.Salt(), envelope.AsSpan(header.Length, 24).ToArray());
        Assert.True(Cobblestone256.TryDecrypt(
            Lab.KeyBytes(), binding, envelope.AsSpan(header.Length), plaintext, out _));
        Assert.Equal([1, 2, 3], plaintext);
    }

    [Fact]
    public void The_mac_of_the_header_is_as_written_down()
    {
        var envelope = Lab.SealAttached([]);
        var length = Envelope.DescribeWrapping(envelope).Expect().Length;

        // HKDF-Expand of one block.
        var macKey = System.Security.Cryptography.HMACSHA512.HashData(
            Lab.KeyBytes(), (byte[])[.. "amlsec/envelope/v1 header mac"u8, 1]);
        var mac = System.Security.Cryptography.HMACSHA512.HashData(macKey, envelope.AsSpan(0, length - 32));

        Assert.Equal(mac[..32], envelope[(length - 32)..length]);
    }

    [Fact]
    public void A_stream_writes_what_is_written_in_one_go()
    {
        using var key = Lab.Key();
        var sealing = Lab.Attached(key);
        using var writer = Envelope.BeginSeal(sealing, Lab.Context, Lab.Salt(), Lab.Now).Expect();
        var envelope = new byte[Envelope.SealedLength(sealing, Plaintext.Length)];

        var at = writer.Update(Plaintext.AsSpan(0, 20_000), envelope).Expect();
        at += writer.Update([], envelope.AsSpan(at)).Expect();
        at += writer.Update(Plaintext.AsSpan(20_000), envelope.AsSpan(at)).Expect();
        at += writer.Finish(envelope.AsSpan(at));

        Assert.Equal(envelope.Length, at);
        Assert.Equal(Lab.SealAttached(Plaintext), envelope);
    }

    [Fact]
    public void A_range_opens_alone()
    {
        var envelope = Lab.SealAttached(Plaintext);
        using var key = Lab.Key();
        var range = new byte[100];

        Assert.Equal(100, Envelope.OpenRange(
            Lab.ReaderOf(envelope), envelope.Length, Lab.Context, key, 16_350, range).Expect());
        Assert.Equal(Plaintext[16_350..16_450], range);

        var header = Envelope.DescribeWrapping(envelope).Expect();
        Assert.Equal(
            (header.Length + 56, 2 * 16_400), Envelope.CiphertextRangeFor(header, envelope.Length, 16_350, 100));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Envelope.CiphertextRangeFor(header, envelope.Length, 40_000, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Envelope.OpenRange(
            Lab.ReaderOf(envelope), envelope.Length, Lab.Context, key, 39_901, range));
    }

    [Fact]
    public void The_destination_is_erased_whenever_an_envelope_does_not_open()
    {
        var envelope = Lab.SealAttached([1, 2, 3]);
        using var key = Lab.Key();
        using var wrong = Lab.Key(2);
        using var erased = Lab.Key();
        erased.Dispose();

        AssertErased(plaintext => Envelope.Open(envelope, Lab.ContextOf("b"), key, plaintext).IsT1);
        AssertErased(plaintext => Envelope.Open(envelope, Lab.Context, wrong, plaintext).IsT1);
        AssertErased(plaintext => Envelope.Open(envelope, Lab.Context, erased, plaintext).IsT1);
        AssertErased(plaintext => Envelope.Open(envelope.AsSpan(..^1), Lab.Context, key, plaintext[..2]).IsT1, 2);
        AssertErased(plaintext => Envelope.Open([], Lab.Context, key, plaintext).IsT1);
        AssertErased(plaintext => Envelope.Open(
            envelope, Lab.Context, AllowedKeys.Of(), new FakeVault(), Lab.Now, plaintext).IsT1);
        AssertErased(plaintext => Envelope.OpenRange(
            Lab.ReaderOf(envelope), envelope.Length, Lab.Context, wrong, 0, plaintext).IsT1);
        AssertErased(plaintext => Envelope.OpenRange(
            Lab.ReaderOf(envelope.With(bytes => bytes[^1] ^= 1)), envelope.Length, Lab.Context, key, 0, plaintext).IsT1);

        static void AssertErased(Opening open, int length = 3)
        {
            var plaintext = Lab.Bytes(1, 3);
            Assert.True(open(plaintext));
            Assert.Equal(new byte[length], plaintext[..length]);
        }
    }

    [Fact]
    public void Wrong_arguments_are_the_callers_mistake()
    {
        using var key = Lab.Key();
        var sealing = EnvelopeKey.Detached(key);
        var envelope = Lab.SealDetached([1, 2, 3]);

        Assert.Throws<ArgumentException>(
            () => Envelope.Seal(sealing, Lab.Context, Lab.Salt(), [1], Lab.Now, new byte[100]));
        Assert.Throws<ArgumentException>(
            () => Envelope.Seal(sealing, Lab.Context, new byte[23], [1], Lab.Now, new byte[28 + 73]));
        Assert.Throws<ArgumentException>(() => Envelope.BeginSeal(sealing, Lab.Context, new byte[23], Lab.Now));
        Assert.Throws<ArgumentException>(() => Envelope.Open(envelope, Lab.Context, key, new byte[2]));
        Assert.Throws<ArgumentException>(() => Envelope.Open(envelope, Lab.Context, key, envelope.AsSpan(0, 3)));
        Assert.Throws<ArgumentException>(() => Envelope.Open(
            envelope, Lab.Context, Lab.Allowed, new FakeVault(), Lab.Now, envelope.AsSpan(0, 3)));
        Assert.Throws<ArgumentException>(() => Envelope.Seal(
            sealing, Lab.Context, Lab.Salt(), envelope.AsSpan(0, 3), Lab.Now, envelope));
        Assert.Throws<ArgumentException>(() => EnvelopeKey.Attached(key));
        Assert.Throws<ArgumentException>(() => EnvelopeKey.Attached(key, default(ImmutableArray<KeyStanza>)));
        Assert.Throws<ArgumentException>(() => EnvelopeKey.Attached(
            key, FakeVault.Wrap(Lab.KeyBytes()), FakeVault.Wrap(Lab.KeyBytes())));
    }

    private delegate bool Opening(Span<byte> plaintext);
}
