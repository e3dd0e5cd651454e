using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Tour.Sealing;

/// <summary>A plaintext and its envelope, both in memory.</summary>
internal sealed record SealedSample(string Name, byte[] Plaintext, EncryptionContext Context, byte[] Envelope)
{
    private static readonly SystemRandomSource Random = new();
    private static readonly SaltSource Salts = SaltSource.OfSystem();

    /// <summary>Gets what anyone can read in the envelope.</summary>
    public EnvelopeHeader Header => Domain.Encryption.Envelope.DescribeWrapping(Envelope).Expect();

    public static SealedSample Of(string name, byte[] plaintext, EncryptionContext context, TourVault vault)
    {
        var now = Now();
        using var dataKey = DataKey.Generate(Random, now);
        var key = EnvelopeKey.Attached(dataKey, vault.WrapAsync(dataKey).GetAwaiter().GetResult()).Expect();
        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        Salts.Next(salt);
        var envelope = new byte[Domain.Encryption.Envelope.SealedLength(key, plaintext.Length)];
        Domain.Encryption.Envelope.Seal(key, context, salt, plaintext, now, envelope).Expect();
        return new SealedSample(name, plaintext, context, envelope);
    }

    public DataKey RecoverKey(TourVault vault) => Domain.Encryption.Envelope
        .RecoverKey(Envelope.AsSpan(0, Header.Length), AllowedKeys.Of(TourVault.AesKey), vault, Now())
        .Expect();

    /// <summary>Opens an envelope as a reader would who knows this context and allows these keys.</summary>
    /// <returns>What came of it, in words.</returns>
    public string Open(byte[] envelope, EncryptionContext context, TourVault vault, params string[] allowed)
    {
        var opened = new byte[Plaintext.Length];
        return Domain.Encryption.Envelope
            .Open(envelope, context, AllowedKeys.Of(allowed), vault, Now(), opened)
            .Match(
                length => opened.AsSpan(0, length).SequenceEqual(Plaintext)
                    ? "opens to the same bytes"
                    : "opens to other bytes",
                refusal => $"refused: {refusal}");
    }

    private static Instant Now() => SystemClock.Instance.GetCurrentInstant();
}
