using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using AmlSecurity.Domain.Tests.Secrets;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Each message and each stream has a salt of its own, from the source that was given.</summary>
public sealed class EnvelopeSealerSaltTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Salts_come_from_the_source_that_was_given()
    {
        var sealer = _lab.NewSealer(new(Salts: new SaltSource(new ConstantRandom(1), () => 0)));

        var message = SaltOf(await sealer.SealAsync([1]));
        var stream = SaltOf(await StreamAsync(sealer));

        Assert.All(message[..16].Concat(stream[..16]), one => Assert.Equal(1, one));
        Assert.NotEqual(message, stream);
    }

    [Fact]
    public async Task No_salt_is_used_twice_by_default()
    {
        var sealer = _lab.NewSealer();
        string[] salts =
        [
            Convert.ToHexString(SaltOf(await sealer.SealAsync([1]))),
            Convert.ToHexString(SaltOf(await sealer.SealAsync([1]))),
            Convert.ToHexString(SaltOf(await StreamAsync(sealer))),
            Convert.ToHexString(SaltOf(await StreamAsync(sealer))),
        ];

        Assert.Distinct(salts);
    }

    private static async Task<byte[]> StreamAsync(EnvelopeSealer sealer)
    {
        using var writer = await sealer.BeginSealAsync();
        return (await writer.WriteAsync(new byte[] { 1 }, 1)).Envelope;
    }

    private static byte[] SaltOf(byte[] envelope) =>
        envelope.AsSpan(envelope.Header().Length, Cobblestone256.SaltLength).ToArray();
}
