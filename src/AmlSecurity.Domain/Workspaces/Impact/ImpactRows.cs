using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What each kind of incident hits.</summary>
internal static class ImpactRows
{
    private static readonly Restoration Resync = new(
        RuleId.Of("IDENT-11"), "resynchronise the keys of the workspace", MlActions.ResyncKeys);

    private static readonly Restoration ResyncOrWait = new(
        RuleId.Of("SYNC-02"), "resynchronise the keys of the workspace, or wait", MlActions.ResyncKeys);

    private static readonly Restoration RegisterAgain = new(
        RuleId.Of("SYNC-01"), "register the datastores again with the new key", MlActions.WriteDatastore);

    private static readonly Restoration EnableAgain = new(
        RuleId.Of("ENC-25"), "enable the version of the key again");

    public static IEnumerable<NeedImpact> Of(WorkspaceHealth health, WorkspaceIncident incident) => incident switch
    {
        WorkspaceIncident.GrantRevoked revoked => Revoked(health, revoked),
        WorkspaceIncident.KeyVersionDisabled disabled when !health.IsDisabled(disabled.Version) =>
            Disabled(health, disabled),
        WorkspaceIncident.KeyRotated rotated when health.IsDisabled(rotated.Version) => RotatedAway(health, rotated),
        WorkspaceIncident.StorageKeyRegenerated { At: var at } =>
        [
            new NeedImpact(
                new StepNeed.StorageKey(StorageKeyHolder.Workspace),
                at,
                at,
                at.Later(health.Delays.StorageKey),
                ResyncOrWait),
            new NeedImpact(
                new StepNeed.StorageKey(StorageKeyHolder.Datastores), at, at, EndsAt: null, RegisterAgain),
        ],
        _ => [],
    };

    private static IEnumerable<NeedImpact> Revoked(WorkspaceHealth health, WorkspaceIncident.GrantRevoked revoked)
    {
        if (!health.IsLost(revoked.Rule))
        {
            yield return new NeedImpact(
                new StepNeed.Grant(revoked.Rule),
                revoked.At,
                revoked.At.Later(health.Delays.Grant),
                EndsAt: null,
                Resync);
        }
    }

    private static IEnumerable<NeedImpact> Disabled(
        WorkspaceHealth health, WorkspaceIncident.KeyVersionDisabled disabled) =>
        from use in health.Keys
        let isCurrent = use.Current == disabled.Version
        where isCurrent || use.NeedsPrevious(disabled.Version, disabled.At)
        select new NeedImpact(
            new StepNeed.Store(use.Store),
            disabled.At,
            isCurrent ? disabled.At.Later(health.Delays.Key) : null,
            EndsAt: null,
            EnableAgain);

    private static IEnumerable<NeedImpact> RotatedAway(
        WorkspaceHealth health, WorkspaceIncident.KeyRotated rotated) =>
        from use in health.Keys
        where health.Follows(use, rotated.Version)
        select new NeedImpact(
            new StepNeed.Store(use.Store),
            rotated.At,
            rotated.At.Later(health.Delays.Key),
            EndsAt: null,
            EnableAgain);
}
