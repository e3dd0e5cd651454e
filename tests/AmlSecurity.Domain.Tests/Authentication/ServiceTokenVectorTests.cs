using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Tests.Vectors;
using NodaTime;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class ServiceTokenVectorTests(ITestOutputHelper output)
{
    private static readonly Instant Now = Instant.FromUnixTimeSeconds(1_893_456_000);

    [VectorFact(ServiceTokenVectors.Path)]
    public void Every_published_case_is_as_stated()
    {
        var vectors = ServiceTokenVectors.Read();
        using var hmac = ServiceTokenKey.Hs256("k1", Bytes(vectors, "hs256_k"));
        using var ecdsa = EcKey(vectors.GetProperty("es256_jwk"));
        var policy = new ServiceTokenPolicy(
            vectors.GetProperty("issuer").GetString()!,
            vectors.GetProperty("audience").GetString()!,
            Duration.FromHours(24));
        var wrong = new List<string>();
        var cases = vectors.GetProperty("cases").EnumerateArray().ToList();
        foreach (var one in cases)
        {
            var key = one.GetProperty("alg").GetString() == "HS256" ? hmac : ecdsa;
            var token = string.Join('.', one.GetProperty("tokenParts").EnumerateArray().Select(part => part.GetString()));
            var check = new ServiceTokenChecker([key], policy).Check(Encoding.UTF8.GetBytes(token), null, Now);
            output.WriteLine($"{one.GetProperty("id").GetString()}: {check}");
            if (check.IsAccepted != one.GetProperty("valid").GetBoolean())
            {
                wrong.Add($"{one.GetProperty("id").GetString()}: {check}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(cases.Count, 40, int.MaxValue);
    }

    private static ServiceTokenKey EcKey(JsonElement jwk)
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Bytes(jwk, "x"), Y = Bytes(jwk, "y") },
        });
        return ServiceTokenKey.Es256("k1", key);
    }

    private static byte[] Bytes(JsonElement owner, string name) =>
        Base64Url.DecodeFromChars(owner.GetProperty(name).GetString()!);
}
