using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Decides on the actions of a role whether it does for one that the table names.</summary>
/// <remarks>
/// A role does for Contributor if one block has <c>*</c> and excludes nothing beyond what Contributor excludes; for
/// Storage Blob Data Contributor if it covers reading, writing and deleting containers and blobs, each on its plane.
/// What is given under a condition is not known to be given (RBAC-04).
/// </remarks>
internal sealed class WiderRoles(AccessPolicy policy)
{
    private static readonly ImmutableArray<(ActionName Action, Plane Plane)> BlobOperations =
    [
        .. OperationsOn("containers", Plane.Control), .. OperationsOn("containers/blobs", Plane.Data),
    ];

    // The exclusions that stood in 2020, and whatever the policy's own definition of the role excludes.
    private readonly ImmutableArray<ActionPattern> _exclusions =
    [
        ActionPattern.Read("Microsoft.Authorization/*/Delete").Expect(),
        ActionPattern.Read("Microsoft.Authorization/*/Write").Expect(),
        ActionPattern.Read("Microsoft.Authorization/elevateAccess/Action").Expect(),
        .. policy.FindRole(IdentityRoles.Contributor) is { Kind: RoleKind.BuiltIn } own
            ? own.Blocks.SelectMany(block => block.NotActions)
            : [],
    ];

    /// <summary>Judges an assignment, its scope aside.</summary>
    public RoleCoverage Judge(RoleAssignment assignment, RoleReference wanted)
    {
        var coverage = JudgeRole(assignment.Role, wanted);
        return coverage == RoleCoverage.Yes && assignment.Condition is not null ? RoleCoverage.Unknown : coverage;
    }

    private RoleCoverage JudgeRole(RoleReference reference, RoleReference wanted)
    {
        var role = policy.FindRole(reference);
        if (IdentityRoles.Recognise(reference, role, policy) is { } known)
        {
            var isWider = wanted == IdentityRoles.Contributor && known == IdentityRoles.Owner;
            return known == wanted || isWider ? RoleCoverage.Yes : RoleCoverage.No;
        }

        if (role is null)
        {
            return RoleCoverage.Unknown;
        }

        return Covers([.. role.Blocks.Where(block => block.Condition is null)], wanted) ? RoleCoverage.Yes
            : Covers(role.Blocks, wanted) ? RoleCoverage.Unknown
            : RoleCoverage.No;
    }

    private bool Covers(ImmutableArray<PermissionBlock> blocks, RoleReference wanted) =>
        wanted == IdentityRoles.Contributor
            ? blocks.Any(block =>
                block.Actions.Any(entry => entry.Shape == ActionPatternShape.Everything)
                && block.NotActions.All(IsExcludedAnyway))
            : BlobOperations.All(asked =>
                blocks.Any(block => block.Judge(asked.Action, asked.Plane, policy.Reading).IsGranted));

    private bool IsExcludedAnyway(ActionPattern exclusion) =>
        exclusion.Shape == ActionPatternShape.Unmatchable
        || _exclusions.Contains(exclusion)
        || (exclusion.Shape == ActionPatternShape.Exact
            && ActionName.Read(exclusion.Canonical, Strictness.Lenient).TryPickT0(out var name, out _)
            && _exclusions.Any(own => own.Matches(name, policy.Reading)));

    private static IEnumerable<(ActionName Action, Plane Plane)> OperationsOn(string what, Plane plane)
    {
        string[] verbs = ["read", "write", "delete"];
        return verbs.Select(verb => (
            ActionName.Of($"Microsoft.Storage/storageAccounts/blobServices/{what}/{verb}"), plane));
    }
}
