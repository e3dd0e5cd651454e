using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Rules;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Joins a run and its service token: what the token says, and that a callback presents it (AUTHN-04 to
/// AUTHN-06, FLOW-10).</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class RunToken
{
    /// <summary>Makes the claims of the token that a run asks for, its first or a newer one: its scope and no
    /// more.</summary>
    /// <param name="asked">What the run asked for.</param>
    /// <param name="details">What the token says beyond the scope.</param>
    /// <param name="policy">Issuer, audience and longest life.</param>
    /// <param name="tokenId">The id of the token, <c>jti</c>; null for none.</param>
    /// <param name="now">The time.</param>
    /// <returns>The claims, which last as long as the policy and the run allow; null if the run has no time
    /// left.</returns>
    public static ServiceTokenClaims? ClaimsOf(
        RunEffect.MintToken asked, RunTokenDetails details, ServiceTokenPolicy policy, string? tokenId, Instant now)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(policy);

        // The token counts whole seconds.
        var issued = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var end = Instant.FromUnixTimeSeconds(
            Instant.Min(issued.Later(policy.LongestLife), asked.Latest).ToUnixTimeSeconds());
        if (end <= now)
        {
            return null;
        }

        var scope = asked.Scope;
        var submitterTenant = (scope.Submitter.Tenant ?? details.Tenant)?.ToString();
        return new ServiceTokenClaims(
            policy.Issuer,
            policy.Audience,
            $"run:{scope.Run}",
            details.WorkspaceId,
            issued,
            new TokenLifetime(issued, end))
        {
            TokenId = tokenId,
            Tenant = (details.Tenant ?? scope.Submitter.Tenant)?.ToString(),
            Compute = details.Compute,
            Run = scope.Run.Text,
            Experiment = details.Experiment,
            SubmitterTenant = submitterTenant,
            Submitter = submitterTenant is null ? null : scope.Submitter.Id.ToString(),
            Permissions = [.. scope.Permissions.Select(operation => operation.ToString())],
        };
    }

    /// <summary>Applies a callback, if its token is sound and that of the run.</summary>
    /// <param name="run">Where the run stands.</param>
    /// <param name="call">The callback.</param>
    /// <param name="token">The token as it was presented, ASCII.</param>
    /// <param name="workspaceId">The immutable id of the workspace that is called.</param>
    /// <param name="checker">Checks the token.</param>
    /// <returns>The next state with what is to be carried out, or why the call is refused.</returns>
    public static OneOf<FlowStep<RunState, RunEffect>, FlowRefusal> Apply(
        RunState run,
        RunEvent.CalledBack call,
        ReadOnlySpan<byte> token,
        string workspaceId,
        ServiceTokenChecker checker) =>
        Apply(run, (RunEvent)call, token, workspaceId, checker);

    /// <summary>Applies the last callback, if its token is sound and that of the run.</summary>
    /// <param name="run">Where the run stands.</param>
    /// <param name="call">The callback.</param>
    /// <param name="token">The token as it was presented, ASCII.</param>
    /// <param name="workspaceId">The immutable id of the workspace that is called.</param>
    /// <param name="checker">Checks the token.</param>
    /// <returns>The next state with what is to be carried out, or why the call is refused.</returns>
    public static OneOf<FlowStep<RunState, RunEffect>, FlowRefusal> Apply(
        RunState run,
        RunEvent.FinalCallback call,
        ReadOnlySpan<byte> token,
        string workspaceId,
        ServiceTokenChecker checker) =>
        Apply(run, (RunEvent)call, token, workspaceId, checker);

    private static OneOf<FlowStep<RunState, RunEffect>, FlowRefusal> Apply(
        RunState run, RunEvent call, ReadOnlySpan<byte> token, string workspaceId, ServiceTokenChecker checker)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(workspaceId);
        ArgumentNullException.ThrowIfNull(checker);
        var check = checker.Check(token, workspaceId, call.At);
        return check.Claims is not { } claims ? Against(RuleOf(check.Failed), $"the token is {check}")
            : claims.Run != run.Scope.Run.Text ? Against(AuthenticationRules.RunToken, "the token is of another run")
            : !IsWithin(claims, run.Scope)
                ? Against(AuthenticationRules.ServiceToken, "the token carries more than the run")
                : run.Apply(call);
    }

    private static bool IsWithin(ServiceTokenClaims claims, RunScope scope) => claims.Permissions.All(
        carried => scope.Permissions.Any(
            allowed => carried.Equals(allowed.ToString(), StringComparison.OrdinalIgnoreCase)));

    private static RuleId RuleOf(ServiceTokenStep failed) => failed switch
    {
        ServiceTokenStep.Times => AuthenticationRules.Tokens,
        ServiceTokenStep.Claims => AuthenticationRules.OneWorkspace,
        ServiceTokenStep.Revocation => AuthenticationRules.Callback,
        _ => AuthenticationRules.ServiceToken,
    };

    private static FlowRefusal Against(RuleId rule, string reason) => new(FlowRefusalKind.AgainstARule, rule, reason);
}
