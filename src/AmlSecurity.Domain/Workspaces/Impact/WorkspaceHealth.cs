using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What works in a workspace, after everything that was done to its grants and keys.</summary>
/// <remarks>
/// Incidents are applied in the order of time; <see cref="ImpactReport"/> tells of one before it is done. Reference
/// equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class WorkspaceHealth
{
    private readonly HealthRecord _record;

    private WorkspaceHealth(HealthRecord record, ImpactDelays delays, Instant at)
    {
        _record = record;
        Delays = delays;
        At = at;
    }

    /// <summary>Gets the versions that each store under a key of the customer uses.</summary>
    public ImmutableArray<StoreKeyUse> Keys => _record.Keys;

    /// <summary>Gets how long services are expected to take.</summary>
    public ImpactDelays Delays { get; }

    /// <summary>Gets the time of the last incident.</summary>
    public Instant At { get; }

    /// <summary>Begins with a workspace in which everything works.</summary>
    /// <param name="keys">The stores under a key of the customer, each at most once.</param>
    /// <param name="since">The time from which on incidents are applied.</param>
    /// <param name="delays">How long services are expected to take; <see cref="ImpactDelays.Usual"/> by
    /// default.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="ArgumentException">A store is named twice, or cannot be under a key of the
    /// customer.</exception>
    public static WorkspaceHealth Begin(IEnumerable<StoreKeyUse> keys, Instant since, ImpactDelays? delays = null)
    {
        var given = Elements.Of(keys, nameof(keys));
        if (given.DistinctBy(use => use.Store).Count() != given.Length
            || given.Any(use => StoreCatalogue.Find(use.Store).CustomerKey.IsPossible != true))
        {
            throw new ArgumentException("a store is named twice, or takes no key of the customer", nameof(keys));
        }

        return new WorkspaceHealth(HealthRecord.Of(given), delays ?? ImpactDelays.Usual, since);
    }

    /// <summary>Applies an incident.</summary>
    /// <param name="incident">What was done.</param>
    /// <returns>The workspace after it, or why it cannot be applied: it is older than the last one.</returns>
    public OneOf<WorkspaceHealth, FlowRefusal> Apply(WorkspaceIncident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.At < At
            ? FlowRefusal.TooOld
            : new WorkspaceHealth(_record.After(incident, Delays), Delays, incident.At);
    }

    /// <summary>Gets what becomes of requests that need something.</summary>
    /// <param name="need">What they need.</param>
    /// <param name="now">The time, at <see cref="At"/> or later.</param>
    /// <returns>What is expected.</returns>
    public RequestOutlook Of(StepNeed need, Instant now)
    {
        ArgumentNullException.ThrowIfNull(need);
        return _record.Of(need).At(now);
    }

    /// <summary>Gets what becomes of a step of a data flow: the worst of all that it needs.</summary>
    /// <param name="step">The step.</param>
    /// <param name="now">The time, at <see cref="At"/> or later.</param>
    /// <returns>What is expected.</returns>
    public RequestOutlook Of(DataFlowStep step, Instant now)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Needs.Select(need => Of(need, now)).DefaultIfEmpty().Max();
    }

    /// <summary>Determines whether a version of a key is disabled.</summary>
    /// <param name="version">The version.</param>
    /// <returns><see langword="true"/> if an incident disabled it, and none enabled it since.</returns>
    public bool IsDisabled(KeyVersionId version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return _record.IsDisabled(version);
    }

    /// <summary>Determines whether a grant is lost.</summary>
    /// <param name="rule">The grant: one of IDENT-03 to IDENT-08.</param>
    /// <returns><see langword="true"/> if an incident revoked it, and none restored it since.</returns>
    public bool IsLost(RuleId rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _record.IsLost(rule);
    }

    /// <summary>Determines whether a store takes up a newer version.</summary>
    internal bool Follows(StoreKeyUse use, KeyVersionId version) => _record.Follows(use, version);
}
