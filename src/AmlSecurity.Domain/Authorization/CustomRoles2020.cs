using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization;

/// <summary>What the pages of 2020 say of custom roles for Azure Machine Learning (AUTHZ-17 to AUTHZ-19).</summary>
/// <remarks>Warnings, not violations: Microsoft's own samples of that year break all three.</remarks>
internal static class CustomRoles2020
{
    private const string Provider = "microsoft.machinelearningservices/";
    private const string Workspace = Provider + "workspaces";

    public static IEnumerable<Finding> Assess(RoleDefinition role, RuleSet rules) =>
        AuthorizationRules.Pages2020.Includes(rules)
            ? role.Blocks.SelectMany(AssessBlock).Concat(AssessScopes(role))
            : [];

    private static IEnumerable<Finding> AssessBlock(PermissionBlock block, int index)
    {
        foreach (var (path, pattern, excludes) in RoleLimits.PatternsOf(block, index))
        {
            // Exclusions only narrow a role, so they may name anything.
            if (excludes)
            {
                continue;
            }

            // DEC-20: the workspace and what lies below it.
            if (pattern.Canonical != Workspace
                && !pattern.Canonical.StartsWith(Workspace + "/", StringComparison.Ordinal))
            {
                yield return new Finding(
                    AuthorizationRules.CustomRoleOperations,
                    FindingSeverity.Warning,
                    path,
                    $"{Plaintext.Quote(pattern.Text)} is not limited to the workspace and its compute",
                    "begin the entry with `Microsoft.MachineLearningServices/workspaces/`");
            }

            if (!IsReadWriteOrDelete(pattern.Canonical))
            {
                yield return new Finding(
                    AuthorizationRules.CustomRoleVerbs,
                    FindingSeverity.Warning,
                    path,
                    $"{Plaintext.Quote(pattern.Text)} is more than a read, write or delete permission",
                    "end the entry with `/read`, `/write` or `/delete`");
            }
        }
    }

    private static bool IsReadWriteOrDelete(string canonical) =>
        canonical.EndsWith("/read", StringComparison.Ordinal)
        || canonical.EndsWith("/write", StringComparison.Ordinal)
        || canonical.EndsWith("/delete", StringComparison.Ordinal);

    private static IEnumerable<Finding> AssessScopes(RoleDefinition role)
    {
        for (var at = 0; at < role.AssignableScopes.Length; at++)
        {
            var scope = role.AssignableScopes[at];
            if (!IsAvailableAt(scope))
            {
                yield return new Finding(
                    AuthorizationRules.CustomRoleScopes,
                    FindingSeverity.Warning,
                    $"$.assignableScopes[{at}]",
                    $"{Plaintext.Quote(scope.Text)} is neither a subscription, a resource group nor a workspace",
                    "name a scope of one of these three levels");
            }
        }
    }

    private static bool IsAvailableAt(ResourceId scope) => scope.Level switch
    {
        ScopeLevel.Subscription or ScopeLevel.ResourceGroup => true,
        ScopeLevel.Resource => string.Equals(scope.ResourceType, Workspace, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
