using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Compiled;

public sealed class CompiledPolicyTests
{
    private static readonly PrincipalId Team = Id("team");

    private static readonly CompiledPolicy Policy = CompiledPolicy.Compile(AccessPolicy.Create(
        [Owner, Reader],
        [Assign(Owner, Bob, Subscription, "b"), Assign(Reader, Team, Group1, "t")],
        [Deny(Compute, ["*/delete"])],
        GroupDirectory.Create([new Group(Team, [Alice])])));

    [Fact]
    public void A_verdict_names_the_assignment_or_the_deny()
    {
        var allowed = Policy.Decide(Ask(Alice, "a/read", Compute));
        var denied = Policy.Decide(Ask(Bob, "a/delete", Compute));

        Assert.True(allowed.IsAllowed);
        Assert.Equal("t", allowed.Assignment?.Id);
        Assert.Equal("allowed by assignment `t`", allowed.ToString());
        Assert.False(denied.IsAllowed);
        Assert.Equal(DenialReason.DenyAssignment, denied.Reason);
        Assert.Equal("denied by `d1`", denied.ToString());
        Assert.Equal("denied: not granted", Policy.Decide(Ask(Alice, "a/write", Compute)).ToString());
        Assert.Equal("denied: no assignment", default(Verdict).ToString());
    }

    [Fact]
    public void A_default_handle_denies()
    {
        var (who, what, where) = Handles(Policy, Bob);

        Assert.True(Policy.Decide(who, what, where).IsAllowed);
        Assert.Equal(default, Policy.Decide(default, what, where));
        Assert.Equal(default, Policy.Decide(who, default, where));
        Assert.Equal(default, Policy.Decide(who, what, default));
        Assert.Equal(default, Policy.Decide(default, default, default));
        Assert.Equal("", $"{default(PrincipalHandle)}{default(ActionHandle)}{default(ScopeHandle)}");
        Assert.False(default(PrincipalHandle).IsKnown);
        Assert.False(default(ActionHandle).IsCompiled);
    }

    [Fact]
    public void A_handle_of_another_snapshot_is_refused()
    {
        var (who, what, where) = Handles(Policy, Bob);
        var later = Policy.With(Deny(Subscription, ["*"], Bob, id: "later"));

        Assert.Throws<ArgumentException>(() => later.Decide(who, what, where));
        Assert.Throws<ArgumentException>(() => later.Decide(later.Resolve(Principal.User(Bob)), what, where));
        Assert.Throws<ArgumentException>(() =>
            later.DecideMany([new AccessCheck(who, what, where)], new Verdict[1]));
        Assert.True(Policy.Decide(who, what, where).IsAllowed);
        Assert.False(later.Decide(Ask(Bob, "a/read", Workspace)).IsAllowed);
    }

    [Fact]
    public void Handles_say_what_they_stand_for()
    {
        Assert.Equal(Bob.Text, Policy.Resolve(Principal.User(Bob)).ToString());
        Assert.True(Policy.Resolve(Principal.User(Alice)).IsKnown);
        Assert.False(Policy.Resolve(Principal.User(Id("stranger"))).IsKnown);
        Assert.False(Policy.Resolve(Action("a/read"), Plane.Control).IsCompiled);
        Assert.True(Policy.Resolve(MlActions.ReadWorkspace, Plane.Data).IsCompiled);
        Assert.Equal(Plane.Data, Policy.Resolve(MlActions.ReadWorkspace, Plane.Data).Plane);
        Assert.Equal("a/read", Policy.Resolve(Action("a/read"), Plane.Control).ToString());
        Assert.True(Policy.Resolve(Compute).IsExact);
        Assert.Equal(Group1.Text, Policy.Resolve(OtherWorkspace).ToString());
        Assert.False(Policy.Resolve(OtherWorkspace).IsExact);
    }

    [Fact]
    [Trait("Rule", "AUTHZ-20")]
    public void A_guest_is_refused_under_the_rules_of_2020_only()
    {
        var old = CompiledPolicy.Compile(Policy.ToPolicy().Under(RuleSet.March2020));
        var guest = Principal.Guest(Bob, GuestEvidence.Directory);
        var request = AccessRequest.Control(guest, Action("a/read"), Workspace);

        Assert.Equal(DenialReason.GuestNotSupported, old.Decide(request).Reason);
        Assert.Equal(GuestEvidence.Directory, Assert.IsType<AccessDecision.Denied>(
            old.Describe(old.Decide(request), request)).Evidence);
        Assert.Equal(
            DenialReason.GuestNotSupported,
            old.Decide(
                old.Resolve(guest), old.Resolve(request.Action, Plane.Control), old.Resolve(Workspace)).Reason);
        Assert.True(Policy.Decide(request).IsAllowed);
    }

    [Theory]
    [InlineData("aaaaaaaa-0000-0000-0000-000000000002", true)]
    [InlineData("AAAAAAAA-0000-0000-0000-000000000002", true)]
    [InlineData("aaaaaaaa000000000000000000000002", true)]
    [InlineData("aaaaaaaa-0000-0000-0000-000000000003", false)]
    [InlineData("", false)]
    [InlineData("ünknown", false)]
    public void A_principal_is_known_by_any_writing_of_its_id(string principal, bool isAllowed) => Assert.Equal(
        isAllowed, Policy.Decide(principal, "a/write", Plane.Control, Workspace.Text).IsAllowed);

