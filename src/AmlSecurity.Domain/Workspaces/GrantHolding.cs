using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>An assignment by which an identity has a grant, and the way it comes by it.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class GrantHolding
{
    internal GrantHolding(RoleAssignment assignment, bool isInherited, ImmutableArray<PrincipalId> throughGroups)
    {
        Assignment = assignment;
        IsInherited = isInherited;
        ThroughGroups = throughGroups;
    }

    /// <summary>Gets what was assigned.</summary>
    public RoleAssignment Assignment { get; }

    /// <summary>Gets where it was assigned.</summary>
    public ResourceId From => Assignment.Scope;

    /// <summary>Gets a value indicating whether that is above the scope of the grant.</summary>
    public bool IsInherited { get; }

    /// <summary>Gets the groups through which the identity holds it, nearest to the identity first; empty if
    /// directly.</summary>
    public ImmutableArray<PrincipalId> ThroughGroups { get; }

    /// <summary>Returns a few words for a person.</summary>
    /// <returns>Role, place and groups.</returns>
    public override string ToString()
    {
        var groups = string.Join(" in ", ThroughGroups.Select(group => Plaintext.Quote(group.Text)));
        return $"{Plaintext.Quote(Assignment.Role.ToString())} "
            + (IsInherited ? $"inherited from {Plaintext.Quote(From.Text)}" : "assigned directly")
            + (groups.Length == 0 ? "" : $" through group {groups}");
    }
}
