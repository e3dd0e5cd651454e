using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Tour.Sealing;

/// <summary>One attempt to open an envelope, and what came of it.</summary>
internal sealed record Attempt(string What, string Outcome, int Unwraps)
{
    private const string Stranger = "https://stranger.vault.azure.net/keys/data";

    public static ImmutableArray<Attempt> On(SealedSample sample, EncryptionContext other, TourVault vault)
    {
        var flipped = sample.Envelope.ToArray();
        flipped[^1] ^= 1;
        var readdressed = sample.Envelope.ToArray();
        readdressed[sample.Header.Length - 1] ^= 1;
        return
        [
            Try("whole, by the AES key", sample.Envelope, sample.Context, TourVault.AesKey),
            Try("whole, by the RSA key", sample.Envelope, sample.Context, TourVault.RsaKey),
            Try("under the context of another version", sample.Envelope, other, TourVault.AesKey),
            Try("with one bit of the body flipped", flipped, sample.Context, TourVault.AesKey),
            Try("with one bit of the header flipped", readdressed, sample.Context, TourVault.AesKey),
            Try("cut off before its last 100 bytes", sample.Envelope[..^100], sample.Context, TourVault.AesKey),
            Try("where only a stranger's key is allowed", sample.Envelope, sample.Context, Stranger),
        ];

        Attempt Try(string what, byte[] envelope, EncryptionContext context, string allowed)
        {
            var before = vault.Unwraps;
            var outcome = sample.Open(envelope, context, vault, allowed);
            return new Attempt(what, outcome, vault.Unwraps - before);
        }
    }
}
