using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Flows;
using AmlSecurity.Domain.Workspaces;
using NodaTime;
using static AmlSecurity.Domain.Tests.Authorization.Examples;
using static AmlSecurity.Domain.Tests.Workspaces.IdentityLab;

namespace AmlSecurity.Domain.Tests.Workspaces;

public sealed class StorageKeyFlowTests
{
    private static readonly Instant Now = Instant.FromUtc(2020, 6, 19, 9, 0);

    private static readonly StorageKeyState Begun =
        StorageKeyFlow.Begin(StorageKeySlot.Primary, StorageKeySlot.Primary, Now);

    private static readonly AccessPolicy Access = Policy(
        Assign(Contributor, Alice, Group1), Assign(Reader, Bob, Group1));

    private static readonly AccessDecision May = Access.Decide(
        StorageKeyFlow.AskToRegenerate(Principal.User(Alice), Identity().Resources));

    private static readonly AccessDecision MayNot = Access.Decide(
        StorageKeyFlow.AskToRegenerate(Principal.User(Bob), Identity().Resources));

    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        StorageKeyFlow.Table.Rows,
        """
        InStep + KeyRegenerated: InStep or WorkspaceStale or DatastoresStale or BothStale (SYNC-01)
        InStep + WorkspaceResynced: InStep (SYNC-02)
        InStep + DatastoresRegistered: InStep (SYNC-01)
        InStep + StorageAccessed: InStep (SYNC-01)
        InStep + TimePassed: no (SYNC-02)
        WorkspaceStale + KeyRegenerated: WorkspaceStale or BothStale or InStep or DatastoresStale (SYNC-01)
        WorkspaceStale + WorkspaceResynced: InStep (SYNC-02)
        WorkspaceStale + DatastoresRegistered: WorkspaceStale or InStep (SYNC-01)
        WorkspaceStale + StorageAccessed: WorkspaceStale or InStep (SYNC-01)
        WorkspaceStale + TimePassed: WorkspaceStale or InStep (SYNC-02)
        DatastoresStale + KeyRegenerated: DatastoresStale or BothStale (SYNC-01)
        DatastoresStale + WorkspaceResynced: DatastoresStale (SYNC-02)
        DatastoresStale + DatastoresRegistered: InStep (SYNC-01)
        DatastoresStale + StorageAccessed: DatastoresStale (SYNC-01)
        DatastoresStale + TimePassed: no (SYNC-02)
        BothStale + KeyRegenerated: BothStale or DatastoresStale (SYNC-01)
        BothStale + WorkspaceResynced: DatastoresStale (SYNC-02)
        BothStale + DatastoresRegistered: WorkspaceStale or InStep (SYNC-01)
        BothStale + StorageAccessed: BothStale or DatastoresStale (SYNC-01)
        BothStale + TimePassed: BothStale or DatastoresStale (SYNC-02)
        """);

    [Fact]
    [Trait("Rule", "SYNC-01")]
    public void To_update_one_of_the_two_leaves_the_other_failing()
    {
        var replaced = After(Begun, Regenerate(StorageKeySlot.Primary));
        var resynced = After(replaced, new StorageKeyEvent.WorkspaceResynced(May, Now));
        var registered = After(
            replaced, new StorageKeyEvent.DatastoresRegistered(May, StorageKeySlot.Primary, Now));

        Assert.IsType<StorageKeyState.BothStale>(replaced);
        Assert.Equal((true, false), (Works(resynced, StorageKeyHolder.Workspace), Works(resynced, StorageKeyHolder.Datastores)));
        Assert.Equal((false, true), (Works(registered, StorageKeyHolder.Workspace), Works(registered, StorageKeyHolder.Datastores)));
        Assert.IsType<StorageKeyState.InStep>(
            After(resynced, new StorageKeyEvent.DatastoresRegistered(May, StorageKeySlot.Primary, Now)));
        Assert.IsType<StorageKeyState.InStep>(After(registered, new StorageKeyEvent.WorkspaceResynced(May, Now)));
    }

    [Fact]
    [Trait("Rule", "SYNC-02")]
    public void The_workspace_follows_by_itself_after_an_hour_and_its_datastores_do_not()
    {
        var replaced = After(Begun, Regenerate(StorageKeySlot.Primary));
        var hour = Now + Duration.FromHours(1);

        Assert.Equal(hour, replaced.NextDeadline);
        Assert.Equal(replaced with { }, replaced);
        Assert.IsType<StorageKeyState.BothStale>(
            After(replaced, new StorageKeyEvent.TimePassed(hour - Duration.Epsilon)));
        var followed = After(replaced, new StorageKeyEvent.TimePassed(hour));
        Assert.IsType<StorageKeyState.DatastoresStale>(followed);
        Assert.Null(followed.NextDeadline);
        Assert.True(Works(followed, StorageKeyHolder.Workspace));
        Assert.Equal(
            "datastores do not follow by themselves (SYNC-02)",
            followed.Apply(new StorageKeyEvent.TimePassed(hour)).AsT1.ToString());
    }

    [Fact]
    [Trait("Rule", "SYNC-02")]
    public void A_deadline_that_nobody_told_has_come_all_the_same()
    {
        var replaced = After(Begun, Regenerate(StorageKeySlot.Primary));
        var later = Now + Duration.FromHours(2);
        var step = replaced.Apply(new StorageKeyEvent.StorageAccessed(StorageKeyHolder.Workspace, later)).Expect();

        Assert.IsType<StorageKeyState.DatastoresStale>(step.Next);
        Assert.IsType<StorageKeyEffect.AuthoriseAccess>(Assert.Single(step.Effects));
    }

    [Fact]
    [Trait("Rule", "SYNC-02")]
    public void A_second_replacement_begins_the_hour_anew()
    {
        var half = Now + Duration.FromMinutes(30);
        var again = After(
            After(Begun, Regenerate(StorageKeySlot.Primary)),
            new StorageKeyEvent.KeyRegenerated(May, StorageKeySlot.Primary, half));

        Assert.Equal(half + Duration.FromHours(1), again.NextDeadline);
    }

    [Fact]
    [Trait("Rule", "SYNC-01")]
    public void A_key_that_nobody_goes_by_is_replaced_without_harm()
    {
        var step = Begun.Apply(Regenerate(StorageKeySlot.Secondary)).Expect();

        Assert.IsType<StorageKeyState.InStep>(step.Next);
        Assert.IsType<StorageKeyEffect.WriteRecord>(Assert.Single(step.Effects));
        var moved = After(step.Next, new StorageKeyEvent.DatastoresRegistered(May, StorageKeySlot.Secondary, Now));
        var replaced = After(moved, Regenerate(StorageKeySlot.Primary));
        Assert.IsType<StorageKeyState.WorkspaceStale>(replaced);
        Assert.True(Works(replaced, StorageKeyHolder.Datastores));
        Assert.IsType<StorageKeyState.DatastoresStale>(After(moved, Regenerate(StorageKeySlot.Secondary)));
    }

    [Fact]
    [Trait("Rule", "SYNC-01")]
    public void Each_step_says_who_is_to_be_updated_and_is_recorded()
    {
        var step = Begun.Apply(Regenerate(StorageKeySlot.Primary)).Expect();

        Assert.Equal(
            [
                new StorageKeyEffect.WriteRecord(StorageKeyFlow.RegenerateKey, May),
                new StorageKeyEffect.AskForUpdate(StorageKeyHolder.Workspace, MlActions.ResyncKeys),
                new StorageKeyEffect.AskForUpdate(StorageKeyHolder.Datastores, MlActions.WriteDatastore),
            ],
            step.Effects.AsEnumerable());
        Assert.Equal(
            ["resync its keys, or wait until 2020-06-19T10:00:00Z"],
            step.Next.Assess().Take(1).Select(finding => finding.Remedy));
        Assert.All(step.Next.Assess(), finding =>
            Assert.Equal(("SYNC-01", FindingSeverity.Violation), (finding.Rule.Text, finding.Severity)));
        Assert.Equal(2, step.Next.Assess().Length);
        Assert.Empty(Begun.Assess());
    }

    [Fact]
    public void Each_step_is_authorised_by_its_own_operation()
    {
        var resources = Identity().Resources;
        var alice = Principal.User(Alice);

        Assert.Equal(
            AccessRequest.Control(alice, StorageKeyFlow.RegenerateKey, Storage),
            StorageKeyFlow.AskToRegenerate(alice, resources));
        Assert.Equal(
            AccessRequest.Control(alice, MlActions.ResyncKeys, Authorization.Examples.Workspace), StorageKeyFlow.AskToResync(alice, resources));
        Assert.Equal(
            AccessRequest.Control(alice, MlActions.WriteDatastore, Authorization.Examples.Workspace),
            StorageKeyFlow.AskToRegister(alice, resources));
        Assert.Equal(
            [StorageKeyFlow.RegenerateKey, MlActions.ResyncKeys, MlActions.WriteDatastore, null, null],
            new StorageKeyEvent[]
            {
                Regenerate(StorageKeySlot.Primary),
                new StorageKeyEvent.WorkspaceResynced(May, Now),
                new StorageKeyEvent.DatastoresRegistered(May, StorageKeySlot.Primary, Now),
                new StorageKeyEvent.StorageAccessed(StorageKeyHolder.Workspace, Now),
                new StorageKeyEvent.TimePassed(Now),
            }.Select(happened => happened.Operation));
    }

    [Fact]
    public void Whoever_may_not_changes_nothing()
    {
        StorageKeyEvent[] attempts =
        [
            new StorageKeyEvent.KeyRegenerated(MayNot, StorageKeySlot.Primary, Now),
            new StorageKeyEvent.WorkspaceResynced(MayNot, Now),
            new StorageKeyEvent.DatastoresRegistered(MayNot, StorageKeySlot.Primary, Now),
        ];

        Assert.All(attempts, attempt =>
        {
            var refusal = Begun.Apply(attempt).AsT1;
            Assert.Equal(FlowRefusalKind.AgainstARule, refusal.Kind);
            Assert.Equal($"the caller may not do `{attempt.Operation}` (RBAC-01)", refusal.ToString());
        });
    }

    [Fact]
    public void An_event_without_what_it_carries_is_a_callers_mistake()
    {
        Assert.Throws<ArgumentNullException>(() => new StorageKeyEvent.WorkspaceResynced(null!, Now));
        Assert.Throws<ArgumentNullException>(
            () => new StorageKeyEvent.KeyRegenerated(null!, StorageKeySlot.Primary, Now));
        Assert.Throws<ArgumentOutOfRangeException>(() => Regenerate((StorageKeySlot)2));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new StorageKeyEvent.DatastoresRegistered(May, (StorageKeySlot)2, Now));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new StorageKeyEvent.StorageAccessed((StorageKeyHolder)2, Now));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => StorageKeyFlow.Begin((StorageKeySlot)2, StorageKeySlot.Primary, Now));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => StorageKeyFlow.Begin(StorageKeySlot.Primary, (StorageKeySlot)2, Now));
        Assert.Throws<ArgumentOutOfRangeException>(() => Begun.IsStale((StorageKeyHolder)2));
    }

    private static StorageKeyEvent.KeyRegenerated Regenerate(StorageKeySlot slot) => new(May, slot, Now);

    private static StorageKeyState After(StorageKeyState state, StorageKeyEvent happened) =>
        state.Apply(happened).Expect().Next;

    private static bool Works(StorageKeyState state, StorageKeyHolder holder) =>
        state.Apply(new StorageKeyEvent.StorageAccessed(holder, state.At)).Expect().Effects[0] switch
        {
            StorageKeyEffect.AuthoriseAccess authorised => authorised.Holder == holder,
            StorageKeyEffect.FailAccess { Rule.Text: "SYNC-01" } failed when failed.Holder == holder => false,
            var other => throw new InvalidOperationException($"{other}"),
        };
}
