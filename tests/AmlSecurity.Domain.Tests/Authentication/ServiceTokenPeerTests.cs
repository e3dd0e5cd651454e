using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Authentication;
using Jose;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>Tokens that go between this library and two others.</summary>
public sealed class ServiceTokenPeerTests : IDisposable
{
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _ecdsa.Dispose();

    [Theory]
    [InlineData(ServiceTokenAlgorithm.ES256)]
    [InlineData(ServiceTokenAlgorithm.HS256)]
    public async Task The_library_of_Microsoft_accepts_what_is_made_here(ServiceTokenAlgorithm algorithm)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(await MintAsync(algorithm), new()
        {
            ValidIssuer = TokenLab.Issuer,
            ValidAudience = TokenLab.Audience,
            ValidTypes = ["aml-run+jwt"],
            ValidAlgorithms = [algorithm.ToString()],
            IssuerSigningKey = KeyOf(algorithm),
            LifetimeValidator = (starts, ends, _, _) =>
                starts == TokenLab.Now.ToDateTimeUtc() && ends == TokenLab.Now.ToDateTimeUtc().AddHours(1),
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(TokenLab.Workspace, result.Claims["wid"]);
    }

    [Theory]
    [InlineData(ServiceTokenAlgorithm.ES256)]
    [InlineData(ServiceTokenAlgorithm.HS256)]
    public void What_the_library_of_Microsoft_makes_is_accepted_here(ServiceTokenAlgorithm algorithm)
    {
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TokenLab.Issuer,
            Audience = TokenLab.Audience,
            TokenType = "aml-run+jwt",
            IssuedAt = TokenLab.Now.ToDateTimeUtc(),
            NotBefore = TokenLab.Now.ToDateTimeUtc(),
            Expires = TokenLab.Now.ToDateTimeUtc().AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = "run:r1", ["wid"] = TokenLab.Workspace },
            SigningCredentials = new SigningCredentials(KeyOf(algorithm), algorithm.ToString()),
        });

        Assert.Equal("accepted", Check(token, algorithm).ToString());
    }

    [Theory]
    [InlineData(ServiceTokenAlgorithm.ES256)]
    [InlineData(ServiceTokenAlgorithm.HS256)]
    public async Task Jose_accepts_what_is_made_here_and_the_other_way_round(ServiceTokenAlgorithm algorithm)
    {
        object key = algorithm == ServiceTokenAlgorithm.HS256 ? TokenLab.Secret : _ecdsa;
        var jws = algorithm == ServiceTokenAlgorithm.HS256 ? JwsAlgorithm.HS256 : JwsAlgorithm.ES256;

        Assert.Contains(TokenLab.Workspace, JWT.Decode(await MintAsync(algorithm), key, jws), StringComparison.Ordinal);
        var headers = new Dictionary<string, object> { ["typ"] = "aml-run+jwt", ["kid"] = "k1" };
        Assert.Equal("accepted", Check(JWT.Encode(TokenLab.Payload(), key, jws, headers), algorithm).ToString());
    }

    private async Task<string> MintAsync(ServiceTokenAlgorithm algorithm)
    {
        using var signer = algorithm == ServiceTokenAlgorithm.HS256
            ? InMemoryTokenSigner.Hs256("k1", TokenLab.Secret)
            : InMemoryTokenSigner.Es256("k1", _ecdsa);
        return Encoding.ASCII.GetString(await ServiceToken.MintAsync(TokenLab.Claims, signer, default));
    }

    private ServiceTokenCheck Check(string token, ServiceTokenAlgorithm algorithm)
    {
        using var key = algorithm == ServiceTokenAlgorithm.HS256
            ? TokenLab.Key()
            : ServiceTokenKey.Es256("k1", _ecdsa);
        return new ServiceTokenChecker([key], TokenLab.Policy)
            .Check(Encoding.ASCII.GetBytes(token), TokenLab.Workspace, TokenLab.Now);
    }

    private SecurityKey KeyOf(ServiceTokenAlgorithm algorithm) => algorithm == ServiceTokenAlgorithm.HS256
        ? new SymmetricSecurityKey(TokenLab.Secret) { KeyId = "k1" }
        : new ECDsaSecurityKey(_ecdsa) { KeyId = "k1" };
}
