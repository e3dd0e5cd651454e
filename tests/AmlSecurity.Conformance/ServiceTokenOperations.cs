using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Conformance;

/// <summary>The operation that checks a service token.</summary>
internal static class ServiceTokenOperations
{
    private const long MostSeconds = 1_000_000_000;

    private static readonly (string Word, ServiceTokenAlgorithm Meaning)[] Algorithms =
        [("ES256", ServiceTokenAlgorithm.ES256), ("HS256", ServiceTokenAlgorithm.HS256)];

    public static JsonObject Check(Arguments request)
    {
        var now = AuthenticationOperations.OptionalTimeOf(request, "now")
            ?? throw OperationException.Malformed("the request has no `now`");
        var skew = Duration.Min(Duration.FromSeconds(Seconds(request, "skewSeconds")), TokenLifetime.LongestSkew);
        var policy = new ServiceTokenPolicy(
            request.Text("issuer"),
            request.Text("audience"),
            Duration.FromSeconds(Math.Max(Seconds(request, "maxLifetimeSeconds"), 1)),
            skew,
            request.Has("demand") ? request.Texts("demand") : []);
        var token = Encoding.UTF8.GetBytes(request.Text("token"));
        var keys = new List<ServiceTokenKey>();
        try
        {
            foreach (var key in request.Objects("keys"))
            {
                keys.Add(KeyOf(key));
            }

            var check = new ServiceTokenChecker(keys, policy).Check(token, request.OptionalText("workspace"), now);
            return AnswerOf(check.IsAccepted, check.Failed);
        }
        catch (ShortSecretException)
        {
            return AnswerOf(isValid: false, ServiceTokenStep.Algorithm);
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
    }

    private static JsonObject AnswerOf(bool isValid, ServiceTokenStep failed)
    {
        var answer = new JsonObject { ["valid"] = isValid };
        if (!isValid)
        {
            answer.Add("rule", (int)failed);
        }

        return answer;
    }

    private static long Seconds(Arguments request, string name) => request.Count(name) is var seconds and <= MostSeconds
        ? seconds
        : throw OperationException.Malformed($"`{name}` is more than {MostSeconds}");

    private static ServiceTokenKey KeyOf(Arguments key)
    {
        var id = key.Text("kid");
        try
        {
            return key.Choice("alg", Algorithms) == ServiceTokenAlgorithm.HS256
                ? ServiceTokenKey.Hs256(id, SecretOf(key))
                : EcKeyOf(key, id);
        }
        catch (ArgumentException fault)
        {
            throw OperationException.Malformed($"{OperationException.Quote(id)} is no key: {fault.Message}");
        }
    }

    private static byte[] SecretOf(Arguments key)
    {
        var secret = key.OptionalBytes("hex") ?? Member(key.Object("jwk"), "k");
        return secret.Length >= ServiceTokenKey.ShortestSecret ? secret : throw new ShortSecretException();
    }

    private static ServiceTokenKey EcKeyOf(Arguments key, string id)
    {
        var jwk = key.Object("jwk");
        jwk.Choice("crv", ("P-256", true));
        try
        {
            using var ecdsa = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Member(jwk, "x"), Y = Member(jwk, "y") },
            });
            return ServiceTokenKey.Es256(id, ecdsa);
        }
        catch (CryptographicException)
        {
            throw OperationException.Malformed($"{OperationException.Quote(id)} is no point on the curve");
        }
    }

    private static byte[] Member(Arguments jwk, string name)
    {
        try
        {
            return Base64Url.DecodeFromChars(jwk.Text(name));
        }
        catch (FormatException)
        {
            throw OperationException.Malformed($"`{name}` is not base64url");
        }
    }

    // A key that the profile does not allow refuses every token, by its fourth step.
    private sealed class ShortSecretException : Exception;
}
