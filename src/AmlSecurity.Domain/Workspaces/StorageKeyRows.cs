using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Workspaces.StorageKeyEvent;
using static AmlSecurity.Domain.Workspaces.StorageKeyState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Workspaces.StorageKeyState, AmlSecurity.Domain.Workspaces.StorageKeyEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>The rows of <see cref="StorageKeyFlow"/>.</summary>
internal static class StorageKeyRows
{
    private const string Path = "$.storageAccount";
    private const string Replaces = "replaces a key, which leaves behind who goes by it";
    private const string NothingWaits = "nothing waits for time";
    private const string Follows = "lets the workspace follow when its hour is over";
    private const string Updates = "lets the workspace take up the key";
    private const string Registers = "brings the datastores up to date";
    private const string NothingToUpdate = "stays, as nothing of the workspace is behind";
    private const string Accesses = "fails who is behind, and authorises who is not";

    public static FlowTable<StorageKeyState, StorageKeyEvent, StorageKeyEffect> Build() =>
        new FlowTableBuilder<StorageKeyState, StorageKeyEvent, StorageKeyEffect>(
            "Storage keys",
            [typeof(InStep), typeof(WorkspaceStale), typeof(DatastoresStale), typeof(BothStale)],
            [
                typeof(KeyRegenerated), typeof(WorkspaceResynced), typeof(DatastoresRegistered),
                typeof(StorageAccessed), typeof(TimePassed),
            ])
            .On<InStep, KeyRegenerated>(
                IdentityRules.UpdateBoth,
                Replaces,
                [typeof(InStep), typeof(WorkspaceStale), typeof(DatastoresStale), typeof(BothStale)],
                Regenerate)
            .On<InStep, WorkspaceResynced>(IdentityRules.WorkspaceFollows, NothingToUpdate, [typeof(InStep)], Resync)
            .On<InStep, DatastoresRegistered>(
                IdentityRules.UpdateBoth, "puts the datastores on the key given", [typeof(InStep)], Register)
            .On<InStep, StorageAccessed>(
                IdentityRules.UpdateBoth, "authorises workspace and datastores", [typeof(InStep)], Access)
            .Refuse<InStep, TimePassed>(IdentityRules.WorkspaceFollows, NothingWaits)
            .On<WorkspaceStale, KeyRegenerated>(
                IdentityRules.UpdateBoth,
                Replaces,
                [typeof(WorkspaceStale), typeof(BothStale), typeof(InStep), typeof(DatastoresStale)],
                Regenerate)
            .On<WorkspaceStale, WorkspaceResynced>(
                IdentityRules.WorkspaceFollows, Updates, [typeof(InStep)], Resync)
            .On<WorkspaceStale, DatastoresRegistered>(
                IdentityRules.UpdateBoth,
                "puts the datastores on the key given; the workspace stays behind until its hour is over",
                [typeof(WorkspaceStale), typeof(InStep)],
                Register)
            .On<WorkspaceStale, StorageAccessed>(
                IdentityRules.UpdateBoth, Accesses, [typeof(WorkspaceStale), typeof(InStep)], Access)
            .On<WorkspaceStale, TimePassed>(
                IdentityRules.WorkspaceFollows, Follows, [typeof(WorkspaceStale), typeof(InStep)], Wait)
            .On<DatastoresStale, KeyRegenerated>(
                IdentityRules.UpdateBoth, Replaces, [typeof(DatastoresStale), typeof(BothStale)], Regenerate)
            .On<DatastoresStale, WorkspaceResynced>(
                IdentityRules.WorkspaceFollows, NothingToUpdate, [typeof(DatastoresStale)], Resync)
            .On<DatastoresStale, DatastoresRegistered>(
                IdentityRules.UpdateBoth, Registers, [typeof(InStep)], Register)
            .On<DatastoresStale, StorageAccessed>(
                IdentityRules.UpdateBoth, Accesses, [typeof(DatastoresStale)], Access)
            .Refuse<DatastoresStale, TimePassed>(
                IdentityRules.WorkspaceFollows, "datastores do not follow by themselves")
            .On<BothStale, KeyRegenerated>(
                IdentityRules.UpdateBoth, Replaces, [typeof(BothStale), typeof(DatastoresStale)], Regenerate)
            .On<BothStale, WorkspaceResynced>(
                IdentityRules.WorkspaceFollows,
                "lets the workspace take up the key; the datastores stay behind",
                [typeof(DatastoresStale)],
                Resync)
            .On<BothStale, DatastoresRegistered>(
                IdentityRules.UpdateBoth,
                "brings the datastores up to date; the workspace stays behind until its hour is over",
                [typeof(WorkspaceStale), typeof(InStep)],
                Register)
            .On<BothStale, StorageAccessed>(
                IdentityRules.UpdateBoth, Accesses, [typeof(BothStale), typeof(DatastoresStale)], Access)
            .On<BothStale, TimePassed>(
                IdentityRules.WorkspaceFollows, Follows, [typeof(BothStale), typeof(DatastoresStale)], Wait)
            .Build();

