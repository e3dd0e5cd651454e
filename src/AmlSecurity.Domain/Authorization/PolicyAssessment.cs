using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Checks a whole policy against the rules for roles and assignments.</summary>
internal static class PolicyAssessment
{
    public static ImmutableArray<Finding> Assess(AccessPolicy policy, AzureCloud cloud) =>
    [
        .. policy.Roles.SelectMany((role, at) => role.Assess(policy.Rules)
            .Select(finding => finding with { Path = $"$.roles[{at}]{finding.Path[1..]}" })),
        .. CustomRoleCount(policy, cloud),
        .. AssignmentCounts(policy),
        .. DataRolesAtManagementGroups(policy),
        .. UnresolvedRoles(policy),
        .. UnreadableConditions(policy),
        .. IdleConditions(policy),
    ];

    private static IEnumerable<Finding> CustomRoleCount(AccessPolicy policy, AzureCloud cloud)
    {
        var count = policy.Roles.Count(role => role.Kind == RoleKind.Custom);
        var limit = RoleLimits.CustomRolesPerTenant(cloud);
        if (count > limit)
        {
            yield return RoleLimits.Beyond("$.roles", $"there are {count} custom roles", $"keep at most {limit}");
        }
    }

    private static IEnumerable<Finding> AssignmentCounts(AccessPolicy policy)
    {
        var subscriptions = policy.Assignments
            .Select(assignment => SubscriptionOf(assignment.Scope))
            .OfType<ResourceId>()
            .CountBy(subscription => subscription)
            .Select(count => (Scope: count.Key, Count: count.Value, Limit: RoleLimits.AssignmentsPerSubscription));
        var managementGroups = policy.Assignments
            .Where(assignment => assignment.Scope.Level == ScopeLevel.ManagementGroup)
            .CountBy(assignment => assignment.Scope)
            .Select(count => (Scope: count.Key, Count: count.Value, Limit: RoleLimits.AssignmentsPerManagementGroup));
        return subscriptions.Concat(managementGroups)
            .Where(counted => counted.Count > counted.Limit)
            .OrderBy(counted => counted.Scope.Canonical, StringComparer.Ordinal)
            .Select(counted => RoleLimits.Beyond(
                "$.assignments",
                $"there are {counted.Count} role assignments in {Plaintext.Quote(counted.Scope.Text)}",
                $"keep at most {counted.Limit}, for example by assigning roles to groups"));
    }

    private static ResourceId? SubscriptionOf(ResourceId scope)
    {
        var at = scope;
        while (at is not null && at.Level != ScopeLevel.Subscription)
        {
            at = at.Parent;
        }

        return at;
    }

    private static IEnumerable<Finding> DataRolesAtManagementGroups(AccessPolicy policy) => policy.Assignments
        .Select((assignment, at) => (assignment, at))
        .Where(indexed => indexed.assignment.Scope.Level == ScopeLevel.ManagementGroup
            && policy.FindRole(indexed.assignment.Role) is { Kind: RoleKind.Custom } role
            && RoleLimits.HasDataActions(role))
        .Select(indexed => RoleLimits.Beyond(
            $"$.assignments[{indexed.at}].scope",
            "a role with data actions cannot be assigned at a management group",
            "assign it at subscriptions instead"));

    private static IEnumerable<Finding> UnresolvedRoles(AccessPolicy policy) => policy.Assignments
        .Select((assignment, at) => (assignment, at))
        .Where(indexed => policy.FindRole(indexed.assignment.Role) is null)
        .Select(indexed => new Finding(
            AuthorizationRules.DefaultDeny,
            FindingSeverity.Warning,
            $"$.assignments[{indexed.at}]",
            $"role {Plaintext.Quote(indexed.assignment.Role.ToString())} is not among the definitions, or several fit;"
                + " it grants nothing",
            "give the definition of the role once"));

    private static IEnumerable<Finding> UnreadableConditions(AccessPolicy policy)
    {
        var ofAssignments = policy.Assignments
            .Select((assignment, at) => (assignment.Condition, Path: $"$.assignments[{at}].condition"));
        var ofBlocks = policy.Roles.SelectMany((role, at) => role.Blocks
            .Select((block, index) => (block.Condition, Path: $"$.roles[{at}].permissions[{index}].condition")));
        return ofAssignments.Concat(ofBlocks)
            .Where(place => place.Condition is { Reading.IsT1: true })
            .Select(place => new Finding(
                AuthorizationRules.Conditions,
                FindingSeverity.Warning,
                place.Path,
                $"the condition cannot be read: {place.Condition!.Reading.AsT1}; what stands under it grants nothing"));
    }

    private static IEnumerable<Finding> IdleConditions(AccessPolicy policy)
    {
        var ofAssignments =
            from held in policy.Assignments.Index()
            where held.Item.Condition is { } condition
                && policy.FindRole(held.Item.Role) is { } role
                && new ConditionReach(role, policy.Reading).NeverRestricts(condition)
            select $"$.assignments[{held.Index}].condition";
        var ofBlocks =
            from role in policy.Roles.Index()
            from block in role.Item.Blocks.Index()
            where block.Item.Condition is { } condition
                && new ConditionReach(block.Item, policy.Reading).NeverRestricts(condition)
            select $"$.roles[{role.Index}].permissions[{block.Index}].condition";
        return ofAssignments.Concat(ofBlocks).Select(path => new Finding(
            AuthorizationRules.Conditions,
            FindingSeverity.Warning,
            path,
            "the condition holds for everything that stands under it, so that it restricts nothing",
            "let it target what the role grants"));
    }
}
