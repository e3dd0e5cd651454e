using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The matrix of 13 operations by three roles on the source page (AUTHZ-03 to AUTHZ-15).</summary>
/// <remarks>
/// Data of its own, not derived from role definitions: evaluating the real Owner, Contributor and Reader over the
/// actions beside it differs in two cells. An upgrade is a write on the workspace, which Contributor may do (AUTHZ-05),
/// and listing the keys of a service is no read, which is all that Reader may do (AUTHZ-15 with key authentication).
/// </remarks>
public static class OperationMatrix
{
    /// <summary>Gets the 13 rows in the order of the page.</summary>
    public static ImmutableArray<MlOperation> Operations { get; } =
    [
        new("AUTHZ-03", "Create workspace", BuiltInRole.Contributor, Way(MlActions.WriteWorkspace)),
        new("AUTHZ-04", "Share workspace", BuiltInRole.Owner, Way(MlActions.AssignRole)),
        new("AUTHZ-05", "Upgrade workspace to Enterprise edition", BuiltInRole.Owner, Way(MlActions.WriteWorkspace)),
        new("AUTHZ-06", "Create compute target", BuiltInRole.Contributor, Way(MlActions.WriteCompute)),
        new("AUTHZ-07", "Attach compute target", BuiltInRole.Contributor, Way(MlActions.WriteCompute)),
        new("AUTHZ-08", "Attach datastores", BuiltInRole.Contributor, Way(MlActions.WriteDatastore)),
        new(
            "AUTHZ-09",
            "Run experiment",
            BuiltInRole.Contributor,
            Way(MlActions.SubmitRun, MlActions.WriteRun, MlActions.WriteSnapshot)),
        new("AUTHZ-10", "View runs / metrics", BuiltInRole.Reader, Way(MlActions.ReadRun)),
        new("AUTHZ-11", "Register model", BuiltInRole.Contributor, Way(MlActions.WriteModel)),
        new(
            "AUTHZ-12",
            "Create image",
            BuiltInRole.Contributor,
            Way(MlActions.PackageModel, MlActions.BuildEnvironment)),
        new(
            "AUTHZ-13",
            "Deploy web service",
            BuiltInRole.Contributor,
            new ActionAlternative("aci", MlActions.WriteAciService),
            new ActionAlternative("aks", MlActions.WriteAksService)),
        new("AUTHZ-14", "View models / images", BuiltInRole.Reader, Way(MlActions.ReadModel)),
        new(
            "AUTHZ-15",
            "Call web service",
            BuiltInRole.Reader,
            new ActionAlternative("keys", MlActions.ScoreAksService, MlActions.ListAksServiceKeys),
            new ActionAlternative("token", MlActions.ReadWorkspace)),
    ];

    /// <summary>Answers from the matrix alone.</summary>
    /// <param name="operation">The rule of the operation.</param>
    /// <param name="role">The role.</param>
    /// <returns>Allowed or denied as the page says; not stated for an operation that it does not list
    /// (DEC-01).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is none of the three.</exception>
    public static MatrixAnswer Decide(RuleId operation, BuiltInRole role)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (!Enum.IsDefined(role))
        {
            throw new ArgumentOutOfRangeException(nameof(role));
        }

        foreach (var row in Operations)
        {
            if (row.Rule == operation)
            {
                return role <= row.LeastRole ? MatrixAnswer.Allowed : MatrixAnswer.Denied;
            }
        }

        return MatrixAnswer.NotStated;
    }

    private static ActionAlternative Way(params ImmutableArray<ActionName> actions) => new("", actions);
}
