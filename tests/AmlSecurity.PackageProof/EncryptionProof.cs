using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.PackageProof;

internal static class EncryptionProof
{
    private const string KeyUri = "https://testkv.vault.azure.net/keys/testkey";

    public static void Prove(Proof proof)
    {
        var now = Instant.FromUtc(2020, 3, 13, 0, 0);
        var vault = new OneKeyVault(new byte[32]);
        using var dataKey = DataKey.Generate(new SystemRandomSource(), now);
        var key = EnvelopeKey.Attached(dataKey, vault.Wrap(dataKey, KeyUri)).Expect();
        var context = EncryptionContext.Create([new("asset", "churn"), new("version", "7")]).Expect();
        var data = new byte[20_000];
        new SystemRandomSource().Fill(data);
        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        SaltSource.OfSystem().Next(salt);

        var envelope = new byte[Envelope.SealedLength(key, data.Length)];
        proof.Equal("an envelope is sealed", envelope.Length, Envelope.Seal(key, context, salt, data, now, envelope).Expect());
        var opened = new byte[data.Length];
        Envelope.Open(envelope, context, AllowedKeys.Of(KeyUri), vault, now, opened).Expect();
        proof.That("it opens to what was sealed", opened.AsSpan().SequenceEqual(data));
        proof.Equal(
            "a stranger's key is not asked",
            OpenRefusalKind.KeyNotAllowed,
            Envelope.Open(envelope, context, AllowedKeys.Of(), vault, now, opened).AsT1.Kind);
        proof.That(
            "another context does not open it",
            Envelope.Open(envelope, EncryptionContext.Empty, dataKey, opened).AsT1 == default);
        envelope[^1] ^= 1;
        proof.That("an altered bit does not open", Envelope.Open(envelope, context, dataKey, opened).AsT1 == default);
        proof.That("a refused plaintext is erased", opened.All(b => b == 0));
        ProveRevocation(proof, now);
        ProveMessages(proof);
    }

    private static void ProveMessages(Proof proof)
    {
        using var wrap = new AesKeyWrap(new byte[32]);
        var recipient = new CmsRecipient.SharedKey([1], wrap);
        var message = CmsEnvelope.Export([1, 2, 3], EncryptionContext.Empty, new SystemRandomSource(), recipient);
        proof.Equal(
            "a CMS message opens",
            3,
            CmsEnvelope.Import(message, EncryptionContext.Empty, recipient).Expect().Length);
        message[^1] ^= 1;
        proof.Equal(
            "a changed CMS message does not",
            CmsRefusalKind.NotAuthentic,
            CmsEnvelope.Import(message, EncryptionContext.Empty, recipient).AsT1.Kind);
    }

    private static void ProveRevocation(Proof proof, Instant now)
    {
        using var vault = new SoftwareKeyVault(new FixedClock(now));
        var first = KeyVersionId.Create(KeyUri, "1").Expect();
        var ring = vault.CreateAes(first, new SystemRandomSource()).Expect();
        using var sealer = new EnvelopeSealer(vault, ring, new Clocks(new FixedClock(now), () => Duration.Zero));
        var envelope = sealer.SealAsync(new byte[100], EncryptionContext.Empty, default).AsTask().Result.Expect();
        var next = vault.CreateAes(KeyVersionId.Create(KeyUri, "2").Expect(), new SystemRandomSource()).Expect();
        var rewrapped = sealer.RewrapAsync(envelope, next, default).AsTask().Result.Expect();
        proof.That("an envelope is wrapped anew", rewrapped.IsChanged);
        sealer.Adopt(next.Disable("1", now).Expect());
        proof.That(
            "it opens under its new header",
            sealer.OpenAsync(rewrapped.ApplyTo(envelope), EncryptionContext.Empty, default).AsTask().Result.IsT0);
        proof.Equal(
            "a revoked version opens nothing",
            KeyRefusal.Disabled,
            sealer.OpenAsync(envelope, EncryptionContext.Empty, default).AsTask().Result.AsT1.Key);
    }

    private sealed class OneKeyVault(byte[] key) : IDataKeyUnwrapper
    {
        public KeyStanza Wrap(DataKey dataKey, string uri)
        {
            using var wrap = new AesKeyWrap(key);
            dataKey.TryLease(out var lease);
            using (lease)
            {
                var wrapped = new byte[lease.Bytes.Length + AesKeyWrap.Overhead];
                wrap.Wrap(lease.Bytes, wrapped);
                return KeyStanza.Create(KeyWrapAlgorithm.A256KW, uri, "1", wrapped).Expect();
            }
        }

        public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey)
        {
            using var wrap = new AesKeyWrap(key);
            return wrap.TryUnwrap(stanza.WrappedKey.AsSpan(), dataKey) ? UnwrapOutcome.Unwrapped : UnwrapOutcome.Failed;
        }
    }

    private sealed class FixedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
