using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>Results are equal if each of their members is, and say in one line what they found.</summary>
public sealed class AnalysisRecordTests
{
    private static readonly RoleDefinition Runner = Role("Runner", Block([MlActions.SubmitRun.Text]));

    private static readonly RoleAssignment Assignment = Assign(Runner, Alice, Workspace);

    [Fact]
    public void Steps_are_equal_by_all_members()
    {
        AssertEqualByMembers(
            Step(),
            Step(),
            Step(kind: EscalationStepKind.WidenRole),
            Step(actor: Bob),
            Step(action: MlActions.AssignRole),
            Step(scope: Group1),
            Step(assignment: Assign(Runner, Alice, Workspace, "a2")),
            Step(isConditional: true),
            Step(becomesNobody: true),
            Step(through: []));
    }

    [Fact]
    public void Paths_are_equal_by_all_members() => AssertEqualByMembers(
        new EscalationPath(Alice, [Step()]),
        new EscalationPath(Alice, [Step()]),
        new EscalationPath(Bob, [Step()]),
        new EscalationPath(Alice, []));

    [Fact]
    public void Entries_of_a_blast_radius_are_equal_by_all_members() => AssertEqualByMembers(
        Entry(),
        Entry(),
        Entry(identity: Bob),
        Entry(assignment: Assign(Runner, Alice, Workspace, "a2")),
        Entry(role: Owner),
        Entry(takeOver: Step()),
        Entry(planes: [Plane.Data]),
        Entry(steps: [Step()]));

    [Fact]
    public void Alternatives_and_ways_are_equal_by_all_members()
    {
        AssertEqualByMembers(Way("w", "p/a"), Way("w", "p/a"), Way("v", "p/a"), Way("w", "p/b"), Way("w"));
        AssertEqualByMembers(
            new CapabilityWay(Way("w"), [], isConditional: true),
            new CapabilityWay(Way("w"), [], isConditional: true),
            new CapabilityWay(Way("v"), [], isConditional: true),
            new CapabilityWay(Way("w"), [], isConditional: false),
            new CapabilityWay(Way("w"), [Action("p/a")], isConditional: true));
    }

    [Fact]
    public void Cards_and_rows_are_equal_by_all_members()
    {
        var card = CapabilityCard.Of(Reader);
        AssertEqualByMembers(
            card, CapabilityCard.Of(Reader), CapabilityCard.Of(Owner), CapabilityCard.Of(Reader, WildcardReading.Literal));
        AssertEqualByMembers(
            card.Rows[0], CapabilityCard.Of(Reader).Rows[0], card.Rows[1], CapabilityCard.Of(Owner).Rows[0]);
    }

    [Fact]
    public void Conditions_are_equal_by_text_and_version() => AssertEqualByMembers(
        new AccessCondition("x", "2.0"),
        new AccessCondition("x", "2.0"),
        new AccessCondition("y", "2.0"),
        new AccessCondition("x", "1.0"),
        new AccessCondition("x"));

    [Fact]
    public void A_step_says_who_does_what_and_what_allows_it()
    {
        Assert.Equal(
            $"`{Alice}` becomes `{Bob}` through `{Workspace}` by {MlActions.SubmitRun}, allowed by assignment `a1`",
            Step(through: []).ToString());
        Assert.Equal(
            $"`{Alice}` assigns itself a role on `{Workspace}` by {MlActions.SubmitRun}, allowed by assignment `a1`"
                + $" through `{Alice}`, `{Bob}`, under a condition",
            Step(EscalationStepKind.AssignRole, through: [Alice, Bob], isConditional: true).ToString());
        Assert.StartsWith(
            $"`{Alice}` widens a role that it holds on `{Group1}`",
            Step(EscalationStepKind.WidenRole, scope: Group1).ToString(),
            StringComparison.Ordinal);
        Assert.Equal(
            $"{Step()}\n{Step(isConditional: true)}",
            new EscalationPath(Alice, [Step(), Step(isConditional: true)]).ToString());
    }

    [Fact]
    public void A_path_is_conditional_if_one_step_is()
    {
        Assert.True(new EscalationPath(Alice, [Step(), Step(isConditional: true)]).IsConditional);
        Assert.False(new EscalationPath(Alice, [Step()]).IsConditional);
        Assert.False(new EscalationPath(Alice, []).IsConditional);
    }

    [Fact]
    public void An_entry_says_what_is_held_where_as_whom_and_what_it_leads_to()
    {
        Assert.Equal($"`Runner` on `{Workspace}`", Entry().ToString());
        Assert.Equal($"`Runner` on `{Workspace}` as `{Alice}`", Entry(steps: [Step()]).ToString());
        Assert.Equal(
            $"`Runner` on `{Workspace}`, under a condition",
            Entry(assignment: Assign(Runner, Alice, Workspace, condition: "x")).ToString());
        Assert.Equal(
            $"`Runner` on `{Workspace}` as `{Alice}`, under a condition, and can make itself Owner there",
            Entry(steps: [Step(isConditional: true)], takeOver: Step()).ToString());
    }

    [Fact]
    public void An_entry_is_conditional_if_every_block_of_its_role_is()
    {
        var (free, bound) = (Block(["p/a"]), Block(["p/b"], condition: "x"));

        Assert.True(Entry(role: Role("r", bound, bound)).IsConditional);
        Assert.False(Entry(role: Role("r", bound, free)).IsConditional);
    }

    private static EscalationStep Step(
        EscalationStepKind kind = EscalationStepKind.ActAsIdentity,
        PrincipalId? actor = null,
        ActionName? action = null,
        ResourceId? scope = null,
        RoleAssignment? assignment = null,
        ImmutableArray<PrincipalId>? through = null,
        bool isConditional = false,
        bool becomesNobody = false) => new(
            kind,
            actor ?? Alice,
            new Permit(action ?? MlActions.SubmitRun, assignment ?? Assignment, through ?? [Alice], isConditional),
            scope ?? Workspace,
            becomesNobody ? null : Bob);

    private static BlastRadiusEntry Entry(
        PrincipalId? identity = null,
        ImmutableArray<EscalationStep>? steps = null,
        RoleAssignment? assignment = null,
        RoleDefinition? role = null,
        ImmutableArray<Plane>? planes = null,
        EscalationStep? takeOver = null) =>
        new(identity ?? Alice, steps ?? [], assignment ?? Assignment, role ?? Runner, planes ?? [Plane.Control], takeOver);

    private static ActionAlternative Way(string name, params string[] actions) =>
        new(name, [.. actions.Select(Action)]);

    private static void AssertEqualByMembers<T>(T one, T same, params T[] others)
        where T : class, IEquatable<T>
    {
        Assert.True(one.Equals(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals((T?)null));
        Assert.All(others, other => Assert.False(one.Equals(other)));
    }
}
