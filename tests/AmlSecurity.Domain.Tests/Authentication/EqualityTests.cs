using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>Records that write their own equality: one that differs in any one member is another.</summary>
public sealed class EqualityTests
{
    [Fact]
    public void Claims_are_equal_by_all_their_members()
    {
        var claims = TokenLab.Claims;
        Assert.Equal(claims, claims with { Permissions = [.. claims.Permissions] });
        Assert.Equal(claims.GetHashCode(), (claims with { Permissions = [.. claims.Permissions] }).GetHashCode());
        Assert.False(claims.Equals(null));
        ServiceTokenClaims[] others =
        [
            claims with { Issuer = "x" },
            claims with { Audience = "x" },
            claims with { Subject = "x" },
            claims with { Workspace = "x" },
            claims with { IssuedAt = claims.IssuedAt + Duration.FromSeconds(1) },
            claims with { Lifetime = new TokenLifetime(TokenLab.Now, TokenLab.Now + Duration.FromHours(2)) },
            claims with { TokenId = "x" },
            claims with { Tenant = "x" },
            claims with { Compute = "x" },
            claims with { Run = "x" },
            claims with { Experiment = "x" },
            claims with { SubmitterTenant = "x" },
            claims with { Submitter = "x" },
            claims with { Permissions = [] },
            claims with { Permissions = default },
        ];
        Assert.All(others, other => Assert.NotEqual(claims, other));
        Assert.Equal(others[^1], others[^2]);
    }

    [Fact]
    public void Scopes_are_equal_by_all_their_members()
    {
        var scope = RunWorld.Scope(MlActions.WriteRun);
        Assert.Equal(scope, RunWorld.Scope(MlActions.WriteRun));
        Assert.False(scope.Equals(null));
        Assert.NotEqual(scope, RunWorld.Scope(MlActions.ReadModel));
        Assert.NotEqual(
            scope, new RunScope(RunId.Read("run-2").Expect(), RunWorld.Workspace, RunWorld.Alice, MlActions.WriteRun));
        Assert.NotEqual(
            scope, new RunScope(scope.Run, RunWorld.OtherWorkspace, RunWorld.Alice, MlActions.WriteRun));
    }
}
