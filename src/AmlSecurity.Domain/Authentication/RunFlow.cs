using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The life of a run as a flow: submitted, given a token, running, called back, closed (FLOW-09 to
/// FLOW-13).</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class RunFlow
{
    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<RunState, RunEvent, RunEffect> Table { get; } = RunRows.Build();

    /// <summary>Takes a run, if its submitter may submit it and may do all that it is to do.</summary>
    /// <param name="access">The policy that decides access, as it is now.</param>
    /// <param name="scope">What the run is to do, for whom and where.</param>
    /// <param name="policy">How long it lasts.</param>
    /// <param name="now">The time.</param>
    /// <returns>The first state with what is to be carried out; or the first operation that the submitter may not
    /// do.</returns>
    public static OneOf<FlowStep<RunState, RunEffect>, RunRefusal> Submit(
        AccessPolicy access, RunScope scope, RunPolicy policy, Instant now)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(policy);
        foreach (var operation in scope.Permissions.Prepend(MlActions.SubmitRun))
        {
            var decision = access.Decide(AccessRequest.Control(scope.Submitter, operation, scope.Workspace));
            if (decision is AccessDecision.Denied denied)
            {
                return new RunRefusal(operation, denied);
            }
        }

        var submitted = new RunState.Submitted(scope, policy, now);
        return new FlowStep<RunState, RunEffect>(submitted, [new RunEffect.MintToken(scope, submitted.End)]);
    }
}
