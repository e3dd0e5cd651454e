using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Software;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Buffers that do not fit, and what was disposed of.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void The_destination_of_an_envelope_is_exactly_as_long_as_it(int by)
    {
        using var key = Lab.Key();
        var handle = EnvelopeKey.Detached(key);
        var destination = new byte[Envelope.SealedLength(handle, 5) + by];

        Assert.Throws<ArgumentException>(
            "envelope", () => Envelope.Seal(handle, Lab.Context, Lab.Salt(), new byte[5], Lab.Now, destination));
    }

    [Fact]
    public void Whoever_opens_on_several_threads_does_not_open_over_the_envelope()
    {
        var envelope = Lab.SealDetached(Lab.Bytes(1, 100));
        using var key = Lab.Key();

        Assert.Throws<ArgumentException>(() => Envelope.OpenInParallel(envelope, Lab.Context, key, envelope, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_one_thread_at_least(int degree)
    {
        var (key, salt, message) = (Lab.KeyBytes(), Lab.Salt(), new byte[Cobblestone256.CiphertextLength(5)]);
        Cobblestone256.Encrypt(key, [], salt, new byte[5], message);

        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(degree), () => Cobblestone256.EncryptInParallel(key, [], salt, new byte[5], message, degree));
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(degree), () => Cobblestone256.TryDecryptInParallel(key, [], message, new byte[5], degree, out _));
    }

    [Fact]
    public void Several_threads_take_salt_and_destination_of_the_right_length_only()
    {
        var message = new byte[Cobblestone256.CiphertextLength(5)];

        Assert.Throws<ArgumentException>(
            () => Cobblestone256.EncryptInParallel(Lab.KeyBytes(), [], Lab.Salt().AsSpan(1), new byte[5], message, 2));
        Assert.Throws<ArgumentException>(
            () => Cobblestone256.EncryptInParallel(Lab.KeyBytes(), [], Lab.Salt(), new byte[6], message, 2));
    }

    [Fact]
    public void A_prefix_that_ended_stays_ended_as_it_did()
    {
        var message = new byte[Cobblestone256.CiphertextLength(5)];
        Cobblestone256.Encrypt(Lab.KeyBytes(), [], Lab.Salt(), new byte[5], message);
        using var reader = new Cobblestone256Reader(Lab.KeyBytes(), []);

        Assert.True(reader.TryUpdate(message, new byte[100], out _));
        Assert.Equal(MessageEnd.Complete, reader.Finish(new byte[100], out var written));
        Assert.Equal(5, written);
        Assert.Equal(MessageEnd.Complete, reader.FinishPrefix());
    }

    [Fact]
    public void A_message_that_was_refused_for_its_bytes_counts_as_none()
    {
        using var key = Lab.Key(limits: new DataKeyLimits(DataKeyLimits.GreatestAge, messages: 2, bytes: 10));

        Assert.Equal(SealRefusal.UsedForTooManyBytes, Seal(key, 11));
        Assert.Null(Seal(key, 5));
        Assert.Null(Seal(key, 5));
        Assert.Equal(SealRefusal.UsedForTooManyMessages, Seal(key, 0));

        static SealRefusal? Seal(DataKey key, int length)
        {
            var handle = EnvelopeKey.Detached(key);
            var destination = new byte[Envelope.SealedLength(handle, length)];
            return Envelope.Seal(handle, Lab.Context, Lab.Salt(), new byte[length], Lab.Now, destination)
                .Match<SealRefusal?>(_ => null, refusal => refusal);
        }
    }

    [Fact]
    public void An_rsa_key_that_is_erased_wraps_and_unwraps_nothing()
    {
        using var rsa = RsaKeys.Copy(0);
        var key = new SoftwareRsaKey(rsa);
        var wrapped = key.Wrap(Lab.KeyBytes())!;
        Assert.True(key.TryUnwrap(wrapped, new byte[32]));
        key.Dispose();

        Assert.Null(key.Wrap(Lab.KeyBytes()));
        Assert.False(key.TryUnwrap(wrapped, new byte[32]));
    }

    [Fact]
    public void Contexts_that_differ_hash_differently() =>
        Assert.NotEqual(Lab.ContextOf("a").GetHashCode(), Lab.ContextOf("b").GetHashCode());
}
