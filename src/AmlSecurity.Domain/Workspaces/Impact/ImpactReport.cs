using System.Collections.Immutable;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What would fail after an incident: which stores, grants and keys, which steps of the data flows, from when
/// at the latest, and what restores them.</summary>
/// <remarks>
/// Told before it is done; <see cref="WorkspaceHealth.Apply"/> does it, and a property of the tests holds the two
/// together. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class ImpactReport
{
    private ImpactReport(WorkspaceIncident incident, ImmutableArray<NeedImpact> needs)
    {
        Incident = incident;
        Needs = needs;
        Steps =
        [
            .. from step in DataFlowSteps.All
               let because = needs.Where(hit => step.Needs.Contains(hit.Need)).ToImmutableArray()
               where !because.IsEmpty
               select new StepImpact(step, because),
        ];
    }

    /// <summary>Gets what would be done.</summary>
    public WorkspaceIncident Incident { get; }

    /// <summary>Gets what it hits; nothing for a repair, and for what has been done already.</summary>
    public ImmutableArray<NeedImpact> Needs { get; }

    /// <summary>Gets the steps that it hits, in the order of the flows.</summary>
    public ImmutableArray<StepImpact> Steps { get; }

    /// <summary>Gets the stores that it hits.</summary>
    public ImmutableArray<StoreKind> Stores =>
        [.. Needs.Select(hit => hit.Need).OfType<StepNeed.Store>().Select(need => need.Kind)];

    /// <summary>Finds out what would fail.</summary>
    /// <param name="health">The workspace as it is.</param>
    /// <param name="incident">What would be done.</param>
    /// <returns>The report.</returns>
    public static ImpactReport Of(WorkspaceHealth health, WorkspaceIncident incident)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentNullException.ThrowIfNull(incident);
        return new ImpactReport(incident, [.. ImpactRows.Of(health, incident)]);
    }

    /// <summary>Gets what becomes of a step because of the incident alone.</summary>
    /// <param name="step">The step.</param>
    /// <param name="now">The time.</param>
    /// <returns>What is expected.</returns>
    public RequestOutlook At(DataFlowStep step, Instant now)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Steps.FirstOrDefault(hit => hit.Step == step)?.At(now) ?? RequestOutlook.Succeed;
    }
}
