using System.Buffers.Text;
using System.Text;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>A key, a checker, and tokens with any payload that are signed all the same.</summary>
internal static class TokenLab
{
    public const string Issuer = "https://ml.example/ws/1";
    public const string Audience = "https://ml.example/service";
    public const string Workspace = "5f3d9d3e";

    public static readonly Instant Now = Instant.FromUnixTimeSeconds(1_893_456_000);
    public static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(at => (byte)at)];
    public static readonly ServiceTokenPolicy Policy = new(Issuer, Audience, Duration.FromHours(24));

    public static readonly ServiceTokenClaims Claims = new(
        Issuer, Audience, "run:r1", Workspace, Now, new TokenLifetime(Now, Now + Duration.FromHours(1)))
    {
        TokenId = "t1",
        Tenant = Tokens.Tenant,
        Compute = "cpu",
        Run = "r1",
        Experiment = "e1",
        SubmitterTenant = Tokens.Tenant,
        Submitter = Tokens.Alice,
        Permissions = ["Microsoft.MachineLearningServices/workspaces/experiments/runs/write"],
    };

    public static ServiceTokenKey Key(KeyPeriod? period = null) => ServiceTokenKey.Hs256("k1", Secret, period);

    public static byte[] Mint(ServiceTokenClaims? claims = null, string keyId = "k1")
    {
        using var signer = InMemoryTokenSigner.Hs256(keyId, Secret);
        return ServiceToken.MintAsync(claims ?? Claims, signer, default).AsTask().Result;
    }

    /// <summary>Signs a payload as it is, whatever it is.</summary>
    public static byte[] Sign(string payload) => Sign(Encoding.UTF8.GetBytes(payload));

    public static byte[] Sign(ReadOnlySpan<byte> payload)
    {
        var header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"aml-run+jwt","kid":"k1"}"""u8);
        return SignParts(header, Base64Url.EncodeToString(payload));
    }

    public static byte[] SignParts(string header, string payload)
    {
        var input = Encoding.ASCII.GetBytes($"{header}.{payload}");
        return ServiceToken.Complete(input, System.Security.Cryptography.HMACSHA256.HashData(Secret, input));
    }

    /// <summary>Writes a payload with the required claims, some of them replaced or removed.</summary>
    public static string Payload(params (string Name, string? Json)[] changes)
    {
        var members = new Dictionary<string, string?>
        {
            ["iss"] = $"\"{Issuer}\"",
            ["aud"] = $"\"{Audience}\"",
            ["sub"] = "\"run:r1\"",
            ["wid"] = $"\"{Workspace}\"",
            ["iat"] = "1893455940",
            ["nbf"] = "1893455940",
            ["exp"] = "1893459600",
        };
        foreach (var (name, json) in changes)
        {
            members[name] = json;
        }

        return $"{{{string.Join(',', members.Where(one => one.Value is not null).Select(one => $"\"{one.Key}\":{one.Value}"))}}}";
    }

    public static ServiceTokenCheck Check(
        byte[] token, ServiceTokenPolicy? policy = null, Instant? now = null, string? workspace = Workspace)
    {
        using var key = Key();
        return new ServiceTokenChecker([key], policy ?? Policy).Check(token, workspace, now ?? Now);
    }
}
