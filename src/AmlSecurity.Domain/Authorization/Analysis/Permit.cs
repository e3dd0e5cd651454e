using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>What allows an operation.</summary>
internal sealed record Permit(
    ActionName Action, RoleAssignment Assignment, ImmutableArray<PrincipalId> Through, bool IsConditional)
{
    public bool Equals(Permit? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Action.GetHashCode();
}
