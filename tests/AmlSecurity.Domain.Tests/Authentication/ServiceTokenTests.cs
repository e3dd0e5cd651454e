using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class ServiceTokenTests
{
    private static readonly Instant Now = TokenLab.Now;

    [Fact]
    [Trait("Rule", "AUTHN-04")]
    public async Task A_token_that_was_made_here_is_accepted_here_under_either_algorithm()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = InMemoryTokenSigner.Es256("e1", ecdsa);
        using var key = ServiceTokenKey.Es256("e1", ecdsa);
        using var hmac = TokenLab.Key();
        var checker = new ServiceTokenChecker([hmac, key], TokenLab.Policy);

        var token = await ServiceToken.MintAsync(TokenLab.Claims, signer, default);

        Assert.Equal(TokenLab.Claims, checker.Check(token, TokenLab.Workspace, Now).Claims);
        Assert.Equal(TokenLab.Claims, checker.Check(TokenLab.Mint(), TokenLab.Workspace, Now).Claims);
        token[^10] ^= 1;
        Assert.False(checker.Check(token, TokenLab.Workspace, Now).IsAccepted);
    }

    [Fact]
    [Trait("Rule", "AUTHN-06")]
    public void A_token_for_one_workspace_does_not_admit_another() =>
        Assert.Equal(ServiceTokenStep.Claims, TokenLab.Check(TokenLab.Mint(), workspace: "another").Failed);

    [Fact]
    public void What_is_prepared_and_completed_is_what_is_minted()
    {
        var input = ServiceToken.Prepare(TokenLab.Claims, "k1", ServiceTokenAlgorithm.HS256);

        Assert.Equal(TokenLab.Mint(), ServiceToken.Complete(input, HMACSHA256.HashData(TokenLab.Secret, input)));
        Assert.StartsWith("eyJhbGciOiJIUzI1NiIsInR5cCI6ImFtbC1ydW4rand0Iiwia2lkIjoiazEifQ.", Encoding.ASCII.GetString(input));
    }

    [Fact]
    public void A_token_that_would_be_too_long_is_not_made()
    {
        var many = TokenLab.Claims with { Permissions = [.. Enumerable.Repeat("a", 65)] };
        var vast = TokenLab.Claims with { Subject = new string('s', 4096) };

        Assert.Throws<ArgumentException>(() => ServiceToken.Prepare(many, "k1", ServiceTokenAlgorithm.HS256));
        Assert.Throws<ArgumentException>(() => ServiceToken.Prepare(vast, "k1", ServiceTokenAlgorithm.HS256));
        Assert.Throws<ArgumentException>(() => ServiceToken.Prepare(TokenLab.Claims, "k 1", ServiceTokenAlgorithm.HS256));
    }

    [Fact]
    public void A_refresh_keeps_run_workspace_and_compute_and_ends_with_the_run()
    {
        var later = Now + Duration.FromMinutes(50);
        var end = Now + Duration.FromMinutes(80);

        var fresh = ServiceToken.Refresh(TokenLab.Claims, "t2", Duration.FromHours(1), end, later)!;

        Assert.Equal(
            TokenLab.Claims with { TokenId = "t2", IssuedAt = later, Lifetime = new TokenLifetime(later, end) }, fresh);
        Assert.Null(ServiceToken.Refresh(TokenLab.Claims, "t3", Duration.FromHours(1), end, end));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ServiceToken.Refresh(TokenLab.Claims, null, Duration.Zero, end, later));
    }

    [Fact]
    public void A_key_signs_from_its_beginning_to_its_retirement_unless_it_is_revoked()
    {
        var period = new KeyPeriod(Now, Now + Duration.FromHours(1));

        Assert.False(period.SignsAt(Now - Duration.Epsilon));
        Assert.True(period.SignsAt(Now));
        Assert.False(period.SignsAt(Now + Duration.FromHours(1)));
        Assert.False(new KeyPeriod(Now, isRevoked: true).SignsAt(Now));
        Assert.True(KeyPeriod.Always.SignsAt(Now));
        Assert.Throws<ArgumentException>(() => new KeyPeriod(Now, Now - Duration.Epsilon));
    }

    [Fact]
    public async Task A_key_that_is_disposed_of_neither_signs_nor_checks()
    {
        var signer = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);
        var key = TokenLab.Key();
        var token = TokenLab.Mint();
        signer.Dispose();
        key.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await signer.SignAsync(token, new byte[64], default));
        Assert.Equal(
            ServiceTokenStep.Signature,
            new ServiceTokenChecker([key], TokenLab.Policy).Check(token, null, Now).Failed);
    }

    [Fact]
    public void Neither_keys_nor_refusals_tell_a_secret_as_text()
    {
        using var key = TokenLab.Key();
        using var signer = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);

        Assert.Equal(typeof(ServiceTokenKey).FullName, key.ToString());
        Assert.Equal(typeof(InMemoryTokenSigner).FullName, signer.ToString());
    }

    [Fact]
    public async Task Four_threads_check_as_one_does()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = InMemoryTokenSigner.Es256("e1", ecdsa);
        using var key = ServiceTokenKey.Es256("e1", ecdsa);
        var checker = new ServiceTokenChecker([key], TokenLab.Policy);
        var token = await ServiceToken.MintAsync(TokenLab.Claims, signer, default);
        var forged = token.ToArray();
        forged[^10] ^= 1;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var turn = 0; turn < 200; turn++)
            {
                Assert.True(checker.Check(token, TokenLab.Workspace, Now).IsAccepted);
                Assert.False(checker.Check(forged, TokenLab.Workspace, Now).IsAccepted);
            }
        })));
    }
}
