using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges the edition of a workspace by its topology (NET-05, NET-06), and what is supported at all (NET-07,
/// NET-08, VNET-06).</summary>
internal static class EditionAssessment
{
    public static IEnumerable<Finding> Assess(
        Estate estate, WorkspaceConfiguration workspace, Topology topology, RuleSet rules)
    {
        foreach (var finding in EditionTable.Assess(
            workspace.Edition, topology.Value, rules, workspace.EditionNode.Place))
        {
            yield return Place(finding, topology);
        }

        var hasInstance = Any(estate.ComputesOf(workspace.Resource).Select(
            compute => ComputeNetwork.IsOf(compute, "ComputeInstance")));
        foreach (var finding in SupportTable.AssessAll(
            topology.Value, hasInstance, Cluster(estate, topology), rules, workspace.Resource.Body.Place))
        {
            yield return Place(finding, topology);
        }
    }

    private static NetworkAttachment? Cluster(Estate estate, Topology topology) =>
        estate.OfType(Estate.ClusterType).Any()
            ? topology.Value.Of(AssociatedResource.Compute)
            : NetworkAttachment.None;

    private static bool? Any(IEnumerable<bool?> answers)
    {
        bool? any = false;
        foreach (var answer in answers)
        {
            any = answer == true || any == true ? true : answer is null ? null : any;
        }

        return any;
    }

    // A finding about a part of the topology stands at the part.
    private static Finding Place(Finding finding, Topology topology) => finding.Rule.Text switch
    {
        "NET-05.3" or "NET-05.5" => At(finding, topology, LinkedElement(topology)),
        "NET-05.7" => At(finding, topology, TopologyElement.ContainerRegistry),
        "NET-05.8" => At(finding, topology, TopologyElement.CustomerManagedKey),
        "NET-07" => At(finding, topology, TopologyElement.WorkspacePrivateLink),
        "NET-08" => At(finding, topology, TopologyElement.Compute),
        "VNET-06" => At(finding, topology, TopologyElement.Storage),
        _ => finding,
    };

    private static TopologyElement LinkedElement(Topology topology) => Enum.GetValues<AssociatedResource>()
        .Where(resource => topology.Value.Of(resource) == NetworkAttachment.PrivateLink)
        .Select(resource => (TopologyElement)resource)
        .FirstOrDefault(TopologyElement.WorkspacePrivateLink);

    private static Finding At(Finding finding, Topology topology, TopologyElement element) =>
        finding with { Path = topology.PlaceOf(element).Place };
}
