using AmlSecurity.Domain.Encryption;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Keys, contexts and envelopes that come out the same in every run.</summary>
internal static class Lab
{
    public const string KeyUri = "https://testkv.vault.azure.net/keys/testkey";
    public const string Version = "aabbccddee112233445566778899aabb";

    public static readonly Instant Now = Instant.FromUtc(2026, 1, 2, 3, 4, 5);

    public static readonly EncryptionContext Context = ContextOf("model-1");

    public static AllowedKeys Allowed => AllowedKeys.Of(KeyUri);

    public static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static byte[] KeyBytes(int seed = 1) => Bytes(seed, Cobblestone256.KeyLength);

    public static byte[] Salt(int seed = 1) => Bytes(seed + 2_000, Cobblestone256.SaltLength);

    public static DataKeyId IdOf(int seed) => new(Bytes(seed + 1_000, DataKeyId.Length));

    public static DataKey Key(int seed = 1, DataKeyLimits? limits = null) => new(KeyBytes(seed), IdOf(seed), Now, limits);

    public static EncryptionContext ContextOf(string asset) => EncryptionContext
        .Create([new("tenant", "t"), new("asset", asset), new("assetKind", "model")]).Expect();

    public static EnvelopeKey Attached(DataKey key, int seed = 1) =>
        EnvelopeKey.Attached(key, FakeVault.Wrap(KeyBytes(seed))).Expect();

    public static byte[] Seal(EnvelopeKey key, ReadOnlySpan<byte> plaintext, EncryptionContext? context = null, int salt = 1)
    {
        var envelope = new byte[Envelope.SealedLength(key, plaintext.Length)];
        Envelope.Seal(key, context ?? Context, Salt(salt), plaintext, Now, envelope).Expect();
        return envelope;
    }

    /// <summary>Seals under a fresh handle of the key with this number, its wrapped form attached.</summary>
    public static byte[] SealAttached(ReadOnlySpan<byte> plaintext, int seed = 1, int salt = 1)
    {
        using var key = Key(seed);
        return Seal(Attached(key, seed), plaintext, salt: salt);
    }

    public static byte[] SealDetached(ReadOnlySpan<byte> plaintext, int seed = 1, int salt = 1)
    {
        using var key = Key(seed);
        return Seal(EnvelopeKey.Detached(key), plaintext, salt: salt);
    }

    public static OneOf<byte[], OpenRefusal> Open(byte[] envelope, DataKey key, EncryptionContext? context = null)
    {
        var plaintext = new byte[envelope.Length];
        return Envelope.Open(envelope, context ?? Context, key, plaintext)
            .Match<OneOf<byte[], OpenRefusal>>(length => plaintext[..length], refusal => refusal);
    }

    public static OneOf<byte[], OpenRefusal> Open(
        byte[] envelope, FakeVault vault, AllowedKeys? allowed = null, EncryptionContext? context = null)
    {
        var plaintext = new byte[envelope.Length];
        return Envelope.Open(envelope, context ?? Context, allowed ?? Allowed, vault, Now, plaintext)
            .Match<OneOf<byte[], OpenRefusal>>(length => plaintext[..length], refusal => refusal);
    }

    /// <summary>Opens in pieces; the header and then a body.</summary>
    public static OneOf<byte[], OpenRefusal> OpenStreamed(byte[] envelope, DataKey key, int piece)
    {
        if (!Envelope.DescribeWrapping(envelope).TryPickT0(out var header, out var fault))
        {
            return new OpenRefusal(OpenRefusalKind.Malformed, fault);
        }

        if (!Envelope.BeginOpen(envelope.AsSpan(0, header.Length), Context, key).TryPickT0(out var reader, out var refusal))
        {
            return refusal;
        }

        using (reader)
        {
            var (end, plaintext) = Pieces.Decrypt(reader, envelope.AsSpan(header.Length), piece);
            return end == MessageEnd.Complete ? plaintext : default(OpenRefusal);
        }
    }

    /// <summary>Opens the whole by random access, and proves its length.</summary>
    public static OneOf<byte[], OpenRefusal> OpenRandomly(byte[] envelope, DataKey key)
    {
        if (!Envelope.OpenRandomAccess(ReaderOf(envelope), envelope.Length, Context, key)
            .TryPickT0(out var access, out var refusal))
        {
            return refusal;
        }

        using (access)
        {
            var plaintext = new byte[access.PlaintextLength];
            return access.TryRead(0, plaintext) && access.TryAuthenticateLength() ? plaintext : default(OpenRefusal);
        }
    }

    public static CiphertextRangeReader ReaderOf(byte[] stored) => (offset, destination) =>
    {
        if (offset < 0 || offset + destination.Length > stored.Length)
        {
            return false;
        }

        stored.AsSpan((int)offset, destination.Length).CopyTo(destination);
        return true;
    };

    /// <summary>Changes a copy.</summary>
    public static byte[] With(this byte[] original, Action<byte[]> change)
    {
        var changed = original.ToArray();
        change(changed);
        return changed;
    }
}
