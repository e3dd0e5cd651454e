using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>How far what a workspace's identity has departs from what it should have (IDENT-10, IDENT-11).</summary>
/// <remarks>
/// A grant is present if one assignment gives it: on its scope or above (DEC-15), to the identity or a group of it, of
/// the role in the table or of one that is wider by its actions. Several roles that give it only together do not count,
/// and deny assignments are another question. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class IdentityDrift
{
    private IdentityDrift(
        WorkspaceIdentity identity,
        PrincipalId principal,
        ImmutableArray<GrantCheck> checks,
        ImmutableArray<ExtraAssignment> extra)
    {
        Identity = identity;
        Principal = principal;
        Checks = checks;
        Extra = extra;
        Findings = [.. IdentityFindings.Of(identity, checks, extra)];
        Missing = [.. checks.Where(check => check.Status == GrantStatus.Missing).Select(check => check.Grant)];
        Restore = Missing.IsEmpty ? null : new IdentityRestore(identity.Resources, principal, Missing);
    }

    /// <summary>Gets whose grants were looked for.</summary>
    public WorkspaceIdentity Identity { get; }

    /// <summary>Gets the object id under which they were looked for.</summary>
    public PrincipalId Principal { get; }

    /// <summary>Gets how it stands with each row of the table, in the order of the rules.</summary>
    public ImmutableArray<GrantCheck> Checks { get; }

    /// <summary>Gets the grants that the identity does not have.</summary>
    public ImmutableArray<ManagedIdentityGrant> Missing { get; }

    /// <summary>Gets the assignments that are not in the table, in the order of the policy.</summary>
    public ImmutableArray<ExtraAssignment> Extra { get; }

    /// <summary>Gets what there is to say: a violation for what is missing, undetermined for what is not known, advice
    /// for what is beyond the table.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Gets the step that gives back what is missing, or null if nothing is.</summary>
    public IdentityRestore? Restore { get; }

    /// <summary>Compares.</summary>
    /// <param name="identity">What there should be.</param>
    /// <param name="principal">The object id of the identity.</param>
    /// <param name="policy">What there is: assignments, with the role definitions, groups and management groups that
    /// are known.</param>
    /// <param name="vault">What an access policy of the vault opens to the identity; null if that is not known.</param>
    /// <returns>The comparison.</returns>
    public static IdentityDrift Compare(
        WorkspaceIdentity identity, PrincipalId principal, AccessPolicy policy, VaultAccess? vault)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(policy);
        var comparison = new IdentityComparison(identity, principal, policy);
        return new IdentityDrift(
            identity,
            principal,
            [.. identity.Table.Select(grant => comparison.Check(grant, vault))],
            [.. comparison.Extra()]);
    }
}
