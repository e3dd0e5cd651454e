using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges how the stores of a workspace are encrypted (ENC-01, ENC-24, ENC-27, ENC-37, ENC-38, CMK-02).</summary>
internal static class StoreAssessment
{
    private const int StorageKeyBits = 2048;

    public static void Assess(
        Estate estate, WorkspaceConfiguration workspace, AssessmentFacts facts, FindingList list)
    {
        list.Add(workspace.Resource, HighBusinessImpact(workspace, facts));
        foreach (var compute in estate.ComputesOf(workspace.Resource))
        {
            list.Add(compute, TemporaryDisk(workspace.HbiWorkspace, compute));
        }

        list.Add(workspace.Resource, RequestUnits(workspace));
        if (estate.Find(workspace.ContainerRegistry, Estate.RegistryType) is { } registry)
        {
            list.Add(registry, Registry(workspace, registry));
        }
    }

    /// <summary>Judges a Cosmos DB account that documents declare: its key is named without version.</summary>
    public static Finding? CosmosDb(ConfigurationResource account)
    {
        var uri = account.Properties["keyVaultKeyUri"];
        if (uri.IsUnresolved)
        {
            return Say.Open(AssessmentRules.KeySize, uri, "the address of the key is not known");
        }

        return uri.IsKnown && KeyIdentifier.Read(uri.AsText, KeyIdentifierUse.CosmosDb).TryPickT1(out var fault, out _)
            ? Say.Violation(
                AssessmentRules.KeySize,
                uri,
                $"it is no address of a key as Cosmos DB takes it: {fault}",
                "give the address of the key without its version")
            : null;
    }

    /// <summary>Judges the temporary disks of a cluster by the flag of its workspace.</summary>
    public static Finding? TemporaryDisk(bool? hbiWorkspace, ConfigurationResource compute) =>
        ComputeNetwork.IsOf(compute, "AmlCompute") == true && hbiWorkspace != true
            ? hbiWorkspace is null
                ? Say.Open(
                    AssessmentRules.TemporaryDisk,
                    compute.Properties,
                    "whether the temporary disks are encrypted depends on a flag of the workspace that is not known")
                : Say.Advice(
                    AssessmentRules.TemporaryDisk,
                    compute.Properties,
                    "the temporary disks are not encrypted",
                    "set `hbiWorkspace` when the workspace is created; no key of one's own is possible (ENC-38)")
            : null;

    /// <summary>Judges the key of a storage account, where it is one of the customer's.</summary>
    public static IEnumerable<Finding> Storage(ConfigurationResource storage, AssessmentFacts facts)
    {
        var encryption = storage.Properties["encryption"];
        if (!string.Equals(
            encryption["keySource"].AsText, "Microsoft.Keyvault", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        var key = encryption["keyvaultproperties"];
        if (Say.Demand(
            AssessmentRules.KeySize,
            key["keyname"],
            facts.StorageKeyBits is { } bits ? bits == StorageKeyBits : null,
            $"the key of the storage account is an RSA key of {StorageKeyBits} bits",
            $"use an RSA key of {StorageKeyBits} bits") is { } finding)
        {
            yield return finding;
        }
    }

    private static Finding? HighBusinessImpact(WorkspaceConfiguration workspace, AssessmentFacts facts) =>
        (workspace.HbiWorkspace, facts.IsDataSensitive) switch
        {
            (true, _) or (_, false) => null,
            (false, true) => Say.Violation(
                AssessmentRules.HighBusinessImpact,
                workspace.Hbi,
                "the data are sensitive, and the workspace is not one of high business impact",
                "set `hbiWorkspace` to `true` when the workspace is created; it cannot be set later"),
            (null, true) => Say.Open(
                AssessmentRules.HighBusinessImpact,
                workspace.Hbi,
                "the data are sensitive, and whether the workspace is one of high business impact is not known"),
            _ => Say.Open(
                AssessmentRules.HighBusinessImpact,
                workspace.Hbi,
                "whether the data are sensitive is not known, and the flag is set at creation only"),
        };

    private static Finding? RequestUnits(WorkspaceConfiguration workspace)
    {
        var units = workspace.Properties["serviceManagedResourcesSettings"]["cosmosDb"]["collectionsThroughput"];
        return units.AsInteger is { } wanted
            ? DedicatedCosmosDb.AssessRequestUnits((int)Math.Clamp(wanted, int.MinValue, int.MaxValue), units.Place)
            : null;
    }

    private static Finding? Registry(WorkspaceConfiguration workspace, ConfigurationResource registry)
    {
        var status = registry.Properties["encryption"]["status"];
        var isEncrypted = string.Equals(status.AsText, "enabled", StringComparison.OrdinalIgnoreCase);
        return workspace.HasCustomerManagedKey == true && !isEncrypted && !status.IsUnresolved
            ? Say.Advice(
                AssessmentRules.RegistryKey,
                status,
                "the workspace has a key of its own, and its registry is under a key of Microsoft",
                "encrypt the registry with a key of the same vault")
            : null;
    }
}
