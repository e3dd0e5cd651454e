using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Buffers and numbers of threads that do not fit.</summary>
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
}
