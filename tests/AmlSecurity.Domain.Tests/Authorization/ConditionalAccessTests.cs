using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>What conditions make of decisions.</summary>
[Trait("Rule", "RBAC-04")]
public sealed class ConditionalAccessTests
{
    private const string OnlyReports = "!(ActionMatches{'a/read'}) OR @Resource[a:name] StringEquals 'reports'";

    private const string OnlyPrivate = "@Environment[isPrivateLink] BoolEquals true";

    private static readonly ConditionAttributes Reports =
        ConditionAttributes.Empty.With(ConditionSource.Resource, "a:name", new ConditionValue.Text("reports"));

    private static readonly ConditionAttributes Private =
        Reports.With(ConditionSource.Environment, "isPrivateLink", new ConditionValue.Truth(true));

    [Fact]
    public void An_assignment_grants_where_its_condition_holds()
    {
        var policy = AccessPolicy.Create([Owner], [Assign(Owner, Alice, Group1, condition: OnlyReports)]);

        AssertNotMet(policy.Decide(Ask(Alice, "a/read", Workspace)));
        Assert.True(policy.Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.True(policy.Decide(Ask(Alice, "a/read", Workspace) with { Attributes = Reports }).IsAllowed);
        Assert.Empty(policy.Assess());
    }

    [Fact]
    public void A_block_grants_where_its_condition_holds_and_its_assignments_does()
    {
        var role = Role("r", Block(["a/*"], condition: OnlyReports), Block(["b/*"]));
        var policy = AccessPolicy.Create([role], [Assign(role, Alice, Group1, condition: OnlyPrivate)]);

        AssertNotMet(policy.Decide(Ask(Alice, "a/read", Workspace) with { Attributes = Reports }));
        AssertNotMet(policy.Decide(Ask(Alice, "b/read", Workspace)));
        Assert.True(policy.Decide(Ask(Alice, "a/read", Workspace) with { Attributes = Private }).IsAllowed);
        AssertNotMet(policy.Decide(Ask(Alice, "a/read", Workspace) with
        {
            Attributes = ConditionAttributes.Empty.With(
                ConditionSource.Environment, "isPrivateLink", new ConditionValue.Truth(true)),
        }));
    }

    [Fact]
    public void Another_assignment_without_a_condition_grants_beside_it()
    {
        var policy = AccessPolicy.Create(
            [Owner, Reader],
            [Assign(Owner, Alice, Group1, "a1", OnlyPrivate), Assign(Reader, Alice, Subscription, "a2")]);

        Assert.Equal(
            "a2", Assert.IsType<AccessDecision.Allowed>(policy.Decide(Ask(Alice, "a/read", Workspace))).Assignment.Id);
        AssertNotMet(policy.Decide(Ask(Alice, "a/write", Workspace)));
    }

    [Fact]
    public void A_condition_that_cannot_be_read_never_grants_and_is_a_finding()
    {
        var policy = AccessPolicy.Create([Owner], [Assign(Owner, Alice, Group1, condition: "true OR true BoolEquals true")]);

        var denied = Assert.IsType<AccessDecision.Denied>(
            policy.Decide(Ask(Alice, "a/read", Workspace) with { Attributes = Private }));
        Assert.Equal((DenialReason.ConditionUnreadable, "RBAC-04"), (denied.Reason, denied.Rule.Text));
        Assert.Equal(
            "denied: what would grant it stands under a condition that cannot be read (RBAC-04)", denied.ToString());
        var finding = Assert.Single(policy.Assess());
        Assert.Equal("$.assignments[0].condition", finding.Path);
        Assert.Contains("(at offset 5)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_conditions_the_worse_one_is_the_reason()
    {
        var role = Role("r", Block(["a/*"], condition: "x"));
        var policy = AccessPolicy.Create([role], [Assign(role, Alice, Group1, condition: OnlyPrivate)]);

        var considered = Assert.Single(policy.Explain(Ask(Alice, "a/read", Workspace)).Assignments);

        Assert.Equal(AssignmentOutcome.ConditionUnreadable, considered.Outcome);
        Assert.Equal(
            [ConditionOutcome.NotMet, ConditionOutcome.Unreadable],
            considered.Conditions.Select(condition => condition.Outcome));
    }

    [Fact]
    public void A_deny_wins_over_a_condition_that_holds()
    {
        var policy = AccessPolicy.Create(
            [Owner], [Assign(Owner, Alice, Group1, condition: OnlyReports)], [Deny(Subscription, ["*"])]);

        var denied = policy.Decide(Ask(Alice, "a/read", Workspace) with { Attributes = Reports });
        Assert.Equal(DenialReason.DenyAssignment, Assert.IsType<AccessDecision.Denied>(denied).Reason);
    }

    [Fact]
    public void An_explanation_tells_what_each_condition_came_to()
    {
        var role = Role("r", Block(["a/*"], condition: "@Resource[a:name StringEquals 'x'"));
        var policy = AccessPolicy.Create(
            [Owner, role, Reader],
            [
                Assign(Owner, Alice, Workspace, "a1", OnlyReports),
                Assign(role, Alice, Group1, "a2"),
                Assign(Reader, Alice, Subscription, "a3", OnlyPrivate),
            ]);

        var lines = policy.Explain(Ask(Alice, "a/read", Workspace) with
        {
            Attributes = ConditionAttributes.Empty.With(
                ConditionSource.Environment, "isPrivateLink", new ConditionValue.Truth(true)),
        }).Assignments.Select(considered => considered.ToString()[(considered.ToString().IndexOf(": ", StringComparison.Ordinal) + 2)..]);

        Assert.Equal(
            [
                "would grant it by `*`, but for a condition that does not hold: "
                    + "`@Resource[a:name] StringEquals 'reports'` is false, because an attribute in it is missing",
                "would grant it by `a/*`, but for a condition that cannot be read: it is cut short (at offset 33)",
                "grants it by `*/read`, under a condition that holds: "
                    + "`@Environment[isPrivateLink] BoolEquals true` is true",
            ],
            lines);
    }

    [Fact]
    public void What_would_not_grant_anyway_has_no_condition_to_tell_of()
    {
        var policy = AccessPolicy.Create([Reader], [Assign(Reader, Alice, Group1, condition: OnlyPrivate)]);

        Assert.Empty(Assert.Single(policy.Explain(Ask(Alice, "a/write", Workspace)).Assignments).Conditions);
    }

    [Fact]
    public void Requests_differ_by_what_is_known()
    {
        var ask = Ask(Alice, "a/read", Workspace);

        Assert.NotEqual(ask, ask with { Attributes = Reports });
        Assert.Equal(ask with { Attributes = Reports }, ask with { Attributes = Reports });
    }

    private static void AssertNotMet(AccessDecision decision)
    {
        var denied = Assert.IsType<AccessDecision.Denied>(decision);
        Assert.Equal((DenialReason.ConditionNotMet, "RBAC-04"), (denied.Reason, denied.Rule.Text));
    }
}
