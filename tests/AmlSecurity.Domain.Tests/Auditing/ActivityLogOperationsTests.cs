using AmlSecurity.Domain.Auditing;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

[Trait("Rule", "LOG-02")]
public sealed class ActivityLogOperationsTests
{
    [Fact]
    public void Start_and_end_are_joined_by_their_ids_ignoring_case()
    {
        var operation = Assert.Single(ActivityLogOperations.Join(
        [
            ActivityLogLab.Event("Succeeded", 90, target: ActivityLogLab.Workspace.ToUpperInvariant()),
            ActivityLogLab.Event("Accepted", 1),
            ActivityLogLab.Event("Started", name: "MICROSOFT.MachineLearningServices/workspaces/write"),
        ]));

        Assert.Equal(ActivityLogOperationState.Complete, operation.State);
        Assert.Equal((AuditLab.Start, AuditLab.At(90)), (operation.Start, operation.End));
        Assert.Equal(Duration.FromSeconds(90), operation.Duration);
        Assert.Equal(new AuditOutcome.Succeeded(), operation.Outcome);
        Assert.Equal("MICROSOFT.MachineLearningServices/workspaces/write", operation.Name);
        Assert.Single(operation.Between);
        Assert.Equal(ActivityLogOddities.None, operation.Oddities);
    }

    [Fact]
    public void What_has_no_end_is_open_and_what_has_no_start_says_so()
    {
        var operations = ActivityLogOperations.Join(
            [ActivityLogLab.Event("Started"), ActivityLogLab.Event("Failed", 1, correlation: "c-2")]);

        Assert.Equal(
            [ActivityLogOperationState.Open, ActivityLogOperationState.WithoutStart],
            operations.Select(operation => operation.State));
        Assert.All(operations, operation => Assert.Null(operation.Duration));
        Assert.Equal([new AuditOutcome.Started(), new AuditOutcome.Failed("Failed")], operations.Select(one => one.Outcome));
    }

    [Fact]
    public void Another_id_operation_or_target_is_another_operation() =>
        Assert.Equal(5, ActivityLogOperations.Join(
        [
            ActivityLogLab.Event("Started"),
            ActivityLogLab.Event("Succeeded", 1, correlation: "c-2"),
            ActivityLogLab.Event("Succeeded", 2, operation: null),
            ActivityLogLab.Event("Succeeded", 3, name: "a/b/delete"),
            ActivityLogLab.Event("Succeeded", 4, target: "/subscriptions/other"),
        ]).Length);

    [Fact]
    public void What_should_not_be_is_kept_and_said()
    {
        var end = ActivityLogLab.Event("Succeeded");
        var operation = Assert.Single(ActivityLogOperations.Join(
        [
            ActivityLogLab.Event("Started", 5),
            ActivityLogLab.Event("Started", 6),
            end,
            end,
            ActivityLogLab.Event("Failed", 3),
        ]));

        Assert.Equal((2, 2, 1), (operation.Starts.Length, operation.Ends.Length, operation.Repeats.Length));
        Assert.Equal(new AuditOutcome.Failed("Failed"), operation.Outcome);
        Assert.Null(operation.Duration);
        Assert.Equal(
            ActivityLogOddities.SeveralStarts | ActivityLogOddities.SeveralEnds | ActivityLogOddities.ContradictoryEnds
            | ActivityLogOddities.EndBeforeStart | ActivityLogOddities.Repeated,
            operation.Oddities);
    }

    [Fact]
    public void Events_without_ids_are_not_joined()
    {
        var operations = ActivityLogOperations.Join(
        [
            ActivityLogLab.Event("Started", correlation: null, operation: null),
            ActivityLogLab.Event("Succeeded", 1, correlation: null, operation: null),
        ]);

        Assert.Equal(2, operations.Length);
        Assert.All(operations, operation => Assert.Equal(ActivityLogOddities.NotJoined, operation.Oddities));
    }

    [Fact]
    public void The_order_of_the_events_does_not_matter_and_none_is_lost()
    {
        var random = new Random(7);
        var events = Enumerable.Range(0, 60)
            .Select(number => ActivityLogLab.Event(
                (number % 4) switch { 0 => "Started", 1 => "Succeeded", 2 => "Failed", _ => "Running" },
                random.Next(5),
                number % 7 == 0 ? null : $"c-{random.Next(3)}",
                number % 5 == 0 ? null : $"o-{random.Next(2)}"))
            .ToArray();
        var expected = ActivityLogOperations.Join(events);
        for (var round = 0; round < 20; round++)
        {
            random.Shuffle(events);

            Assert.True(expected.SequenceEqual(ActivityLogOperations.Join(events)));
        }

        Assert.Equal(events.Length, expected.Sum(operation =>
            operation.Starts.Length + operation.Between.Length + operation.Ends.Length + operation.Repeats.Length));
    }
}
