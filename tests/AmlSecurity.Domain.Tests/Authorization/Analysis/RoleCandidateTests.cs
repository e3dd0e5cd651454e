using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>Which role is taken next.</summary>
public sealed class RoleCandidateTests
{
    private static readonly string[] Used = ["p/1", "p/2", "p/3", "p/4"];

    [Fact]
    public void The_role_with_the_least_surplus_for_each_operation_comes_first() => Assert.Equal(
        ["two for three more", "one for two more"],
        Chosen(
            Candidate("one for two more", ["p/1"], "s/1", "s/2"),
            Candidate("two for three more", ["p/2", "p/3"], "s/3", "s/4", "s/5")));

    [Fact]
    public void Of_equal_ones_the_role_that_covers_more_comes_first() => Assert.Equal(
        ["two", "one"],
        Chosen(Candidate("one", ["p/1"], "s/1"), Candidate("two", ["p/2", "p/3"], "s/2", "s/3", "s/4")));

    [Fact]
    public void One_role_is_better_than_several_also_at_the_price_of_some_surplus() => Assert.Equal(
        ["three for one more"],
        Chosen(Candidate("one for nothing", ["p/1"]), Candidate("three for one more", ["p/1", "p/2", "p/3"], "s/1")));

    [Fact]
    public void What_is_given_already_is_no_surplus() => Assert.Equal(
        ["first", "the same again", "other"],
        Chosen(
            Candidate("first", ["p/1", "p/2"], "s/1", "s/2"),
            Candidate("other", ["p/3"], "s/3", "s/4"),
            Candidate("the same again", ["p/4"], "s/1", "s/2")));

    [Fact]
    public void A_role_that_covers_nothing_new_is_not_taken() => Assert.Equal(
        ["wide"], Chosen(Candidate("wide", ["p/1", "p/2"]), Candidate("narrow", ["p/1"])));

    [Fact]
    public void What_no_role_covers_is_left()
    {
        var (chosen, left) = RoleCandidate.Choose([Candidate("one", ["p/2"])], [.. Used.Select(Action)]);

        Assert.Equal("one", Assert.Single(chosen).Name);
        Assert.Equal(["p/1", "p/3", "p/4"], left.Select(action => action.Text));
    }

    [Fact]
    public void The_size_of_a_role_is_the_number_of_its_entries()
    {
        var role = Role(
            "r",
            Block(["p/1"], ["p/2", "p/3"], ["p/4", "p/5", "p/6"], ["p/7", "p/8", "p/9", "p/0"]),
            Block(["q/1", "q/2"]));

        Assert.Equal(12, Weigh(role).Size);
    }

    [Fact]
    public void A_role_that_covers_nothing_has_no_surplus_to_weigh()
    {
        Assert.Equal(["p/2"], Weigh(Role("r", Block(["p/1", "p/2"]))).Surplus.Select(more => more.Action.Text));
        Assert.Empty(Weigh(Role("r", Block(["p/2"]))).Surplus);
    }

    [Fact]
    public void What_stands_under_a_condition_is_surplus_and_covers_nothing()
    {
        var role = Role("r", Block(["p/1"]), Block(["p/2"], condition: "x"));

        Assert.Equal(["p/1"], Weigh(role).Covered.Select(action => action.Text));
        Assert.Equal(["p/2"], Weigh(role).Surplus.Select(more => more.Action.Text));
    }

    private static RoleCandidate Weigh(RoleDefinition role) => RoleCandidate.Of(
        role,
        [Action("p/1")],
        Plane.Control,
        OperationInventory.Create([Action("p/1"), Action("p/2")], []),
        WildcardReading.Azure);

    private static RoleCandidate Candidate(string name, string[] covered, params string[] surplus) => new(
        Role(name), [.. covered.Select(Action)], [.. surplus.Select(more => (Plane.Control, Action(more)))], 1);

    private static IEnumerable<string> Chosen(params RoleCandidate[] candidates) =>
        RoleCandidate.Choose(candidates, [.. Used.Select(Action)]).Chosen.Select(role => role.Name);
}
