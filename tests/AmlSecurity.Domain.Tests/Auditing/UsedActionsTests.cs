using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

[Trait("Rule", "LOG-02")]
public sealed class UsedActionsTests
{
    private const string Bob = "bbbbbbbb-0000-0000-0000-000000000002";
    private const string Compute = "Microsoft.MachineLearningServices/workspaces/computes/write";

    [Fact]
    public void Actions_are_listed_by_principal_and_scope_with_failures_apart()
    {
        var used = UsedActions.From(
        [
            ActivityLogLab.Event("Succeeded", principal: Bob),
            ActivityLogLab.Event("Started", 1, "c-2"),
            ActivityLogLab.Event("Succeeded", 2, "c-2"),
            ActivityLogLab.Event("Succeeded", 3, "c-3", name: "MICROSOFT.machinelearningservices/workspaces/WRITE"),
            ActivityLogLab.Event("Failed", 4, "c-4", name: Compute),
            ActivityLogLab.Event("Started", 5, "c-5", name: "a/b/action"),
        ]);

        Assert.Equal([ActivityLogLab.Alice, Bob], used.Sets.Select(set => ((AuditActor.Identified)set.Principal).Id));
        var alice = used.Sets[0];
        Assert.Equal(["a/b/action", "Microsoft.MachineLearningServices/workspaces/write"], alice.Used.Select(action => action.Text));
        Assert.Equal([Compute], alice.OnlyFailed.Select(action => action.Text));
        var write = alice.Actions.Single(action => action.Action.Canonical.EndsWith("workspaces/write", StringComparison.Ordinal));
        Assert.Equal((2, 0, 0), (write.Succeeded, write.Failed, write.Open));
        Assert.Equal((AuditLab.At(1), AuditLab.At(3)), (write.First, write.Last));
    }

    [Fact]
    public void The_answer_says_on_what_it_rests_and_what_it_cannot_show()
    {
        var coverage = UsedActions.From(
        [
            ActivityLogLab.Event("Succeeded", 1, principal: "", caller: ""),
            ActivityLogLab.Event("Succeeded", 2, "c-2", name: "*"),
            ActivityLogLab.Event("Succeeded", 9, "c-3"),
        ]).Coverage;

        Assert.Equal((3, 1, 1), (coverage.Operations, coverage.Unattributed, coverage.Unreadable));
        Assert.Equal((AuditLab.At(1), AuditLab.At(9)), (coverage.From, coverage.To));
        Assert.Equal(Enum.GetValues<ActivityLogBlindSpot>(), coverage.BlindSpots);
    }

    [Fact]
    public void Without_events_there_is_nothing_but_the_blind_spots()
    {
        var used = UsedActions.From([]);

        Assert.Empty(used.Sets);
        Assert.Null(used.Coverage.From);
        Assert.NotEmpty(used.Coverage.BlindSpots);
    }

    [Fact]
    public void Who_is_known_by_name_only_is_told_apart_by_it()
    {
        var used = UsedActions.From(
        [
            ActivityLogLab.Event("Succeeded", principal: "", caller: "alice@contoso.com"),
            ActivityLogLab.Event("Succeeded", 1, "c-2", principal: "", caller: "ALICE@contoso.com"),
            ActivityLogLab.Event("Succeeded", 2, "c-3", principal: "", caller: "bob@contoso.com"),
        ]);

        Assert.Equal([2, 1], used.Sets.Select(set => set.Actions.Single().Succeeded));
    }

    [Fact]
    public void The_order_of_the_events_does_not_matter()
    {
        var random = new Random(7);
        var events = Enumerable.Range(0, 40)
            .Select(number => ActivityLogLab.Event(
                number % 3 == 0 ? "Failed" : "Succeeded",
                number % 5,
                $"c-{number}",
                name: number % 2 == 0 ? Compute : "a/b/delete",
                target: number % 4 == 0 ? "/subscriptions/1" : ActivityLogLab.Workspace,
                principal: number % 3 == 0 ? Bob : ActivityLogLab.Alice))
            .ToArray();
        var expected = UsedActions.From(events);
        for (var round = 0; round < 20; round++)
        {
            random.Shuffle(events);

            Assert.Equal(expected, UsedActions.From(events));
        }
    }
}