    [Theory]
    [InlineData("", true)]
    [InlineData("/", true)]
    [InlineData("/online/x", true)]
    [InlineData("/online/{x}", true)]
    [InlineData("/online", true)]
    [InlineData("/providers/Microsoft.Insights/diagnosticSettings/all", true)]
    [InlineData("//", false)]
    [InlineData("/online/..", false)]
    [InlineData("/providers/providers/a/b", false)]
    [InlineData("\u0000", false)]
    public void A_scope_inherits_if_and_only_if_it_is_one(string below, bool isAllowed) => Assert.Equal(
        isAllowed,
        Policy.Decide(Bob.Text, "a/write", Plane.Control, Workspace.Text + below).IsAllowed);

    [Fact]
    public void An_id_that_breaks_off_is_above_nothing()
    {
        var type = Scope(Group1.Text + "/providers/a.b/types");
        var policy = CompiledPolicy.Compile(AccessPolicy.Create([Owner], [Assign(Owner, Alice, type)]));

        Assert.True(policy.Decide(Alice.Text, "a/read", Plane.Control, type.Text).IsAllowed);
        Assert.False(policy.Decide(Alice.Text, "a/read", Plane.Control, type.Text + "/name/more").IsAllowed);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(700)]
    public void However_much_one_holds_each_scope_is_found(int count)
    {
        var policy = AccessPolicy.Create(
            [Reader],
            [.. Enumerable.Range(0, count).Select(at => Assign(Reader, Alice, Group1.Child("a.b/c", $"n{at}"), $"{at}"))]);
        var compiled = CompiledPolicy.Compile(policy);

        for (var at = 0; at < count + 3; at++)
        {
            var verdict = compiled.Decide(Ask(Alice, "a/read", Group1.Child("a.b/c", $"n{at}").Child("d", "e")));
            Assert.Equal(at < count ? $"{at}" : null, verdict.Assignment?.Id);
        }
    }

    [Fact]
    public void A_text_of_more_than_usual_length_is_understood_too()
    {
        var principal = new string('p', 200) + "é";
        var scope = Group1.Child("a.b/c", new string('n', 300));
        var policy = CompiledPolicy.Compile(AccessPolicy.Create([Reader], [Assign(Reader, Id(principal), scope, "l")]));

        var verdict = policy.Decide(principal, "a/read", Plane.Control, scope.Text.ToUpperInvariant() + "/D/E");

        Assert.Equal("l", verdict.Assignment?.Id);
        Assert.False(policy.Decide(principal, "a/read", Plane.Control, scope.Text.AsSpan()[..^1]).IsAllowed);
    }

    [Fact]
    public void A_change_of_nothing_is_the_same_snapshot()
    {
        Assert.Same(Policy, Policy.With(Assign(Owner, Bob, Subscription, "b")));
        Assert.Same(Policy, Policy.Without(Assign(Owner, Bob, Subscription, "other")));
        Assert.Same(Policy, Policy.Without(Assign(Owner, Id("stranger"), Subscription)));
        Assert.Same(Policy, Policy.With(Owner));
        Assert.Same(Policy, Policy.Without(Contributor));
        Assert.Same(Policy, Policy.With(Deny(Compute, ["*/delete"])));
        Assert.Same(Policy, Policy.Without(Deny(Workspace, ["*/delete"])));
        Assert.Same(Policy, Policy.WithMember(Team, Alice));
        Assert.Same(Policy, Policy.WithoutMember(Team, Bob));
    }

    [Fact]
    public void A_role_that_comes_later_is_named_by_the_assignments_that_wait_for_it()
    {
        var waiting = Policy.With(Assign(Contributor, Alice, Workspace, "c"));

        Assert.False(waiting.Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.True(waiting.With(Contributor).Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.False(waiting.With(Contributor).Without(Contributor)
            .Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
    }

    [Fact]
    [Trait("Rule", "RBAC-07")]
    public void An_assignment_on_a_scope_between_two_known_ones_is_inherited()
    {
        var policy = CompiledPolicy.Compile(AccessPolicy.Create(
                [Owner, Reader], [Assign(Reader, Alice, Compute), Assign(Reader, Alice, Subscription, "s")]))
            .With(Assign(Owner, Alice, Group1, "between"));

        Assert.Equal("between", policy.Decide(Ask(Alice, "a/write", Compute)).Assignment?.Id);
        Assert.False(policy.Decide(Ask(Alice, "a/write", Group10)).IsAllowed);
    }

    [Fact]
    public void A_verdict_about_another_request_is_not_described()
    {
        var verdict = Policy.Decide(Ask(Alice, "a/read", Workspace));

        Assert.Throws<ArgumentException>(() => Policy.Describe(verdict, Ask(Alice, "a/write", Workspace)));
        Assert.Throws<ArgumentException>(() =>
            Policy.Without(Reader).Describe(verdict, Ask(Alice, "a/read", Workspace)));
    }

    [Fact]
    public void A_plane_that_there_is_not_and_too_little_room_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.Resolve(Action("a/read"), (Plane)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.Decide("a", "a/read", (Plane)2, "/"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.Decide("a", "", (Plane)2, ""));
        Assert.Throws<ArgumentException>(() => Policy.DecideMany(new AccessCheck[2], new Verdict[1]));
    }

    private static (PrincipalHandle Who, ActionHandle What, ScopeHandle Where) Handles(
        CompiledPolicy policy, PrincipalId who) => (
        policy.Resolve(Principal.User(who)),
        policy.Resolve(Action("a/write"), Plane.Control),
        policy.Resolve(Workspace));
}
