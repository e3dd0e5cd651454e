using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Tour.Inputs;

/// <summary>Finds the workspaces that the inputs speak of; nothing lists them.</summary>
internal static class WorkspaceScopes
{
    private const string Type = "Microsoft.MachineLearningServices/workspaces";

    public static ImmutableArray<ResourceId> In(AccessPolicy policy, ImmutableArray<Question> questions) =>
    [
        .. policy.Assignments.Select(assignment => assignment.Scope)
            .Concat(questions.Select(question => question.Request.Scope))
            .Concat(policy.DenyAssignments.Select(deny => deny.Scope))
            .Concat(policy.Roles.SelectMany(role => role.AssignableScopes))
            .SelectMany(scope => scope.Ancestors().Prepend(scope))
            .Where(scope => Is(scope) && !scope.IsUnresolved)
            .Distinct(),
    ];

    public static bool Is(ResourceId scope) =>
        Type.Equals(scope.ResourceType, StringComparison.OrdinalIgnoreCase);
}
