using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Workspaces.DataFlows;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowCourse;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class LineageTests
{
    private static readonly LineageNode Request = new LineageNode.ScoringRequest("request-1");

    [Fact]
    [Trait("Rule", "FLOW-08")]
    [Trait("Rule", "FLOW-20")]
    public void Behind_a_scoring_request_stand_service_image_model_run_and_snapshot()
    {
        var origins = OfTheWalk().FindOrigins(Request);

        Assert.Equal([new ServiceRevision(Service, 1)], origins.Services.AsEnumerable());
        Assert.Equal([Image], origins.Images.AsEnumerable());
        Assert.Equal([Model], origins.Models.AsEnumerable());
        Assert.Equal([Run], origins.Runs.AsEnumerable());
        Assert.Equal([Scripts.Digest], origins.Snapshots.AsEnumerable());
        Assert.Equal(5, origins.Links.Length);
        Assert.StartsWith("service churn-service (revision 1) -> request `request-1`\n", origins.ToString());
    }

    [Fact]
    [Trait("Rule", "FLOW-08")]
    public void Of_a_snapshot_the_services_are_found_that_run_what_came_from_it()
    {
        var lineage = OfTheWalk();

        Assert.Equal([new ServiceRevision(Service, 1)], lineage.FindServicesRunning(Scripts.Digest).AsEnumerable());
        Assert.Equal(["request-1"], lineage.FindDescendants(new LineageNode.SourceSnapshot(Scripts.Digest)).Requests.AsEnumerable());
    }

    [Fact]
    public void A_service_that_was_given_another_image_runs_the_old_one_no_more_and_its_old_requests_keep_theirs()
    {
        var lineage = OfTheWalk()
            .Add(Link(new LineageNode.ContainerImage(Name("other:1")), new LineageNode.DeployedService(new ServiceRevision(Service, 2)), "u1")).Expect();

        Assert.Empty(lineage.FindServicesRunning(Scripts.Digest));
        Assert.Equal([Image], lineage.FindOrigins(Request).Images.AsEnumerable());
    }

    [Fact]
    public void Each_link_of_a_recorded_walk_names_its_record()
    {
        var log = AuditLog.Empty;
        var training = Train(TrainingTarget.Local).AppendTo(log).Expect();
        var inference = Serve(OfInference()).AppendTo(training.Log).Expect();

        Assert.All(training.Links.Concat(inference.Links), link =>
        {
            var step = Assert.Single(training.Steps.Concat(inference.Steps), one => one.Receipt.Index == link.Receipt!.Value.Index);
            Assert.Equal((link.EventId, link.Since), (step.Record.Event.EventId, step.Record.Event.OccurredAt));
        });
        Assert.Equal("snapshot " + Scripts.Digest + " -> run run-1 (record 0)", $"{training.Links[0]}");
    }

    [Fact]
    public void Nothing_is_known_of_what_no_link_names() =>
        Assert.Empty(OfTheWalk().FindOrigins(new LineageNode.ScoringRequest("other")).Links);

    [Fact]
    public void A_link_that_does_not_fit_is_a_fault()
    {
        var lineage = OfTheWalk();
        var first = lineage.Links[0];
        var run = new LineageNode.TrainingRun(Run);
        var other = new LineageNode.SourceSnapshot(Snapshot.Create(SnapshotEntry.Of("b", default)).Expect().Digest);

        Assert.Same(lineage, lineage.Add(first).Expect());
        Assert.Equal(LineageFault.ToldBeforeByAnotherEvent, lineage.Add(Link(first.From, first.To, "again")).AsT1);
        Assert.Equal(LineageFault.ToSomethingThatComesFromElsewhere, lineage.Add(Link(other, run, "e")).AsT1);
        Assert.Equal(
            LineageFault.OfAnotherWorkspace,
            lineage.Add(new LineageLink(Examples.OtherWorkspace, other, new LineageNode.TrainingRun(RunId.Read("r").Expect()), "e", Now)).AsT1);
        Assert.Throws<ArgumentException>(() => Link(run, run, "e"));
        Assert.Throws<ArgumentException>(() => Link(other, Request, "e"));
    }

    [Fact]
    public void A_link_gets_its_record_afterwards_and_keeps_it()
    {
        var lineage = OfTheWalk();
        var told = lineage.Links[0].With(new AppendReceipt(7, Now, default));
        var known = lineage.Add(told).Expect();

        Assert.Equal(told, known.Links[0]);
        Assert.Equal(lineage.Links.Length, known.Links.Length);
        Assert.Equal(told, known.FindOrigins(Request).Links[^1]);
        Assert.Same(known, known.Add(lineage.Links[0]).Expect());
        Assert.Same(known, known.Add(told).Expect());
        Assert.Equal(
            LineageFault.ToldBeforeByAnotherEvent, known.Add(told.With(new AppendReceipt(8, Now, default))).AsT1);
    }

    [Fact]
    public void An_image_may_hold_several_models()
    {
        var lineage = OfTheWalk().Add(Link(
            new LineageNode.RegisteredModel(Name("second:1")), new LineageNode.ContainerImage(Image), "e")).Expect();

        Assert.Equal([Model, Name("second:1")], lineage.FindOrigins(Request).Models.AsEnumerable());
    }

    [Property(MaxTest = 200 / Law.Share)]
    [Trait("Rule", "FLOW-08")]
    public void Both_queries_find_what_a_naive_search_finds(byte[] draws)
    {
        var lineage = Random(draws);
        var links = lineage.Links;

        foreach (var node in links.SelectMany(link => new[] { link.From, link.To }).Distinct())
        {
            Assert.Equal(
                links.Where(link => Leads(links, link.To, node)).ToHashSet(),
                lineage.FindOrigins(node).Links.ToHashSet());
            Assert.Equal(
                links.Where(link => Leads(links, node, link.From)).ToHashSet(),
                lineage.FindDescendants(node).Links.ToHashSet());
        }
    }

    [Fact]
    public void The_random_lineages_have_branches_in_both_directions()
    {
        var draws = new byte[400];
        new Random(1).NextBytes(draws);
        var links = Random(draws).Links;

        Assert.Contains(links.GroupBy(link => link.From), same => same.Count() > 1);
        Assert.Contains(links.GroupBy(link => link.To), same => same.Count() > 1);
        Assert.Equal(5, links.Select(link => link.To.GetType()).Distinct().Count());
    }

    private static Lineage OfTheWalk() => Train(TrainingTarget.Local).Links
        .Concat(Serve(OfInference()).Links)
        .Aggregate(Lineage.Of(Workspace), (lineage, link) => lineage.Add(link).Expect());

    // By the definition: one leads to the other if it is the other, or a link leads on from it.
    private static bool Leads(IReadOnlyCollection<LineageLink> links, LineageNode from, LineageNode to) =>
        from == to || links.Any(link => link.From == from && Leads(links, link.To, to));

    private static Lineage Random(byte[] draws) => draws
        .Select((draw, at) => Link(NodeOf(draw % 5, draw / 5 % 4), NodeOf((draw % 5) + 1, draw / 20 % 6), $"e{at}"))
        .Aggregate(
            Lineage.Of(Workspace),
            (lineage, link) => lineage.Add(link).TryPickT0(out var next, out _) ? next : lineage);

    private static LineageNode NodeOf(int rank, int number) => rank switch
    {
        0 => new LineageNode.SourceSnapshot(
            Snapshot.Create(SnapshotEntry.Of($"{number}", default)).Expect().Digest),
        1 => new LineageNode.TrainingRun(RunId.Read($"run-{number}").Expect()),
        2 => new LineageNode.RegisteredModel(Name($"m:{number}")),
        3 => new LineageNode.ContainerImage(Name($"i:{number}")),
        4 => new LineageNode.DeployedService(new ServiceRevision(Name("s"), number + 1)),
        _ => new LineageNode.ScoringRequest($"q{number}"),
    };

    private static LineageLink Link(LineageNode from, LineageNode to, string id) => new(Workspace, from, to, id, Now);
}
