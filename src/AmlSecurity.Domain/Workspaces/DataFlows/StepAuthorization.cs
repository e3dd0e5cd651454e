using System.Collections.Immutable;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Decides who may take a step of a data flow (DEC-16).</summary>
/// <remarks>
/// The matrix, if the principal and its groups hold only Owner, Contributor and Reader on the scope and above; else the
/// actions of the operation. Guests (AUTHZ-20) and deny assignments (RBAC-03) come before both. What stands under a
/// condition does not count. Safe for concurrent use.
/// </remarks>
public static class StepAuthorization
{
    /// <summary>Decides a step.</summary>
    /// <param name="policy">The policy that decides access, as it is now.</param>
    /// <param name="principal">Who wants to take the step.</param>
    /// <param name="step">The step, which is an operation of a user.</param>
    /// <param name="scope">On what: the workspace, or the resource group in which one is to be created.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">The step is no operation of a user.</exception>
    public static StepDecision Decide(
        AccessPolicy policy, Principal principal, DataFlowStep step, ResourceId scope)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Operation is null
            ? throw new ArgumentException("the step is no operation of a user", nameof(step))
            : DecideOperation(policy, principal, step.Operation, step.Way, scope);
    }

    /// <summary>Decides whether somebody may call a web service by what is presented to it.</summary>
    /// <param name="policy">The policy that decides access, as it is now.</param>
    /// <param name="principal">Who calls, or to whom the key was listed.</param>
    /// <param name="credential">What is presented.</param>
    /// <param name="workspace">The workspace of the service.</param>
    /// <returns>The decision.</returns>
    public static StepDecision DecideCall(
        AccessPolicy policy, Principal principal, WebServiceCredential credential, ResourceId workspace)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return DecideOperation(policy, principal, FlowSteps.ScoreOnKubernetes.Operation!, WayOf(credential), workspace);
    }

    /// <summary>Decides an operation of the matrix.</summary>
    /// <param name="policy">The policy that decides access, as it is now.</param>
    /// <param name="principal">Who asks.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="way">The name of the way, or empty for any of them.</param>
    /// <param name="scope">On what.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">The operation has no such way.</exception>
    public static StepDecision DecideOperation(
        AccessPolicy policy, Principal principal, MlOperation operation, string way, ResourceId scope)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(way);
        ArgumentNullException.ThrowIfNull(scope);
        ImmutableArray<ActionAlternative> ways =
            [.. operation.Alternatives.Where(one => way.Length == 0 || one.Name == way)];
        if (ways.IsEmpty)
        {
            throw new ArgumentException("the operation has no such way", nameof(way));
        }

        ImmutableArray<StepAttempt> attempts =
            [.. ways.Select(one => StepAttempt.Of(policy, principal, one, scope))];
        var held = policy.Explain(AccessRequest.Control(principal, ways[0].Actions[0], scope)).Assignments;
        var usesMatrix = held.Length > 0
            && held.All(one => BuiltInRoles.Find(one.Role) is not null)
            && !attempts.All(attempt => attempt.IsBarred);
        return new StepDecision(
            principal,
            operation,
            way,
            scope,
            usesMatrix ? StepBasis.Matrix : StepBasis.Actions,
            usesMatrix ? ByMatrix(operation, held) : StepAttempt.Best(attempts).Verdict);
    }

    internal static string WayOf(WebServiceCredential credential) => credential switch
    {
        WebServiceCredential.Key => "keys",
        WebServiceCredential.Token => "token",
        _ => "",
    };

    private static StepVerdict ByMatrix(MlOperation operation, ImmutableArray<ConsideredAssignment> held)
    {
        var granting = held.Where(one => BuiltInRoles.Find(one.Role) <= operation.LeastRole).ToArray();
        return granting.FirstOrDefault(one => one.Assignment.Condition is null) is { } first
            ? new StepVerdict(
                operation.Rule, $"the matrix gives it to {BuiltInRoles.Find(first.Role)}", first.Assignment.Id)
            : granting.Length > 0
                ? new StepVerdict(
                    AuthorizationRules.Conditions, "what would allow it stands under a condition", Assignment: null)
                : new StepVerdict(
                    operation.Rule,
                    $"the matrix gives it to {operation.LeastRole} at least",
                    Assignment: null);
    }
}
