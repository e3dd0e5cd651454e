using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>A row of the table of scenarios (NET-05): what it speaks of, and which editions have it.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record EditionRow
{
    internal EditionRow(
        string rule,
        string scenario,
        Edition least,
        bool? workspacePrivateLink = null,
        ScenarioResources resources = ScenarioResources.Unasked,
        NetworkAttachment attachment = NetworkAttachment.None,
        bool? customerManagedKey = null)
    {
        Rule = RuleId.Of(rule);
        Scenario = scenario;
        LeastEdition = least;
        WorkspacePrivateLink = workspacePrivateLink;
        Resources = resources;
        Attachment = attachment;
        CustomerManagedKey = customerManagedKey;
    }

    /// <summary>Gets the rule of the row.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets the scenario in words.</summary>
    public string Scenario { get; }

    /// <summary>Gets the least edition with a tick in the row; Enterprise has one in all.</summary>
    public Edition LeastEdition { get; }

    /// <summary>Gets whether the workspace has private link in the scenario; null if the row does not ask.</summary>
    public bool? WorkspacePrivateLink { get; }

    /// <summary>Gets the resources of which the row speaks.</summary>
    public ScenarioResources Resources { get; }

    /// <summary>Gets how these are attached in the scenario.</summary>
    public NetworkAttachment Attachment { get; }

    /// <summary>Gets whether the workspace has a customer-managed key; null if the row does not ask.</summary>
    public bool? CustomerManagedKey { get; }

    /// <summary>Determines whether the row has a tick for an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns><see langword="true"/> if it has.</returns>
    public bool Allows(Edition edition) => edition >= LeastEdition;

    /// <summary>Determines whether the scenario is, in whole or in part, that of a topology.</summary>
    /// <param name="topology">The topology.</param>
    /// <returns>Whether it is; null if that depends on what is not known.</returns>
    public bool? AppliesTo(NetworkTopology topology)
    {
        var workspace = Fits(WorkspacePrivateLink, topology.WorkspacePrivateLink);
        var key = Fits(CustomerManagedKey, topology.CustomerManagedKey);
        var resources = FitResources(topology);
        return workspace == false || key == false || resources == false ? false
            : workspace is null || key is null || resources is null ? null
            : true;
    }

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Rule, scenario and least edition.</returns>
    public override string ToString() => $"{Rule} ({Scenario}): {Plaintext.Words(LeastEdition)}";

    private static bool? Fits(bool? asked, bool? actual) =>
        asked is null ? true : actual is null ? null : asked == actual;

    private bool? FitResources(NetworkTopology topology) => Resources switch
    {
        ScenarioResources.Unasked => true,
        ScenarioResources.Each => Fold(topology, stopsAt: false),
        _ => Fold(topology, stopsAt: true),
    };

    // The first that decides does; then one that is not known leaves it open.
    private bool? Fold(NetworkTopology topology, bool stopsAt)
    {
        bool? result = !stopsAt;
        for (var resource = AssociatedResource.Storage; resource <= AssociatedResource.ApplicationInsights; resource++)
        {
            if (!SpeaksOf(resource))
            {
                continue;
            }

            bool? fits = topology.Of(resource) is { } known ? known == Attachment : null;
            if (fits == stopsAt)
            {
                return stopsAt;
            }

            result = fits is null ? null : result;
        }

        return result;
    }

    private bool SpeaksOf(AssociatedResource resource) => Resources switch
    {
        ScenarioResources.AnyButContainerRegistry => resource != AssociatedResource.ContainerRegistry,
        ScenarioResources.ContainerRegistry => resource == AssociatedResource.ContainerRegistry,
        _ => true,
    };
}
