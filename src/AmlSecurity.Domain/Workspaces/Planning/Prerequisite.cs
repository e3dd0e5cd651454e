using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.Planning;

/// <summary>One step on the way to a workspace with a customer-managed key.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record Prerequisite
{
    internal Prerequisite(
        string rule, string step, PrerequisiteState state, ResourceId? scope, params ImmutableArray<ActionName> actions)
    {
        Rule = RuleId.Of(rule);
        Step = step;
        State = state;
        Scope = scope;
        Actions = actions;
    }

    /// <summary>Gets the rule that asks for it.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets what to do, in lower case without a full stop.</summary>
    public string Step { get; }

    /// <summary>Gets whether it is done.</summary>
    public PrerequisiteState State { get; }

    /// <summary>Gets on what it is done; null where nobody in the directory of the customer can do it.</summary>
    public ResourceId? Scope { get; }

    /// <summary>Gets the operations of the control plane that it takes, all of them.</summary>
    public ImmutableArray<ActionName> Actions { get; }

    /// <summary>Finds out whether somebody may do it.</summary>
    /// <param name="policy">Who holds which roles where.</param>
    /// <param name="principal">Who would do it.</param>
    /// <returns>A decision for each action in its order; none where only Microsoft can do it.</returns>
    public ImmutableArray<AccessDecision> WhetherMayBeDoneBy(AccessPolicy policy, Principal principal)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(principal);
        return Scope is null
            ? []
            : [.. Actions.Select(action => policy.Decide(AccessRequest.Control(principal, action, Scope)))];
    }

    /// <summary>Determines whether two steps are the same.</summary>
    /// <param name="other">The other step.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(Prerequisite? other) =>
        other is not null
        && (Rule, Step, State, Scope) == (other.Rule, other.Step, other.State, other.Scope)
        && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Step, State, Scope);

    /// <summary>Returns one line for a person.</summary>
    /// <returns>State, step and rule.</returns>
    public override string ToString() => $"{Plaintext.Words(State)}: {Step} ({Rule})";
}
