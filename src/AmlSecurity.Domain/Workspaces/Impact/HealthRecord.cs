using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What was done to grants and keys, and what is expected of it. Each incident makes a new record.</summary>
internal sealed class HealthRecord
{
    private static readonly StepNeed Workspace = new StepNeed.StorageKey(StorageKeyHolder.Workspace);
    private static readonly StepNeed Datastores = new StepNeed.StorageKey(StorageKeyHolder.Datastores);

    private readonly ImmutableDictionary<StepNeed, Outlook> _outlooks;
    private readonly ImmutableDictionary<KeyVersionId, Instant> _disabled;
    private readonly ImmutableHashSet<RuleId> _lost;

    private HealthRecord(
        ImmutableArray<StoreKeyUse> keys,
        ImmutableDictionary<StepNeed, Outlook> outlooks,
        ImmutableDictionary<KeyVersionId, Instant> disabled,
        ImmutableHashSet<RuleId> lost)
    {
        Keys = keys;
        _outlooks = outlooks;
        _disabled = disabled;
        _lost = lost;
    }

    public ImmutableArray<StoreKeyUse> Keys { get; }

    public static HealthRecord Of(ImmutableArray<StoreKeyUse> keys) => new(
        keys,
        ImmutableDictionary<StepNeed, Outlook>.Empty,
        ImmutableDictionary<KeyVersionId, Instant>.Empty,
        []);

    public Outlook Of(StepNeed need) => _outlooks.GetValueOrDefault(need, Outlook.Good);

    public bool IsDisabled(KeyVersionId version) => _disabled.ContainsKey(version);

    public bool IsLost(RuleId grant) => _lost.Contains(grant);

    public HealthRecord After(WorkspaceIncident incident, ImpactDelays delays) => incident switch
    {
        WorkspaceIncident.GrantRevoked { Rule: var rule } when IsLost(rule) => this,
        WorkspaceIncident.GrantRevoked { Rule: var rule, At: var at } =>
            WithLost(_lost.Add(rule)).Sink(new StepNeed.Grant(rule), at, delays.Grant),
        WorkspaceIncident.KeysResynced { At: var at } => Resync(at, delays),
        WorkspaceIncident.KeyRotated { Version: var version, At: var at } => Rotate(version, at, delays),
        WorkspaceIncident.KeyVersionDisabled { Version: var version } when IsDisabled(version) => this,
        WorkspaceIncident.KeyVersionDisabled { Version: var version, At: var at } => Disable(version, at, delays),
        WorkspaceIncident.KeyVersionEnabled { Version: var version } when !IsDisabled(version) => this,
        WorkspaceIncident.KeyVersionEnabled { Version: var version, At: var at } => Enable(version, at, delays),
        WorkspaceIncident.StorageKeyRegenerated { At: var at } => Regenerate(at, delays),
        _ => Set(Datastores, Of(Datastores).From(incident.At, RequestOutlook.Succeed)),
    };

    /// <summary>Determines whether a store takes up a newer version. One that cannot use the version that it has
    /// cannot.</summary>
    public bool Follows(StoreKeyUse use, KeyVersionId version) =>
        use.Current.KeyUri == version.KeyUri
        && use.Current != version
        && !IsDisabled(use.Current)
        && !IsStuck(use);

    private HealthRecord Rotate(KeyVersionId version, Instant at, ImpactDelays delays)
    {
        var change = new KeyChange(version, at);
        var next = this;
        foreach (var use in Keys.Where(use => Follows(use, version)))
        {
            next = new HealthRecord(
                next.Keys.Replace(use, use.Rotate(change, delays.Key)), next._outlooks, _disabled, _lost);
            if (IsDisabled(version))
            {
                next = next.Sink(new StepNeed.Store(use.Store), at, delays.Key);
            }
        }

        return next;
    }

    private HealthRecord Disable(KeyVersionId version, Instant at, ImpactDelays delays)
    {
        var next = new HealthRecord(Keys, _outlooks, _disabled.Add(version, at), _lost);
        foreach (var use in Keys)
        {
            var need = new StepNeed.Store(use.Store);
            if (use.Current == version)
            {
                next = next.Sink(need, at, delays.Key);
            }
            else if (use.NeedsPrevious(version, at) && !IsDisabled(use.Current))
            {
                next = next.Set(need, Of(need).From(at, RequestOutlook.MayFail));
            }
        }

        return next;
    }

    private HealthRecord Enable(KeyVersionId version, Instant at, ImpactDelays delays)
    {
        var next = new HealthRecord(Keys, _outlooks, _disabled.Remove(version), _lost);
        foreach (var use in Keys.Where(use => use.Current == version || use.Previous == version))
        {
            var need = new StepNeed.Store(use.Store);
            next = next.IsDisabled(use.Current) ? next
                : next.IsStuck(use) ? next.Set(need, Of(need).From(at, RequestOutlook.MayFail))
                : next.Rise(need, at, delays.Key);
        }

        return next;
    }

    // A version that was disabled before a store was done with it has left data behind under it.
    private bool IsStuck(StoreKeyUse use) =>
        use.Previous is { } previous
        && _disabled.TryGetValue(previous, out var since)
        && since < use.PreviousNeededUntil;

    private HealthRecord Resync(Instant at, ImpactDelays delays)
    {
        var next = Set(Workspace, Of(Workspace).From(at, RequestOutlook.Succeed));
        foreach (var grant in _lost)
        {
            next = next.Rise(new StepNeed.Grant(grant), at, delays.Grant);
        }

        return next.WithLost([]);
    }

    private HealthRecord Regenerate(Instant at, ImpactDelays delays)
    {
        var workspace = Of(Workspace)
            .From(at, RequestOutlook.Fail)
            .From(at.Later(delays.StorageKey), RequestOutlook.Succeed);
        return Set(Workspace, workspace).Set(Datastores, Of(Datastores).From(at, RequestOutlook.Fail));
    }

    private HealthRecord Sink(StepNeed need, Instant at, Duration delay) => Set(
        need,
        Of(need).At(at) == RequestOutlook.Fail
            ? Of(need).From(at, RequestOutlook.Fail)
            : Of(need).From(at, RequestOutlook.MayFail).From(at.Later(delay), RequestOutlook.Fail));

    private HealthRecord Rise(StepNeed need, Instant at, Duration delay) => Set(
        need,
        Of(need).At(at) == RequestOutlook.Succeed
            ? Of(need).From(at, RequestOutlook.Succeed)
            : Of(need).From(at, RequestOutlook.MayFail).From(at.Later(delay), RequestOutlook.Succeed));

    private HealthRecord Set(StepNeed need, Outlook outlook) =>
        new(Keys, _outlooks.SetItem(need, outlook), _disabled, _lost);

    private HealthRecord WithLost(ImmutableHashSet<RuleId> lost) => new(Keys, _outlooks, _disabled, lost);
}
