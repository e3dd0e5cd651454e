using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Domain.Auditing;

/// <summary>The actions of one principal at one scope.</summary>
/// <param name="Principal">Who; somebody without object id is told apart by name.</param>
/// <param name="Scope">Where, in the case of the first event.</param>
/// <param name="Actions">The actions, ordered by their canonical text.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record UsedActionSet(AuditActor Principal, string Scope, ImmutableArray<UsedAction> Actions)
{
    /// <summary>Gets the actions that a role needs so that what was done stays possible.</summary>
    public ImmutableArray<ActionName> Used =>
        [.. Actions.Where(action => action.IsUsed).Select(action => action.Action)];

    /// <summary>Gets the actions that only ever failed.</summary>
    public ImmutableArray<ActionName> OnlyFailed =>
        [.. Actions.Where(action => !action.IsUsed).Select(action => action.Action)];

    /// <summary>Determines whether two sets are the same in every member.</summary>
    /// <param name="other">The other set.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(UsedActionSet? other) =>
        other is not null
        && (Principal, Scope) == (other.Principal, other.Scope)
        && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Principal, Scope, Actions.Length);
}
