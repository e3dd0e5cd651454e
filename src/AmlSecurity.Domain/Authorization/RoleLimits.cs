using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The limits of roles and assignments (ROLE-01).</summary>
/// <remarks>
/// Azure refuses what is beyond them; this library only says so, because a policy must be explainable even when it
/// could not be written today. The numbers are those of the pages of the rule set.
/// </remarks>
public static class RoleLimits
{
    /// <summary>The most role assignments in one subscription.</summary>
    public const int AssignmentsPerSubscription = 4_000;

    /// <summary>The most role assignments on one management group.</summary>
    public const int AssignmentsPerManagementGroup = 500;

    /// <summary>The most assignable scopes of one role.</summary>
    public const int AssignableScopes = 2_000;

    /// <summary>Gets how long a change of assignments can take to reach every request: 30 minutes.</summary>
    public static Duration AssignmentPropagation { get; } = Duration.FromMinutes(30);

    /// <summary>Gets how long a change of a role takes at least to reach every assignment: 15 minutes.</summary>
    public static Duration ShortestRolePropagation { get; } = Duration.FromMinutes(15);

    /// <summary>Gets how long a change of a role can take to reach every assignment: one hour.</summary>
    public static Duration LongestRolePropagation { get; } = Duration.FromHours(1);

    /// <summary>Gets the most custom roles of one tenant.</summary>
    /// <param name="cloud">The cloud.</param>
    /// <returns>5,000; 2,000 in Germany and with 21Vianet.</returns>
    public static int CustomRolesPerTenant(AzureCloud cloud) =>
        cloud is AzureCloud.Germany or AzureCloud.China21Vianet ? 2_000 : 5_000;

    /// <summary>Gets the longest name of a custom role, in characters.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>128 on the pages of 2020, 512 since.</returns>
    public static int NameLength(RuleSet rules) => AuthorizationRules.Pages2020.Includes(rules) ? 128 : 512;

    /// <summary>Gets the longest description of a custom role, in characters.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>1,024 on the pages of 2020, 2,048 since.</returns>
    public static int DescriptionLength(RuleSet rules) => AuthorizationRules.Pages2020.Includes(rules) ? 1_024 : 2_048;

    internal static IEnumerable<Finding> Assess(RoleDefinition role, RuleSet rules)
    {
        foreach (var (name, length, limit) in new[]
        {
            ("roleName", role.Name.Length, NameLength(rules)),
            ("description", role.Description?.Length ?? 0, DescriptionLength(rules)),
        })
        {
            if (length > limit)
            {
                yield return Beyond($"$.{name}", $"it has {length} characters", $"use at most {limit}");
            }
        }

        foreach (var finding in AssessScopes(role).Concat(role.Blocks.SelectMany(AssessBlock)))
        {
            yield return finding;
        }
    }

    internal static Finding Beyond(string path, string message, string remedy) =>
        new(AuthorizationRules.Limits, FindingSeverity.Violation, path, message, remedy);

    internal static bool HasDataActions(RoleDefinition role) => role.Blocks.Any(block => !block.DataActions.IsEmpty);

    internal static IEnumerable<Finding> AssessScopes(RoleDefinition role)
    {
        var scopes = role.AssignableScopes;
        if (scopes.IsEmpty)
        {
            yield return Beyond("$.assignableScopes", "the role can be assigned nowhere", "name at least one scope");
        }

        if (scopes.Length > AssignableScopes)
        {
            yield return Beyond(
                "$.assignableScopes", $"there are {scopes.Length} scopes", $"name at most {AssignableScopes}");
        }

        var managementGroups = scopes.Where(scope => scope.Level == ScopeLevel.ManagementGroup).Distinct().ToArray();
        if (managementGroups.Length > 1)
        {
            yield return Beyond(
                "$.assignableScopes", $"there are {managementGroups.Length} management groups", "name at most one");
        }

        if (managementGroups.Length > 0 && HasDataActions(role))
        {
            yield return Beyond(
                "$.assignableScopes",
                "a role with data actions cannot be assigned at a management group",
                "name subscriptions instead");
        }

        for (var at = 0; at < scopes.Length; at++)
        {
            if (scopes[at].Level == ScopeLevel.Tenant)
            {
                yield return Beyond(
                    $"$.assignableScopes[{at}]", "only built-in roles have the scope `/`", "name a subscription");
            }
            else if (scopes[at].Text.Contains('*', StringComparison.Ordinal))
            {
                yield return Beyond(
                    $"$.assignableScopes[{at}]", "an assignable scope has no wildcards", "name each scope");
            }
        }
    }

    private static IEnumerable<Finding> AssessBlock(PermissionBlock block, int index)
    {
        foreach (var (path, pattern, _) in PatternsOf(block, index))
        {
            if (pattern.Irregularity?.Kind == ActionPatternFault.WithTwoWildcards)
            {
                yield return Beyond(
                    path, "an entry has at most one wildcard; this one matches nothing", "write one entry for each");
            }
        }

        if (block.Condition is { Text.Length: > AccessCondition.MaximumLength } condition)
        {
            yield return Beyond(
                $"$.permissions[{index}].condition",
                $"it has {condition.Text.Length} characters",
                $"use at most {AccessCondition.MaximumLength}");
        }
    }

    /// <summary>Gets every entry of a block with its path.</summary>
    internal static IEnumerable<(string Path, ActionPattern Pattern, bool Excludes)> PatternsOf(
        PermissionBlock block, int index)
    {
        (string Name, ImmutableArray<ActionPattern> Patterns, bool Excludes)[] lists =
        [
            ("actions", block.Actions, false),
            ("notActions", block.NotActions, true),
            ("dataActions", block.DataActions, false),
            ("notDataActions", block.NotDataActions, true),
        ];
        return lists.SelectMany(list => list.Patterns.Select(
            (pattern, at) => ($"$.permissions[{index}].{list.Name}[{at}]", pattern, list.Excludes)));
    }
}
