using System.Security.Cryptography;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using NodaTime;

namespace AmlSecurity.Fuzz;

/// <summary>The fixed keys, names and times that the seeds are made with and the targets read with.</summary>
internal static class FuzzKeys
{
    public const string Issuer = "https://ml.example/ws/1";
    public const string Audience = "https://ml.example/service";
    public const string Workspace = "5f3d9d3e";

    public static Instant Now { get; } = Instant.FromUnixTimeSeconds(1_893_456_000);

    public static byte[] Secret { get; } = [.. Enumerable.Range(0, 32).Select(at => (byte)at)];

    public static EncryptionContext Context { get; } = EncryptionContext
        .Create([new("asset", "churn"), new("assetKind", "model")])
        .Match(context => context, fault => throw new InvalidOperationException($"{fault}"));

    public static DataKey DataKey { get; } = new(Secret, new DataKeyId(Secret.AsSpan(0, DataKeyId.Length)), Now);

    public static CmsRecipient.SharedKey Recipient { get; } = new([0xA1, 0xB2, 0xC3], new AesKeyWrap(Secret));

    public static ServiceTokenChecker Checker { get; } = new(
        [ServiceTokenKey.Hs256("k1", Secret)], new ServiceTokenPolicy(Issuer, Audience, Duration.FromHours(24)));

    /// <summary>Signs a payload whatever it is, so that the steps behind the signature are reached.</summary>
    public static byte[] Sign(ReadOnlySpan<byte> payload)
    {
        var header = System.Buffers.Text.Base64Url.EncodeToUtf8("""{"alg":"HS256","typ":"aml-run+jwt","kid":"k1"}"""u8);
        byte[] input = [.. header, (byte)'.', .. System.Buffers.Text.Base64Url.EncodeToUtf8(payload)];
        return ServiceToken.Complete(input, HMACSHA256.HashData(Secret, input));
    }
}
