using System.Security.Cryptography;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using NodaTime;
using static AmlSecurity.Domain.Tests.Authentication.RunWorld;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>A run with its token: minted on submission, presented at every callback, closed with the run.</summary>
public sealed class RunTokenTests : IDisposable
{
    private static readonly ServiceTokenPolicy Asked = new("iss", "aud", Duration.FromHours(1), Duration.Zero);
    private static readonly RunTokenDetails Details =
        new("w-churn", TenantId.Read(Tokens.Tenant).Expect(), "cpu", "churn");

    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly InMemoryTokenRevocations _revocations = new();
    private readonly InMemoryTokenSigner _signer;
    private readonly ServiceTokenKey _key;
    private readonly ServiceTokenChecker _checker;

    public RunTokenTests()
    {
        _signer = InMemoryTokenSigner.Es256("k1", _ecdsa);
        _key = ServiceTokenKey.Es256("k1", _ecdsa);
        _checker = new ServiceTokenChecker([_key], Asked, _revocations);
    }

    [Fact]
    [Trait("Rule", "FLOW-10")]
    public void The_token_says_the_scope_of_the_run_and_no_more()
    {
        var claims = ClaimsOf(Submit(MlActions.WriteRun, MlActions.ReadModel), Now)!;

        Assert.Equal("w-churn", claims.Workspace);
        Assert.Equal("run-1", claims.Run);
        Assert.Equal("run:run-1", claims.Subject);
        Assert.Equal((Tokens.Tenant, Tokens.Alice), (claims.SubmitterTenant, claims.Submitter));
        Assert.Equal((Tokens.Tenant, "cpu", "churn"), (claims.Tenant, claims.Compute, claims.Experiment));
        Assert.Equal([$"{MlActions.WriteRun}", $"{MlActions.ReadModel}"], claims.Permissions.AsEnumerable());
        Assert.Equal(new TokenLifetime(Now, Now + Duration.FromHours(1)), claims.Lifetime);
    }

    [Fact]
    public void No_token_outlasts_the_longest_run()
    {
        var step = Submit();
        var end = step.Next.End;

        Assert.Equal(end, ClaimsOf(step, end - Duration.FromMinutes(10))!.Lifetime.Expires);
        Assert.Null(ClaimsOf(step, end));
        Assert.Null(ClaimsOf(step, end + Duration.FromDays(1)));
    }

    [Fact]
    public async Task Without_a_directory_the_token_names_no_submitter()
    {
        var asked = Assert.IsType<RunEffect.MintToken>(Submit().Effects[0]);
        var claims = RunToken.ClaimsOf(asked, new RunTokenDetails("w-churn"), Asked, null, Now)!;

        Assert.Null(claims.Submitter);
        var token = await ServiceToken.MintAsync(claims, _signer, default);
        Assert.Equal(claims, _checker.Check(token, "w-churn", Now).Claims);
    }

    [Fact]
    [Trait("Rule", "AUTHN-05")]
    public async Task A_run_calls_back_with_its_token_until_it_is_closed()
    {
        var (run, token) = await StartAsync();

        var called = Call(run, token, Now + Duration.FromMinutes(5)).Expect();
        Assert.IsType<RunEffect.AcceptCallback>(Assert.Single(called.Effects));
        var last = RunToken.Apply(
            called.Next, new RunEvent.FinalCallback(Workspace, Now + Duration.FromMinutes(6)), token, "w-churn", _checker)
            .Expect();
        var close = Assert.IsType<RunEffect.RevokeTokens>(last.Effects[^1]);
        Assert.Equal(
            "the run is closed (AUTHN-05)", $"{Call(last.Next, token, Now + Duration.FromMinutes(7)).AsT1}");

        _revocations.Revoke(close.Run, last.Next.End);
        Assert.Equal(
            "the token is refused by step 11, Revocation (AUTHN-05)",
            $"{Call(last.Next, token, Now + Duration.FromMinutes(7)).AsT1}");
    }

    [Fact]
    [Trait("Rule", "AUTHN-06")]
    public async Task A_callback_to_another_workspace_is_refused_by_its_immutable_id()
    {
        var (run, token) = await StartAsync();

        var refusal = Call(run, token, Now, workspaceId: "w-fraud").AsT1;

        Assert.Equal("AUTHN-06", refusal.Rule!.Text);
        Assert.Equal("the token is refused by step 10, Claims", refusal.Reason);
    }

    [Fact]
    [Trait("Rule", "AUTHN-06")]
    public async Task A_workspace_of_the_same_id_under_another_name_is_refused_by_the_flow()
    {
        var (run, token) = await StartAsync();

        var call = new RunEvent.CalledBack(OtherWorkspace, Now);
        Assert.Equal("AUTHN-06", RunToken.Apply(run, call, token, "w-churn", _checker).AsT1.Rule!.Text);
    }

    [Fact]
    public async Task A_token_of_another_run_does_not_call_back_for_this_one()
    {
        var (run, _) = await StartAsync();
        var other = ClaimsOf(Submit(MlActions.WriteRun), Now)! with { Run = "run-2" };

        var refusal = Call(run, await ServiceToken.MintAsync(other, _signer, default), Now).AsT1;

        Assert.Equal("the token is of another run (FLOW-10)", $"{refusal}");
    }

