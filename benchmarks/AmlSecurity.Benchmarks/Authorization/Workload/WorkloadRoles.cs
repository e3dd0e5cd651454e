using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Benchmarks.Authorization.Workload;

/// <summary>The three roles by which a workspace is shared, and 13 operations on it.</summary>
internal static class WorkloadRoles
{
    /// <summary>Gets the operations, of which Owner may all, Contributor all but one, and Reader three.</summary>
    public static ImmutableArray<ActionName> Operations { get; } =
    [
        MlActions.WriteWorkspace,
        MlActions.AssignRole,
        MlActions.ResyncKeys,
        MlActions.WriteCompute,
        MlActions.DeleteCompute,
        MlActions.WriteDatastore,
        MlActions.SubmitRun,
        MlActions.ReadRun,
        MlActions.WriteModel,
        MlActions.PackageModel,
        MlActions.WriteAksService,
        MlActions.ReadModel,
        MlActions.ReadWorkspace,
    ];

    /// <summary>Gets Owner, Contributor and Reader with the entries that Azure gives them.</summary>
    public static ImmutableArray<RoleDefinition> Roles { get; } =
    [
        Role("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", ["*"], []),
        Role(
            "Contributor",
            "b24988ac-6180-42a0-ab88-20f7382dd24c",
            ["*"],
            [
                "Microsoft.Authorization/*/Delete",
                "Microsoft.Authorization/*/Write",
                "Microsoft.Authorization/elevateAccess/Action",
                "Microsoft.Blueprint/blueprintAssignments/write",
                "Microsoft.Blueprint/blueprintAssignments/delete",
                "Microsoft.Compute/galleries/share/action",
                "Microsoft.Purview/consents/write",
                "Microsoft.Purview/consents/delete",
                "Microsoft.Resources/deploymentStacks/manageDenySetting/action",
            ]),
        Role("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", ["*/read"], []),
    ];

    /// <summary>Gets a bit for each operation that a role grants.</summary>
    public static ushort MaskOf(RoleDefinition role)
    {
        var mask = 0;
        for (var at = 0; at < Operations.Length; at++)
        {
            mask |= role.Covers(Operations[at], Plane.Control) ? 1 << at : 0;
        }

        return (ushort)mask;
    }

    private static RoleDefinition Role(string name, string id, string[] actions, string[] notActions) => new(
        name,
        [
            new PermissionBlock(
                [.. actions.Select(ActionPattern.ReadLeniently)], [.. notActions.Select(ActionPattern.ReadLeniently)]),
        ],
        RoleDefinitionId.Read(id).AsT0,
        RoleKind.BuiltIn);
}
