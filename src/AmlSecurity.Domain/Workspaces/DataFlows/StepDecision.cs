using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Whether somebody may take a step of a data flow, and why (DEC-16).</summary>
/// <remarks>
/// Only <see cref="StepAuthorization"/> makes it. It holds for the policy that was asked, so it is asked for anew at
/// each step. Equal by all members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record StepDecision
{
    internal StepDecision(
        Principal principal, MlOperation operation, string way, ResourceId scope, StepBasis basis, StepVerdict verdict)
    {
        Principal = principal;
        Operation = operation;
        Way = way;
        Scope = scope;
        Basis = basis;
        IsAllowed = verdict.Assignment is not null;
        Rule = verdict.Rule;
        Reason = verdict.Reason;
        Assignment = verdict.Assignment;
    }

    /// <summary>Gets who asked.</summary>
    public Principal Principal { get; }

    /// <summary>Gets the row of the matrix that was asked about.</summary>
    public MlOperation Operation { get; }

    /// <summary>Gets the way that was asked about, such as <c>aks</c>; empty for any of them.</summary>
    public string Way { get; }

    /// <summary>Gets on what it would be done.</summary>
    public ResourceId Scope { get; }

    /// <summary>Gets by what it was decided.</summary>
    public StepBasis Basis { get; }

    /// <summary>Gets a value indicating whether the step may be taken.</summary>
    public bool IsAllowed { get; }

    /// <summary>Gets the rule that the decision rests on: the row of the matrix, or that of the access
    /// decision.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets why, for a person, in lower case without a full stop.</summary>
    public string Reason { get; }

    /// <summary>Gets the id of the assignment that allows it; null if it is denied.</summary>
    public string? Assignment { get; }

    /// <summary>Tells the decision, as a host does of one that was denied.</summary>
    /// <param name="eventId">Names the decision.</param>
    /// <param name="decidedAt">When it was made.</param>
    /// <param name="source">Who tells it.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">A group asked.</exception>
    public AuditEvent ToAuditEvent(string eventId, Instant decidedAt, string source) =>
        new(eventId, decidedAt, AuditActor.Of(Principal), FirstAction, Scope.Text, Outcome, source)
        {
            Trace = new DecisionTrace { Rules = [Rule.Text, DataFlowRules.WhoMayTakeAStep.Text] },
        };

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The operation, the answer and the rule.</returns>
    public override string ToString() =>
        $"{Operation.Name}: {(IsAllowed ? "allowed" : "denied")}, {Reason} ({Rule})";

    internal AuditOutcome Outcome => Assignment is null
        ? new AuditOutcome.Denied(Reason)
        : new AuditOutcome.Allowed(Assignment);

    // By which logs know the operation.
    private string FirstAction =>
        Operation.Alternatives.First(one => Way.Length == 0 || one.Name == Way).Actions[0].Text;
}
