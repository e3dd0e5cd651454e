using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>What is fixed about the Cosmos DB instance of a workspace with a customer-managed key (ENC-22 to ENC-24,
/// DEC-08, DEC-21).</summary>
public static class DedicatedCosmosDb
{
    /// <summary>The request units that the instance is set to (ENC-24).</summary>
    public const int RequestUnits = 8000;

    private static readonly RuleId Units = RuleId.Of("ENC-24");
    private static readonly RuleId Deletion = RuleId.Of("DEC-21");

    /// <summary>Judges a wish for other request units (DEC-08).</summary>
    /// <param name="wanted">The request units that are wanted.</param>
    /// <param name="path">Where they are asked for, as a JSON path.</param>
    /// <returns>A violation, or null if they are what they are set to.</returns>
    public static Finding? AssessRequestUnits(int wanted, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return wanted == RequestUnits
            ? null
            : new Finding(
                Units,
                FindingSeverity.Violation,
                path,
                $"`{wanted}` request units are asked for, and a change is not supported",
                $"leave them at {RequestUnits}");
    }

    /// <summary>Judges a wish to delete the instance (ENC-23, DEC-21).</summary>
    /// <param name="isWorkspaceDeleted">Whether its workspace is deleted with it.</param>
    /// <param name="path">Where it is asked for, as a JSON path.</param>
    /// <returns>A violation, or null if the workspace goes too.</returns>
    public static Finding? AssessDeletion(bool isWorkspaceDeleted, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return isWorkspaceDeleted
            ? null
            : new Finding(
                Deletion,
                FindingSeverity.Violation,
                path,
                "the instance is to be deleted while its workspace stays",
                "delete the workspace, and the instance goes with it");
    }
}
