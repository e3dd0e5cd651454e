using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Brings the parts of an assessment together.</summary>
internal static class WorkspaceAssessment
{
    public static ImmutableArray<Finding> Assess(
        Estate estate, ImmutableArray<WorkspaceConfiguration> workspaces, AssessmentFacts facts, RuleSet rules)
    {
        var list = new FindingList();
        foreach (var workspace in workspaces)
        {
            var topology = new Topology(estate, workspace);
            list.Add(workspace.Resource, NameAssessment.Assess(estate, workspace));
            list.Add(workspace.Resource, EditionAssessment.Assess(estate, workspace, topology, rules));
            list.Add(workspace.Resource, KeyAssessment.Assess(estate, workspace, facts, rules));
            StoreAssessment.Assess(estate, workspace, facts, list);
            NetworkAssessment.Assess(estate, workspace, list);
            list.Add(workspace.Resource, FactAssessment.Of(workspace, facts));
        }

        foreach (var compute in estate.OfType(Estate.ComputeType)
            .Where(compute => !workspaces.Any(workspace => estate.ComputesOf(workspace.Resource).Contains(compute))))
        {
            list.Add(compute, ComputeAssessment.Alone(estate, compute, rules));
        }

        foreach (var storage in estate.OfType(Estate.StorageType))
        {
            list.Add(storage, StoreAssessment.Storage(storage, facts));
        }

        foreach (var resource in estate.All)
        {
            list.Add(resource, PasswordAssessment.Assess(resource));
        }

        foreach (var account in estate.OfType(Estate.CosmosDbType))
        {
            list.Add(account, StoreAssessment.CosmosDb(account));
        }

        Services(estate, facts, list);
        list.Add(null, FactAssessment.Data(facts));
        return list.Findings;
    }

    private static void Services(Estate estate, AssessmentFacts facts, FindingList list)
    {
        foreach (var group in estate.OfType(Estate.ContainerGroupType))
        {
            list.Add(group, NetworkAssessment.ContainerGroup(estate, group));
            list.Add(group, ServiceAssessment.Key(
                new ServiceSettings(
                    group.Properties["encryptionProperties"], HostingTarget.ContainerInstances),
                facts));
        }

        // A deployment configuration is a document of its own, without a type.
        foreach (var resource in estate.OfType(Estate.ServiceType).Concat(estate.All.Where(one => one.Type is null)))
        {
            if (ServiceSettings.Of(resource.Properties) is { } service)
            {
                list.Add(resource, ServiceAssessment.Assess(service, facts));
            }
        }
    }
}
