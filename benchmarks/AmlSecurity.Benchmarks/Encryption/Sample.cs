using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>A data key wrapped once, as a service holds it, and the context of one asset.</summary>
internal sealed class Sample
{
    public static readonly Instant Now = NodaConstants.UnixEpoch;

    private readonly byte[] _bytes;
    private readonly DataKeyId _id;

    public Sample(int seed)
    {
        var random = new Random(seed);
        _bytes = new byte[Cobblestone256.KeyLength];
        random.NextBytes(_bytes);
        var id = new byte[DataKeyId.Length];
        random.NextBytes(id);
        _id = new DataKeyId(id);
        Context = EncryptionContext.Create(
        [
            new("workspace", "/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/rg/providers"
                + "/microsoft.machinelearningservices/workspaces/ws"),
            new("assetKind", "model"),
            new("asset", "churn"),
            new("version", "3"),
        ]).Expect();
        Key = EnvelopeKey.Attached(NewDataKey(), Wrap()).Expect();
    }

    public EnvelopeKey Key { get; }

    public EncryptionContext Context { get; }

    /// <summary>Gets a handle that has seen no header yet.</summary>
    public DataKey NewDataKey() => new(_bytes, _id, Now);

    public byte[] Seal(ReadOnlySpan<byte> plaintext)
    {
        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        SaltSource.OfSystem().Next(salt);
        var envelope = new byte[Envelope.SealedLength(Key, plaintext.Length)];
        Envelope.Seal(Key, Context, salt, plaintext, Now, envelope).Expect();
        return envelope;
    }

    public static byte[] Plaintext(int length)
    {
        var plaintext = new byte[length];
        new Random(length).NextBytes(plaintext);
        return plaintext;
    }

    private KeyStanza Wrap()
    {
        using var wrap = new AesKeyWrap(new byte[Cobblestone256.KeyLength]);
        var wrapped = new byte[Cobblestone256.KeyLength + AesKeyWrap.Overhead];
        wrap.Wrap(_bytes, wrapped);
        return KeyStanza.Create(
            KeyWrapAlgorithm.A256KW,
            "https://workspace.vault.azure.net/keys/data",
            "0123456789abcdef0123456789abcdef",
            wrapped).Expect();
    }
}
