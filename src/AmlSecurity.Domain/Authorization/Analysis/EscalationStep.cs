using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>One step on the way to more than was granted.</summary>
/// <remarks>Equal by all members, groups in their order; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record EscalationStep
{
    internal EscalationStep(
        EscalationStepKind kind, PrincipalId actor, Permit permit, ResourceId scope, PrincipalId? becomes = null)
    {
        Kind = kind;
        Actor = actor;
        Action = permit.Action;
        Assignment = permit.Assignment;
        Through = permit.Through;
        IsConditional = permit.IsConditional;
        Scope = scope;
        Becomes = becomes;
    }

    /// <summary>Gets what is done.</summary>
    public EscalationStepKind Kind { get; }

    /// <summary>Gets who does it: the principal, or an identity that an earlier step took on.</summary>
    public PrincipalId Actor { get; }

    /// <summary>Gets the operation that does it.</summary>
    public ActionName Action { get; }

    /// <summary>Gets what it is done to: the scope of the new role, or the resource whose identity is taken
    /// on.</summary>
    public ResourceId Scope { get; }

    /// <summary>Gets the assignment that allows the operation, as it stands in the policy.</summary>
    public RoleAssignment Assignment { get; }

    /// <summary>Gets the groups by which the actor holds the assignment, the last of which is named in it.</summary>
    public ImmutableArray<PrincipalId> Through { get; }

    /// <summary>Gets a value indicating whether the operation is allowed under a condition only.</summary>
    public bool IsConditional { get; }

    /// <summary>Gets the identity that is taken on, or null if the step takes on none.</summary>
    public PrincipalId? Becomes { get; }

    /// <summary>Determines whether two steps are the same.</summary>
    /// <param name="other">The other step.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(EscalationStep? other) =>
        other is not null
        && Kind == other.Kind
        && Actor == other.Actor
        && Action == other.Action
        && Scope == other.Scope
        && Assignment == other.Assignment
        && IsConditional == other.IsConditional
        && Becomes == other.Becomes
        && Through.SequenceEqual(other.Through);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Actor, Action, Scope, Assignment.Id, Becomes);

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Who does what to what, and by which assignment.</returns>
    public override string ToString() =>
        $"{Plaintext.Quote(Actor.Text)} {Does} {Plaintext.Quote(Scope.Text)} by {Action}"
        + $", allowed by assignment {Plaintext.Quote(Assignment.Id)}"
        + (Through.IsEmpty ? "" : $" through {string.Join(", ", Through.Select(id => Plaintext.Quote(id.Text)))}")
        + (IsConditional ? ", under a condition" : "");

    private string Does => Kind switch
    {
        EscalationStepKind.AssignRole => "assigns itself a role on",
        EscalationStepKind.WidenRole => "widens a role that it holds on",
        _ => $"becomes {Plaintext.Quote(Becomes?.Text)} through",
    };
}
