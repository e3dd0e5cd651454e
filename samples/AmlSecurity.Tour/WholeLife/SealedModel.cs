using System.Security.Cryptography;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Tour.WholeLife;

/// <summary>The model that the run has made, sealed under the customer's key.</summary>
internal sealed class SealedModel : IDisposable
{
    public const string Key = "https://churn-keys.vault.azure.net/keys/models";

    private readonly SoftwareKeyVault _vault;
    private readonly byte[] _model;

    public SealedModel(IRandomSource random)
    {
        _vault = new SoftwareKeyVault(new StandingClock(LifeCast.Start));
        var version = KeyVersionId.Create(Key, "8f3a0000000000000000000000000001").Expect();
        _vault.CreateAes(version, random).Expect();
        _model = new byte[100_000];
        random.Fill(_model);

        using var dataKey = DataKey.Generate(random, LifeCast.Start);
        var stanza = Wrap(version, dataKey);
        var envelopeKey = EnvelopeKey.Attached(dataKey, stanza).Expect();
        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        random.Fill(salt);
        Envelope = new byte[Domain.Encryption.Envelope.SealedLength(envelopeKey, _model.Length)];
        Domain.Encryption.Envelope.Seal(envelopeKey, ContextOf("1"), salt, _model, LifeCast.Start, Envelope).Expect();
    }

    public byte[] Envelope { get; }

    public string Digest => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Envelope))}";

    /// <summary>Opens the envelope as a version of the model.</summary>
    /// <returns>Why it does not open; null if it does, to the same bytes.</returns>
    public string? Refuse(string version)
    {
        var opened = new byte[_model.Length];
        return Domain.Encryption.Envelope
            .Open(Envelope, ContextOf(version), AllowedKeys.Of(Key), _vault, LifeCast.Start, opened)
            .Match(
                length => opened.AsSpan(0, length).SequenceEqual(_model) ? null : "it opens to other bytes",
                refusal => $"{refusal}");
    }

    public void Dispose() => _vault.Dispose();

    private static EncryptionContext ContextOf(string version) =>
        EncryptionContext.ForAsset(LifeCast.Workspace, "model", "churn", version).Expect();

    private KeyStanza Wrap(KeyVersionId version, DataKey dataKey)
    {
        if (!dataKey.TryLease(out var lease))
        {
            throw new InvalidOperationException("the data key is erased");
        }

        using (lease)
        {
            using var bytes = SecretBytes.CopyOf(lease.Bytes);
            return _vault.WrapAsync(version, bytes, CancellationToken.None).AsTask().GetAwaiter().GetResult().Expect();
        }
    }
}
