using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Which edition a network layout needs: the table of scenarios, and the predicate to which it comes down
/// (NET-05, NET-06).</summary>
/// <remarks>
/// Rows and predicate know nothing of each other; a test holds one against the other for every topology. Editions are
/// those of the pages of 2020. Immutable, hence safe for concurrent use.
/// </remarks>
public static class EditionTable
{
    /// <summary>Gets the eight rows in the order of the page.</summary>
    public static ImmutableArray<EditionRow> Rows { get; } =
    [
        new(
            "NET-05.1",
            "neither virtual network nor private link",
            Edition.Basic,
            workspacePrivateLink: false,
            ScenarioResources.Each,
            NetworkAttachment.None),
        new(
            "NET-05.2",
            "workspace without private link, another resource than the registry in a virtual network",
            Edition.Basic,
            workspacePrivateLink: false,
            ScenarioResources.AnyButContainerRegistry,
            NetworkAttachment.VirtualNetwork),
        new(
            "NET-05.3",
            "workspace without private link, another resource with it",
            Edition.Enterprise,
            workspacePrivateLink: false,
            ScenarioResources.Any,
            NetworkAttachment.PrivateLink),
        new(
            "NET-05.4",
            "workspace with private link, another resource than the registry in a virtual network",
            Edition.Basic,
            workspacePrivateLink: true,
            ScenarioResources.AnyButContainerRegistry,
            NetworkAttachment.VirtualNetwork),
        new(
            "NET-05.5",
            "workspace and another resource with private link",
            Edition.Enterprise,
            workspacePrivateLink: true,
            ScenarioResources.Any,
            NetworkAttachment.PrivateLink),
        new(
            "NET-05.6",
            "workspace with private link, the other resources with neither",
            Edition.Basic,
            workspacePrivateLink: true,
            ScenarioResources.Each,
            NetworkAttachment.None),
        new(
            "NET-05.7",
            "container registry in a virtual network",
            Edition.Enterprise,
            workspacePrivateLink: null,
            ScenarioResources.ContainerRegistry,
            NetworkAttachment.VirtualNetwork),
        new("NET-05.8", "customer-managed key for the workspace", Edition.Enterprise, customerManagedKey: true),
    ];

    /// <summary>Gets the dates on which there are editions.</summary>
    public static EffectivePeriod Period => SourcePages.Of2020;

    /// <summary>Evaluates the predicate of NET-06: private link on another resource, the registry in a virtual network,
    /// or a customer-managed key.</summary>
    /// <param name="topology">The topology.</param>
    /// <returns>Whether it needs Enterprise edition; null if that depends on what is not known.</returns>
    public static bool? NeedsEnterprise(NetworkTopology topology) => topology switch
    {
        { IsKnownToNeedEnterprise: true } => true,
        { LeavesEditionOpen: true } => null,
        _ => false,
    };

    /// <summary>Finds the edition that a topology needs.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="rules">The rules to go by.</param>
    /// <returns>The edition with the rows that apply; what must be known first; or that there are none.</returns>
    public static EditionAnswer Require(NetworkTopology topology, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (!Period.Includes(rules))
        {
            return new EditionAnswer.NotApplicable(rules);
        }

        ImmutableArray<EditionRow> rows = [.. Rows.Where(row => row.AppliesTo(topology) == true)];
        return NeedsEnterprise(topology) switch
        {
            true => new EditionAnswer.Required(Edition.Enterprise, rows),
            false => new EditionAnswer.Required(Edition.Basic, rows),
            null => new EditionAnswer.Undetermined(MattersIn(topology), rows),
        };
    }

    /// <summary>Judges the edition that a workspace has.</summary>
    /// <param name="edition">The edition; null if it is not known.</param>
    /// <param name="topology">The topology.</param>
    /// <param name="rules">The rules to go by.</param>
    /// <param name="path">Where the edition stands, as a JSON path.</param>
    /// <returns>A violation for each row that the edition has no tick for, and what is not known.</returns>
    public static ImmutableArray<Finding> Assess(
        Edition? edition, NetworkTopology topology, RuleSet rules, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return (Require(topology, rules), edition) switch
        {
            (EditionAnswer.NotApplicable, _) or (_, Edition.Enterprise) => [],
            (EditionAnswer.Undetermined open, _) => [Judgement.Open(
                CompatibilityRules.Predicate,
                path,
                $"whether Basic edition is enough depends on {TopologyWords.Of(open.Unknown)}")],
            (EditionAnswer.Required { Edition: Edition.Enterprise } need, Edition.Basic) =>
                JudgeRows(topology, need, path),
            (EditionAnswer.Required { Edition: Edition.Enterprise }, _) => [Judgement.Open(
                CompatibilityRules.Predicate, path, "Enterprise edition is needed, and the edition is not known")],
            _ => [],
        };
    }

    // Each of these alone could bring Enterprise with it; the workspace's own private link never does.
    internal static ImmutableArray<TopologyElement> MattersIn(NetworkTopology topology) =>
        [.. topology.Unknown.Where(element => element != TopologyElement.WorkspacePrivateLink)];

    private static ImmutableArray<Finding> JudgeRows(
        NetworkTopology topology, EditionAnswer.Required need, string path)
    {
        const string Remedy = "upgrade to Enterprise edition, or change the layout";
        ImmutableArray<EditionRow> strict = [.. need.Rows.Where(row => !row.Allows(Edition.Basic))];

        // Private link on a resource while the workspace's own is not known: one of two rows, and both say the same.
        var isOneOfTwo = topology.WorkspacePrivateLink is null
            && Rows.Any(row => row.Attachment == NetworkAttachment.PrivateLink
                && row.AppliesTo(topology.WithWorkspacePrivateLink(row.WorkspacePrivateLink)) == true);
        return
        [
            .. isOneOfTwo
                ? [Judgement.Against(
                    CompatibilityRules.Predicate, path, "Basic edition with private link on another resource", Remedy)]
                : ImmutableArray<Finding>.Empty,
            .. strict.Select(row => Judgement.Against(
                row.Rule, path, $"Basic edition with this: {row.Scenario}", Remedy)),
        ];
    }
}
