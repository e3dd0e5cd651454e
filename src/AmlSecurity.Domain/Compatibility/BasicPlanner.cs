using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Finds the cheapest changes that keep a workspace on Basic edition.</summary>
/// <remarks>
/// Cheapest is: the fewest parts changed; among plans with as many, at each part in turn the one that stays closed off
/// most, a virtual network before nothing. The registry has only nothing, since a virtual network, too, needs
/// Enterprise edition for it. Private link of the workspace itself never stands in the way. Holds nothing that changes,
/// hence safe for concurrent use.
/// </remarks>
public static class BasicPlanner
{
    private static readonly RuleId PrivateLinkAlone = RuleId.Of("NET-05.3");
    private static readonly RuleId PrivateLinkWithWorkspace = RuleId.Of("NET-05.5");
    private static readonly RuleId RegistryInNetwork = RuleId.Of("NET-05.7");
    private static readonly RuleId CustomerManagedKey = RuleId.Of("NET-05.8");

    /// <summary>Plans the changes.</summary>
    /// <param name="topology">The topology as it is wanted.</param>
    /// <param name="kept">The parts that must stay as they are.</param>
    /// <param name="rules">The rules to go by.</param>
    /// <returns>The changes; what rules them out; what must be known first; or that there are no editions.</returns>
    public static BasicPlan Plan(
        NetworkTopology topology, ImmutableHashSet<TopologyElement> kept, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(rules);
        if (!EditionTable.Period.Includes(rules))
        {
            return new BasicPlan.NotApplicable(rules);
        }

        var result = topology;
        var (changes, obstacles) = (new List<TopologyChange>(), new List<TopologyChange>());
        foreach (var resource in Enum.GetValues<AssociatedResource>())
        {
            if (Blame(topology, resource) is { } rule)
            {
                var to = resource == AssociatedResource.ContainerRegistry
                    ? NetworkAttachment.None
                    : NetworkAttachment.VirtualNetwork;
                Take((TopologyElement)resource, rule, topology.With(resource, to));
            }
        }

        if (topology.CustomerManagedKey == true)
        {
            Take(TopologyElement.CustomerManagedKey, CustomerManagedKey, topology.WithCustomerManagedKey(false));
        }

        var unknown = EditionTable.MattersIn(topology);
        return obstacles.Count > 0 ? new BasicPlan.Impossible([.. changes], [.. obstacles])
            : unknown.Length > 0 ? new BasicPlan.Undetermined([.. changes], unknown)
            : new BasicPlan.Possible([.. changes], result);

        // Each part that a row blames needs Enterprise by itself, so that each must change and no other need.
        void Take(TopologyElement element, RuleId rule, NetworkTopology after)
        {
            var change = new TopologyChange(element, rule, topology, after);
            if (kept.Contains(element))
            {
                obstacles.Add(change);
                return;
            }

            changes.Add(change);
            result = element == TopologyElement.CustomerManagedKey
                ? result.WithCustomerManagedKey(false)
                : result.With((AssociatedResource)element, after.Of((AssociatedResource)element));
        }
    }

    private static RuleId? Blame(NetworkTopology topology, AssociatedResource resource) =>
        (topology.Of(resource), resource, topology.WorkspacePrivateLink) switch
        {
            (NetworkAttachment.PrivateLink, _, false) => PrivateLinkAlone,
            (NetworkAttachment.PrivateLink, _, true) => PrivateLinkWithWorkspace,
            (NetworkAttachment.PrivateLink, _, null) => CompatibilityRules.Predicate,
            (NetworkAttachment.VirtualNetwork, AssociatedResource.ContainerRegistry, _) => RegistryInNetwork,
            _ => null,
        };
}
