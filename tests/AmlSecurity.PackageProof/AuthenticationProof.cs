using AmlSecurity.Domain;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.PackageProof;

internal static class AuthenticationProof
{
    public static void Prove(Proof proof)
    {
        var now = Instant.FromUtc(2020, 3, 13, 0, 0);
        var claims = TokenClaims.Read(System.Text.Encoding.UTF8.GetBytes($$"""
            { "ver": "1.0", "aud": "https://management.azure.com/", "acct": 0, "amr": ["pwd", "mfa"],
              "iss": "https://sts.windows.net/fa15d692-e9c7-4460-a743-29f2956fd429/", "scp": "user_impersonation",
              "tid": "fa15d692-e9c7-4460-a743-29f2956fd429", "oid": "aaaaaaaa-0000-0000-0000-000000000001",
              "exp": {{now.ToUnixTimeSeconds() + 3600}} }
            """)).Expect();
        proof.Equal("claims show a second factor", MfaStatus.Satisfied, claims.Mfa);
        var signedIn = SignIn.Begin(new SignInPolicy(RuleSet.March2020, RequiresMfa: true))
            .Apply(new SignInEvent.ClaimsPresented(claims, now)).Expect().Next;
        proof.That("a member signs in", signedIn is SignInState.SignedIn);
        var key = WebServiceKeyDigest.Of("key"u8);
        var service = WebService.BeginOnKubernetes(key, WebServiceKeyDigest.Of("second"u8), now);
        proof.That("a service takes its key", service.Apply(Call(key, now)).IsT0);
        proof.Equal(
            "a service refuses another key",
            "AUTHN-09",
            service.Apply(Call(WebServiceKeyDigest.Of("other"u8), now)).AsT1.Rule!.Text);
        ProveToken(proof, now);
        proof.Equal("the flow of runs has a row for each pair", 35, RunFlow.Table.Rows.Length);
    }

    private static void ProveToken(Proof proof, Instant now)
    {
        using var ecdsa = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        using var signer = InMemoryTokenSigner.Es256("k1", ecdsa);
        using var key = ServiceTokenKey.Es256("k1", ecdsa);
        var claims = new ServiceTokenClaims(
            "iss", "aud", "run:1", "w1", now, new TokenLifetime(now, now + Duration.FromHours(1)));
        var token = ServiceToken.MintAsync(claims, signer, default).AsTask().Result;
        var checker = new ServiceTokenChecker([key], new ServiceTokenPolicy("iss", "aud", Duration.FromHours(1)));
        proof.That("a service token is accepted", checker.Check(token, "w1", now).IsAccepted);
        proof.Equal(
            "a service token admits to its workspace only",
            ServiceTokenStep.Claims,
            checker.Check(token, "w2", now).Failed);
    }

    private static WebServiceEvent.Called Call(WebServiceKeyDigest key, Instant now) =>
        new(new WebServiceCredential.Key(key), now);
}
