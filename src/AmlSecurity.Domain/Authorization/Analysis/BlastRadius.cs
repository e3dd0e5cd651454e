using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>What a stolen identity reaches: through groups, inherited scopes, escalation and the identities that it
/// can act as (ROLE-02).</summary>
/// <remarks>
/// An upper bound: what stands under a condition is reached and flagged. Deny assignments stop steps, but what they
/// take from a role at a scope is not subtracted from its entry. Reference equality; no order. Immutable, hence safe
/// for concurrent use.
/// </remarks>
public sealed class BlastRadius
{
    private BlastRadius(
        PrincipalId principal, ImmutableArray<PrincipalId> identities, ImmutableArray<BlastRadiusEntry> entries)
    {
        Principal = principal;
        Identities = identities;
        Entries = entries;
    }

    /// <summary>Gets the stolen identity.</summary>
    public PrincipalId Principal { get; }

    /// <summary>Gets the identities that it can act as, itself first, then those of the fewest steps.</summary>
    public ImmutableArray<PrincipalId> Identities { get; }

    /// <summary>Gets an entry for each assignment of these identities whose role grants anything, in their order, then
    /// by scope and id.</summary>
    public ImmutableArray<BlastRadiusEntry> Entries { get; }

    /// <summary>Works out what a stolen identity reaches.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="principal">The identity.</param>
    /// <param name="identities">Which identities resources act as.</param>
    /// <returns>What it reaches.</returns>
    /// <exception cref="ArgumentNullException">An argument or a fact is null.</exception>
    public static BlastRadius Of(
        AccessPolicy policy, PrincipalId principal, IEnumerable<IdentityFact> identities)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(principal);
        var certain = new CertainPolicy(policy);
        var search = new EscalationSearch(certain, Elements.Of(identities, nameof(identities)), takesConditions: true);
        var reached = search.Identities(principal).ToList();
        return new BlastRadius(
            principal,
            [.. reached.Select(at => at.Identity)],
            [
                .. from at in reached
                   from held in certain.HeldBy(at.Identity).Order(PolicyOrder.OfAssignments)
                   let role = policy.FindRole(held.Role)
                   where role is not null
                   let planes = PlanesOf(role, policy.Reading)
                   where !planes.IsEmpty
                   select new BlastRadiusEntry(
                       at.Identity, at.Steps, held, role, planes, search.TakeOver(at.Identity, held.Scope)),
            ]);
    }

    /// <summary>Returns a line for each entry.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join('\n', Entries);

    private static ImmutableArray<Plane> PlanesOf(RoleDefinition role, WildcardReading reading) =>
        [.. Enum.GetValues<Plane>().Where(plane => new RoleReach(role, plane, reading).First() is not null)];
}
