using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class AccessExplanationTests
{
    private static readonly PrincipalId Team = Id("team");

    private static readonly PrincipalId All = Id("all");

    [Fact]
    public void Every_assignment_is_shown_with_what_it_made_of_the_request()
    {
        var watcher = Role("Watcher", Block(["a/*"], ["a/write"]));
        var policy = AccessPolicy.Create(
            [Owner, Reader, watcher],
            [
                Assign(watcher, Alice, Workspace, "w"),
                Assign(Reader, Alice, Workspace, "x"),
                Assign(Role("lost"), Alice, Group1, "l"),
                Assign(Owner, All, Subscription, "o"),
                Assign(Owner, Alice, Subscription, "p", condition: "c"),
                Assign(Owner, Bob, Workspace, "b"),
            ],
            groups: GroupDirectory.Create([new Group(Team, [Alice]), new Group(All, [Team])]));

        var explanation = policy.Explain(Ask(Alice, "a/write", Workspace));

        Assert.Equal(
            [
                ("w", AssignmentOutcome.Excluded, "a/*", "a/write"),
                ("x", AssignmentOutcome.Silent, null, null),
                ("l", AssignmentOutcome.RoleNotFound, null, null),
                ("o", AssignmentOutcome.Granted, "*", null),
                ("p", AssignmentOutcome.ConditionUnreadable, "*", null),
            ],
            explanation.Assignments.Select(c => (c.Assignment.Id, c.Outcome, c.Covering?.Text, c.Excluding?.Text)));
        Assert.Equal<PrincipalId>([Team, All], explanation.Assignments[3].ThroughGroups);
        Assert.Empty(explanation.Assignments[0].ThroughGroups);
        Assert.Null(explanation.Assignments[2].Role);
        Assert.True(explanation.Decision.IsAllowed);
        Assert.Empty(explanation.AlsoGrantedBy);
    }

    [Fact]
    public void Every_deny_on_the_way_is_shown_with_what_it_made_of_the_request()
    {
        var exempting = new DenyAssignment(
            "d4", Group1, [Block(["*"], ["a/write"])], [new DenyPrincipal(Alice)], name: "all but writing");
        var conditional = new DenyAssignment(
            "d7", Subscription, [Block(["*"])], [new DenyPrincipal(Alice)], condition: new AccessCondition("c", "2.0"));
        var policy = AccessPolicy.Create(
            [Owner],
            [Assign(Owner, Alice, Workspace)],
            [
                Deny(Workspace, ["b/*"], id: "d0"),
                Deny(Workspace, ["*"], Bob, id: "d1"),
                Deny(Workspace, ["*"], except: Alice, id: "d2"),
                Deny(Group1, ["*"], stopsAtScope: true, id: "d3"),
                exempting,
                Deny(Group1, ["*"], effect: DenyEffect.Audit, id: "d5"),
                Deny(Subscription, ["a/*"], id: "d6"),
                conditional,
                Deny(Group10, ["*"], id: "d8"),
            ]);

        var explanation = policy.Explain(Ask(Alice, "a/write", Workspace));

        Assert.Equal(
            [
                ("d0", DenyOutcome.Silent),
                ("d1", DenyOutcome.OtherPrincipal),
                ("d2", DenyOutcome.PrincipalExcluded),
                ("d3", DenyOutcome.OtherScope),
                ("d4", DenyOutcome.Exempt),
                ("d5", DenyOutcome.Audited),
                ("d6", DenyOutcome.Blocked),
                ("d7", DenyOutcome.Blocked),
            ],
            explanation.Denies.Select(considered => (considered.Deny.Id, considered.Outcome)));
        Assert.Equal(
            [
                $"`d0` at `{Workspace}`: does not cover it",
                $"`d1` at `{Workspace}`: names other principals",
                $"`d2` at `{Workspace}`: excludes the principal",
                $"`d3` at `{Group1}`: does not apply to child scopes",
                $"`all but writing` at `{Group1}`: exempts it by `a/write`",
                $"`d5` at `{Group1}`: would block it by `*`, but is only audited",
                $"`d6` at `{Subscription}`: blocks it by `a/*`",
                $"`d7` at `{Subscription}`: blocks it by `*`, its condition not being evaluated",
            ],
            explanation.Denies.Select(considered => considered.ToString()));
        Assert.Equal("a/write", explanation.Denies[4].Exempting?.Text);
        Assert.Equal("a/*", explanation.Denies[6].Covering?.Text);
        Assert.Empty(explanation.AlsoGrantedBy);
    }

    [Fact]
    public void A_group_on_a_circle_holds_each_assignment_once()
    {
        var policy = AccessPolicy.Create(
            [Owner],
            [Assign(Owner, Team, Group1)],
            groups: GroupDirectory.Create([new Group(Team, [All]), new Group(All, [Team])]));
        var ask = AccessRequest.Control(Principal.Group(Team), Action("a/read"), Workspace);

        Assert.Empty(Assert.Single(policy.Explain(ask).Assignments).ThroughGroups);
    }

    [Fact]
    public void Who_else_grants_is_said()
    {
        var policy = AccessPolicy.Create(
            [Owner, Reader], [Assign(Owner, Alice, Group1, "a1"), Assign(Reader, Alice, Subscription, "a2")]);

        Assert.Equal("a2", Assert.Single(policy.Explain(Ask(Alice, "a/read", Workspace)).AlsoGrantedBy).Id);
        Assert.Empty(policy.Explain(Ask(Alice, "a/write", Workspace)).AlsoGrantedBy);
    }

    [Fact]
    [Trait("Rule", "RBAC-05")]
    public void It_says_where_the_answer_depends_on_the_reading_of_wildcards()
    {
        var policy = AccessPolicy.Create([Role("r", Block(["a/*/read"]))], [Assign(Role("r"), Alice, Group1)]);

        var depends = policy.Explain(Ask(Alice, "a/read", Group1));

        Assert.True(depends.DependsOnReading);
        Assert.Equal(WildcardReading.Azure, depends.Reading);
        Assert.Contains("this is the Azure reading (RBAC-05)", depends.ToString(), StringComparison.Ordinal);
        Assert.False(policy.Explain(Ask(Alice, "a/b/read", Group1)).DependsOnReading);
    }

    [Fact]
    public void It_reads_as_lines_for_a_person()
    {
        var policy = AccessPolicy.Create(
            [Reader],
            [Assign(Reader, Team, Group1)],
            [Deny(Subscription, ["*/write"])],
            GroupDirectory.Create([new Group(Team, [Alice])]));

        Assert.Equal(
            $"""
            may `{Alice}` do `a/read` (Control plane) on `{Workspace}`?
            allowed by assignment `a1` of `Reader` at `{Group1}` (AUTHZ-02)
              deny `d1` at `{Subscription}`: does not cover it
              role `Reader` at `{Group1}` through group `team`: grants it by `*/read`

            """.ReplaceLineEndings("\n"),
            policy.Explain(Ask(Alice, "a/read", Workspace)).ToString());
    }
}