    public static IEnumerable<Finding> FindingsOf(StorageKeyState state)
    {
        if (state.IsStale(StorageKeyHolder.Workspace))
        {
            yield return new Finding(
                IdentityRules.UpdateBoth,
                FindingSeverity.Violation,
                Path,
                "the workspace goes by a key that has been replaced",
                $"resync its keys, or wait until {state.NextDeadline}");
        }

        if (state.IsStale(StorageKeyHolder.Datastores))
        {
            yield return new Finding(
                IdentityRules.UpdateBoth,
                FindingSeverity.Violation,
                Path,
                "the datastores go by a key that has been replaced, and do not follow by themselves",
                "register them again over the old ones; under soft delete a name that was unregistered is not free");
        }
    }

    private static Outcome Regenerate(StorageKeyState state, KeyRegenerated e) =>
        Allowed(e.Access, e, StorageKeyHolders.Of(state, e.At).Regenerate(e.Slot, e.At));

    private static Outcome Resync(StorageKeyState state, WorkspaceResynced e) =>
        Allowed(e.Access, e, StorageKeyHolders.Of(state, e.At) with { FollowsAt = null });

    private static Outcome Register(StorageKeyState state, DatastoresRegistered e) => Allowed(
        e.Access,
        e,
        StorageKeyHolders.Of(state, e.At) with { DatastoresKey = e.Slot, AreDatastoresStale = false });

    private static Outcome Wait(StorageKeyState state, TimePassed e) =>
        Step(StorageKeyHolders.Of(state, e.At).At(e.At));

    private static Outcome Access(StorageKeyState state, StorageAccessed e)
    {
        var next = StorageKeyHolders.Of(state, e.At).At(e.At);
        return Step(
            next,
            next.IsStale(e.By)
                ? new StorageKeyEffect.FailAccess(e.By, IdentityRules.UpdateBoth)
                : new StorageKeyEffect.AuthoriseAccess(e.By));
    }

    private static Outcome Allowed(AccessDecision access, StorageKeyEvent e, StorageKeyHolders holders)
    {
        if (access is not AccessDecision.Allowed)
        {
            return new FlowRefusal(
                FlowRefusalKind.AgainstARule, access.Rule, $"the caller may not do `{e.Operation}`");
        }

        var next = holders.At(e.At);
        return Step(
            next,
            [
                new StorageKeyEffect.WriteRecord(e.Operation!, access),
                .. Update(next, StorageKeyHolder.Workspace, MlActions.ResyncKeys),
                .. Update(next, StorageKeyHolder.Datastores, MlActions.WriteDatastore),
            ]);
    }

    private static IEnumerable<StorageKeyEffect> Update(
        StorageKeyState next, StorageKeyHolder holder, ActionName operation) =>
        next.IsStale(holder) ? [new StorageKeyEffect.AskForUpdate(holder, operation)] : [];

    private static FlowStep<StorageKeyState, StorageKeyEffect> Step(
        StorageKeyState next, params StorageKeyEffect[] effects) => new(next, [.. effects]);
}
