using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class AccessDecisionTests
{
    private static readonly RoleDefinition Watcher = Role("Watcher", Block(["a/*"], ["a/write"]));

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void Another_built_in_role_allows_by_its_entries()
    {
        var role = new RoleDefinition(
            "AzureML Data Scientist", [new PermissionBlock([ActionPattern.Read("a/*").Expect()])], kind: RoleKind.BuiltIn);
        var policy = AccessPolicy.Create(
            [role], [new RoleAssignment("a1", Alice, new RoleReference(null, role.Name), Group1)]);

        Assert.Equal("RBAC-02", policy.Decide(Ask(Alice, "a/read", Group1)).Rule.Text);
        Assert.Empty(policy.Assess());
    }

    [Fact]
    [Trait("Rule", "RBAC-04")]
    public void A_condition_on_a_block_that_cannot_be_read_is_a_finding()
    {
        var block = new PermissionBlock([ActionPattern.Read("a/*").Expect()], condition: new AccessCondition("x"));
        var policy = AccessPolicy.Create([new RoleDefinition("r", [block], kind: RoleKind.BuiltIn)], []);

        Assert.Equal("$.roles[0].permissions[0].condition", Assert.Single(policy.Assess()).Path);
    }

    [Fact]
    [Trait("Rule", "AUTHZ-02")]
    public void A_built_in_role_allows_by_the_rule_of_sharing()
    {
        var allowed = Allowed(Ask(Alice, "a/write", Workspace), Assign(Contributor, Alice, Group1));

        Assert.Equal(("AUTHZ-02", "Contributor", "*"), (allowed.Rule.Text, allowed.Role.Name, allowed.Pattern.Text));
        Assert.Equal("a1", allowed.Assignment.Id);
        Assert.Equal(
            $"allowed by assignment `a1` of `Contributor` at `{Group1}` (AUTHZ-02)", allowed.ToString());
    }

    [Fact]
    [Trait("Rule", "AUTHZ-16")]
    public void A_custom_role_allows_by_the_rule_of_custom_roles()
    {
        var allowed = Allowed(Ask(Alice, "a/read", Workspace), Assign(Watcher, Alice, Group1));

        Assert.Equal(("AUTHZ-16", "a/*"), (allowed.Rule.Text, allowed.Pattern.Text));
    }

    [Fact]
    [Trait("Rule", "RBAC-01")]
    public void Without_an_assignment_nothing_is_allowed()
    {
        AssertDenied(DenialReason.NoAssignment, "RBAC-01", Ask(Alice, "a/read", Workspace));
        AssertDenied(DenialReason.NoAssignment, "RBAC-01", Ask(Alice, "a/read", Workspace), Assign(Owner, Bob, Group1));
        AssertDenied(
            DenialReason.NoAssignment, "RBAC-01", Ask(Alice, "a/read", Workspace), Assign(Owner, Alice, Group10));
    }

    [Fact]
    [Trait("Rule", "RBAC-01")]
    public void A_role_that_is_not_found_or_does_not_cover_the_operation_allows_nothing()
    {
        AssertDenied(
            DenialReason.RoleNotFound, "RBAC-01", Ask(Alice, "a/read", Workspace), Assign(Role("lost"), Alice, Group1));
        AssertDenied(
            DenialReason.NotGranted, "RBAC-01", Ask(Alice, "b/read", Workspace), Assign(Watcher, Alice, Group1));
    }

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void An_exclusion_is_named_as_one_and_denies_nothing_to_another_role()
    {
        AssertDenied(
            DenialReason.Excluded, "RBAC-02", Ask(Alice, "a/write", Workspace), Assign(Watcher, Alice, Group1));
        Allowed(
            Ask(Alice, "a/write", Workspace), Assign(Watcher, Alice, Group1), Assign(Owner, Alice, Subscription, "a2"));
    }

    [Fact]
    [Trait("Rule", "RBAC-04")]
    public void What_stands_under_a_condition_that_does_not_hold_or_cannot_be_read_does_not_grant()
    {
        AssertDenied(
            DenialReason.ConditionNotMet,
            "RBAC-04",
            Ask(Alice, "a/read", Workspace),
            Assign(Owner, Alice, Group1, condition: "@Request[a:b] BoolEquals true"));

        var conditional = Role("if", Block(["a/*"], condition: "x"));
        var policy = AccessPolicy.Create([conditional], [Assign(conditional, Alice, Group1)]);
        var denied = Assert.IsType<AccessDecision.Denied>(policy.Decide(Ask(Alice, "a/read", Workspace)));
        Assert.Equal(DenialReason.ConditionUnreadable, denied.Reason);
    }

    [Fact]
    [Trait("Rule", "RBAC-04")]
    public void A_block_without_a_condition_grants_beside_one_that_has_one()
    {
        var role = Role("either", Block(["a/*"], condition: "x"), Block(["a/read"]));
        var policy = AccessPolicy.Create([role], [Assign(role, Alice, Group1)]);

        Assert.True(policy.Decide(Ask(Alice, "a/read", Group1)).IsAllowed);
        Assert.False(policy.Decide(Ask(Alice, "a/write", Group1)).IsAllowed);
    }

    [Fact]
    [Trait("Rule", "RBAC-03")]
    public void A_deny_assignment_is_named()
    {
        var policy = AccessPolicy.Create([Owner], [Assign(Owner, Alice, Group1)], [Deny(Subscription, ["*"])]);

        var denied = Assert.IsType<AccessDecision.Denied>(policy.Decide(Ask(Alice, "a/read", Workspace)));

        Assert.Equal(
            (DenialReason.DenyAssignment, "RBAC-03", "d1"), (denied.Reason, denied.Rule.Text, denied.Deny?.Id));
        Assert.Equal("denied: deny assignment `d1` blocks it (RBAC-03)", denied.ToString());
    }

    [Theory]
    [InlineData("2020-03-13", false)]
    [InlineData("2020-07-28", false)]
    [InlineData("2020-12-31", false)]
    [InlineData("2021-01-01", true)]
    [InlineData("current", true)]
    [Trait("Rule", "AUTHZ-20")]
    [Trait("Rule", "DEC-13")]
    public void Guests_are_refused_under_the_rules_of_2020(string rules, bool isAllowed)
    {
        var policy = AccessPolicy.Create([Owner], [Assign(Owner, Alice, Group1)]).Under(RuleSet.Read(rules).Expect());
        var guest = AccessRequest.Control(
            Principal.Guest(Alice, GuestEvidence.AccountClaim), Action("a/read"), Workspace);

        var decision = policy.Decide(guest);

        Assert.Equal(isAllowed, decision.IsAllowed);
        Assert.True(policy.Decide(Ask(Alice, "a/read", Workspace)).IsAllowed);
        if (decision is AccessDecision.Denied denied)
        {
            Assert.Equal(DenialReason.GuestNotSupported, denied.Reason);
            Assert.Equal(("AUTHZ-20", GuestEvidence.AccountClaim), (denied.Rule.Text, denied.Evidence));
        }
    }

    [Fact]
    [Trait("Rule", "AUTHZ-20")]
    public void One_whose_membership_is_not_known_is_not_taken_for_a_guest()
    {
        var policy = AccessPolicy.Create([Owner], [Assign(Owner, Alice, Group1)]).Under(RuleSet.March2020);
        var unknown = new Principal(Alice, PrincipalKind.User, new Membership.Undetermined());

        Assert.True(policy.Decide(AccessRequest.Control(unknown, Action("a/read"), Workspace)).IsAllowed);
    }

    [Fact]
    [Trait("Rule", "RBAC-06")]
    public void No_plane_grants_for_the_other()
    {
        var role = Role("data", Block(["*/read"], data: ["*/write"]));
        var policy = AccessPolicy.Create([role], [Assign(role, Alice, Group1)]);

        Assert.True(policy.Decide(Ask(Alice, "a/read", Group1)).IsAllowed);
        Assert.False(policy.Decide(Ask(Alice, "a/read", Group1, Plane.Data)).IsAllowed);
        Assert.True(policy.Decide(Ask(Alice, "a/write", Group1, Plane.Data)).IsAllowed);
        Assert.False(policy.Decide(Ask(Alice, "a/write", Group1)).IsAllowed);
    }

    [Fact]
    public void The_reason_closest_to_a_grant_is_given() => AssertDenied(
        DenialReason.Excluded,
        "RBAC-02",
        Ask(Alice, "a/write", Workspace),
        Assign(Role("lost"), Alice, Workspace, "a1"),
        Assign(Watcher, Alice, Group1, "a2"),
        Assign(Reader, Alice, Subscription, "a3"));

    [Fact]
    public void The_nearest_assignment_is_named_and_of_one_scope_the_first_by_id()
    {
        var allowed = Allowed(
            Ask(Alice, "a/read", Workspace),
            Assign(Owner, Alice, Subscription, "a0"),
            Assign(Owner, Alice, Group1, "a2"),
            Assign(Reader, Alice, Group1, "a1"));

        Assert.Equal("a1", allowed.Assignment.Id);
    }

    [Theory]
    [InlineData(DenialReason.NoAssignment)]
    [InlineData(DenialReason.RoleNotFound)]
    [InlineData(DenialReason.NotGranted)]
    [InlineData(DenialReason.Excluded)]
    [InlineData(DenialReason.ConditionUnreadable)]
    [InlineData(DenialReason.ConditionNotMet)]
    [InlineData(DenialReason.DenyAssignment)]
    [InlineData(DenialReason.GuestNotSupported)]
    public void Every_denial_is_one_line_with_its_rule(DenialReason reason)
    {
        var denied = new AccessDecision.Denied(reason);

        Assert.False(denied.IsAllowed);
        Assert.StartsWith("denied: ", denied.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"({denied.Rule})", denied.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', denied.ToString());
    }

    private static AccessDecision.Allowed Allowed(AccessRequest ask, params RoleAssignment[] assignments) =>
        Assert.IsType<AccessDecision.Allowed>(Decide(ask, assignments));

    private static void AssertDenied(
        DenialReason reason, string rule, AccessRequest ask, params RoleAssignment[] assignments)
    {
        var denied = Assert.IsType<AccessDecision.Denied>(Decide(ask, assignments));
        Assert.Equal((reason, rule), (denied.Reason, denied.Rule.Text));
    }

    private static AccessDecision Decide(AccessRequest ask, RoleAssignment[] assignments) =>
        AccessPolicy.Create([Owner, Contributor, Reader, Watcher], assignments).Decide(ask);
}