    [Fact]
    [Trait("Rule", "AUTHN-04")]
    public async Task A_token_that_carries_more_than_its_run_is_refused()
    {
        var (run, _) = await StartAsync();
        var more = ClaimsOf(Submit(MlActions.WriteRun), Now)! with { Permissions = [$"{MlActions.DeleteWorkspace}"] };

        var refusal = Call(run, await ServiceToken.MintAsync(more, _signer, default), Now).AsT1;

        Assert.Equal("the token carries more than the run (AUTHN-04)", $"{refusal}");
    }

    [Fact]
    [Trait("Rule", "AUTHN-04")]
    public async Task Each_operation_of_a_token_is_one_of_its_run()
    {
        var submitted = Submit(MlActions.WriteRun, MlActions.ReadModel);
        var run = After(After(submitted.Next, Minted(Now, 60)), new RunEvent.Started(Now));
        var claims = ClaimsOf(submitted, Now)!;
        var fewer = claims with { Permissions = [$"{MlActions.ReadModel}"] };
        var other = claims with { Permissions = [$"{MlActions.ReadModel}", $"{MlActions.DeleteWorkspace}"] };

        Assert.True(Call(run, await ServiceToken.MintAsync(claims, _signer, default), Now).IsT0);
        Assert.True(Call(run, await ServiceToken.MintAsync(fewer, _signer, default), Now).IsT0);
        Assert.True(Call(run, await ServiceToken.MintAsync(other, _signer, default), Now).IsT1);
    }

    [Fact]
    public void The_directory_of_the_workspace_and_that_of_the_submitter_are_told_apart()
    {
        var theirs = TenantId.Read(Tokens.OtherTenant).Expect();
        var scope = new RunScope(RunId.Read("run-1").Expect(), Workspace, Alice with { Tenant = theirs }, MlActions.WriteRun);
        var asked = new RunEffect.MintToken(scope, Now + Duration.FromHours(1));

        var both = RunToken.ClaimsOf(asked, Details, Asked, null, Now)!;
        Assert.Equal((Tokens.Tenant, Tokens.OtherTenant), (both.Tenant, both.SubmitterTenant));
        var one = RunToken.ClaimsOf(asked, new RunTokenDetails("w-churn"), Asked, null, Now)!;
        Assert.Equal((Tokens.OtherTenant, Tokens.OtherTenant), (one.Tenant, one.SubmitterTenant));
    }

    [Fact]
    public async Task A_forged_and_an_expired_token_are_refused_by_their_rules()
    {
        var (run, token) = await StartAsync();
        var forged = token.ToArray();
        forged[^10] ^= 1;

        Assert.Equal("AUTHN-04", Call(run, forged, Now).AsT1.Rule!.Text);
        Assert.Equal("AUTHN-10", Call(run, token, Now + Duration.FromHours(1)).AsT1.Rule!.Text);
    }

    [Fact]
    public void What_is_revoked_is_forgotten_when_its_time_is_over()
    {
        var run = Scope().Run;
        _revocations.Revoke(run, Now + Duration.FromHours(1));
        _revocations.Revoke(run, Now);
        _revocations.Revoke("t1", Now);

        Assert.True(_revocations.IsRevoked("t1", null));
        Assert.Equal(1, _revocations.Forget(Now));
        Assert.False(_revocations.IsRevoked("t1", null));
        Assert.True(_revocations.IsRevoked("t1", run.Text));
        Assert.Equal(1, _revocations.Forget(Now + Duration.FromHours(1)));
        Assert.False(_revocations.IsRevoked(null, run.Text));
    }

    public void Dispose()
    {
        _signer.Dispose();
        _key.Dispose();
        _ecdsa.Dispose();
    }

    private static FlowStep<RunState, RunEffect> Submit(params ActionName[] permissions) =>
        RunFlow.Submit(Access, Scope(permissions), Policy, Now).Expect();

    private static ServiceTokenClaims? ClaimsOf(FlowStep<RunState, RunEffect> step, Instant now) =>
        RunToken.ClaimsOf(Assert.IsType<RunEffect.MintToken>(step.Effects[0]), Details, Asked, "t1", now);

    private async Task<(RunState Running, byte[] Token)> StartAsync()
    {
        var submitted = Submit(MlActions.WriteRun);
        var claims = ClaimsOf(submitted, Now)!;
        var token = await ServiceToken.MintAsync(claims, _signer, default);
        var issued = After(submitted.Next, new RunEvent.TokenMinted(claims.Lifetime, Now));
        return (After(issued, new RunEvent.Started(Now)), token);
    }

    private OneOf.OneOf<FlowStep<RunState, RunEffect>, FlowRefusal> Call(
        RunState run, byte[] token, Instant at, string workspaceId = "w-churn") =>
        RunToken.Apply(run, new RunEvent.CalledBack(Workspace, at), token, workspaceId, _checker);
}
