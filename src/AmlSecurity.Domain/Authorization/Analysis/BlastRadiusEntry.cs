using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>One scope that a stolen identity reaches, and what it can do there.</summary>
/// <remarks>Equal by all members, lists in their order; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record BlastRadiusEntry
{
    internal BlastRadiusEntry(
        PrincipalId identity,
        ImmutableArray<EscalationStep> steps,
        RoleAssignment assignment,
        RoleDefinition role,
        ImmutableArray<Plane> planes,
        EscalationStep? takeOver)
    {
        Identity = identity;
        Steps = steps;
        Assignment = assignment;
        Role = role;
        Planes = planes;
        TakeOver = takeOver;
        IsConditional = assignment.Condition is not null
            || role.Blocks.All(block => block.Condition is not null)
            || steps.Any(step => step.IsConditional);
    }

    /// <summary>Gets whose assignment it is: the stolen identity, or one that it can act as.</summary>
    public PrincipalId Identity { get; }

    /// <summary>Gets the steps by which that identity is taken on; none for the stolen one.</summary>
    public ImmutableArray<EscalationStep> Steps { get; }

    /// <summary>Gets the assignment, of the identity or of a group that it belongs to.</summary>
    public RoleAssignment Assignment { get; }

    /// <summary>Gets the role as it is defined.</summary>
    public RoleDefinition Role { get; }

    /// <summary>Gets the planes on which the role grants anything.</summary>
    public ImmutableArray<Plane> Planes { get; }

    /// <summary>Gets the step that makes the identity Owner of the scope, or null if there is none.</summary>
    public EscalationStep? TakeOver { get; }

    /// <summary>Gets a value indicating whether it is reached under a condition only.</summary>
    public bool IsConditional { get; }

    /// <summary>Gets the scope, with which everything below is reached.</summary>
    public ResourceId Scope => Assignment.Scope;

    /// <summary>Determines whether two entries are the same.</summary>
    /// <param name="other">The other entry.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(BlastRadiusEntry? other) =>
        other is not null
        && Identity == other.Identity
        && Assignment == other.Assignment
        && Role == other.Role
        && TakeOver == other.TakeOver
        && Planes.SequenceEqual(other.Planes)
        && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Identity, Assignment.Id, Steps.Length);

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Role, scope and identity, and whether the scope can be taken over.</returns>
    public override string ToString() =>
        $"{Plaintext.Quote(Role.Name)} on {Plaintext.Quote(Scope.Text)}"
        + (Steps.IsEmpty ? "" : $" as {Plaintext.Quote(Identity.Text)}")
        + (IsConditional ? ", under a condition" : "")
        + (TakeOver is null ? "" : ", and can make itself Owner there");
}
