using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class ReverseQueryTests
{
    private static readonly PrincipalId Team = Id("team");

    private static readonly AccessPolicy Policy = AccessPolicy.Create(
        [Owner, Reader],
        [
            Assign(Owner, Bob, Subscription, "b"),
            Assign(Reader, Team, Group1, "t"),
            Assign(Reader, Id("outsider"), OtherWorkspace, "o"),
        ],
        groups: GroupDirectory.Create([new Group(Team, [Alice, Id("nested")]), new Group(Id("nested"), [Id("carol")])]));

    [Fact]
    [Trait("Rule", "RBAC-01")]
    public void Who_can_read_are_holders_groups_and_their_members()
    {
        var holders = Policy.WhoCan(Action("a/read"), Plane.Control, Workspace);

        Assert.Equal(
            [$"{Alice}", $"{Bob}", "carol", "nested", "team"],
            holders.Select(holder => holder.Principal.Id.Text));
        Assert.Equal(["t", "b", "t", "t", "t"], holders.Select(holder => holder.Decision.Assignment.Id));
        Assert.Equal(
            [PrincipalKind.Group, PrincipalKind.Group],
            holders.Skip(3).Select(holder => holder.Principal.Kind));
        Assert.Equal(
            $"`{Bob}` (Unknown): allowed by assignment `b` of `Owner` at `{SubscriptionText}` (AUTHZ-02)",
            holders[1].ToString());
    }

    [Fact]
    [Trait("Rule", "RBAC-03")]
    public void Whom_a_deny_blocks_is_not_among_them()
    {
        var denied = AccessPolicy.Create(
            Policy.Roles,
            Policy.Assignments,
            [Deny(Workspace, ["*"], Team, except: Id("carol"))],
            Policy.Groups);

        Assert.Equal(
            [$"{Bob}", "carol"],
            denied.WhoCan(Action("a/read"), Plane.Control, Workspace).Select(holder => holder.Principal.Id.Text));
    }

    [Fact]
    [Trait("Rule", "AUTHZ-20")]
    public void A_guest_under_the_rules_of_2020_is_not_among_them()
    {
        var guests = new[] { Principal.Guest(Alice, GuestEvidence.Directory) };

        Assert.DoesNotContain(
            Policy.Under(RuleSet.March2020).WhoCan(Action("a/read"), Plane.Control, Workspace, guests),
            holder => holder.Principal.Id == Alice);
        Assert.Equal(
            Assert.Single(guests),
            Policy.WhoCan(Action("a/read"), Plane.Control, Workspace, guests)[0].Principal);
    }

    [Fact]
    [Trait("Rule", "RBAC-04")]
    public void Attributes_are_heeded()
    {
        var policy = AccessPolicy.Create(
            [Owner], [Assign(Owner, Alice, Workspace, condition: "@Request[known] BoolEquals true")]);

        Assert.Empty(policy.WhoCan(Action("a/read"), Plane.Control, Workspace));
        Assert.Single(policy.WhoCan(Action("a/read"), Plane.Control, Workspace, null, CaseConditions.Known));
        Assert.Empty(policy.WhatCan(Principal.User(Alice), Workspace, [Action("a/read")], Plane.Control));
        Assert.Equal(
            [0],
            policy.WhatCan(Principal.User(Alice), Workspace, [Action("a/read")], Plane.Control, CaseConditions.Known)
                .AsEnumerable());
    }

    [Fact]
    public void What_a_principal_can_do_are_the_places_of_the_list()
    {
        ImmutableArray<ActionName> operations = [Action("a/read"), Action("a/write"), Action("b/read")];

        Assert.Equal([0, 2], Can(Alice, operations, Plane.Control));
        Assert.Equal([0, 1, 2], Can(Bob, operations, Plane.Control));
        Assert.Empty(Can(Bob, operations, Plane.Data));
        Assert.Empty(Can(Bob, default, Plane.Control));

        static IEnumerable<int> Can(PrincipalId who, ImmutableArray<ActionName> operations, Plane plane) =>
            Policy.WhatCan(Principal.User(who), Workspace, operations, plane);
    }

    [Fact]
    public void A_plane_that_there_is_not_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Policy.WhatCan(Principal.User(Bob), Workspace, [], (Plane)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.WhoCan(Action("a/read"), (Plane)7, Workspace));
    }

    [Property(MaxTest = 500 / Law.Share)]
    [Trait("Rule", "RBAC-01")]
    public Property Who_can_is_whoever_the_single_check_allows() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var policy = given.Policy;
            var asked = given.Request;
            var guest = asked.Principal;
            var found = policy.WhoCan(asked.Action, asked.Plane, asked.Scope, [guest], CaseConditions.Known);
            var expected = policy.Assignments.Select(held => held.PrincipalId)
                .Concat(policy.Groups.Groups.SelectMany(group => group.Members.Append(group.Id)))
                .Append(guest.Id)
                .Distinct()
                .OrderBy(id => id.Text, StringComparer.Ordinal)
                .Select(id => asked with { Principal = id == guest.Id ? guest : Principal.User(id) })
                .Where(request => policy.Decide(request).IsAllowed)
                .Select(request => request.Principal.Id);
            return found.Select(holder => holder.Principal.Id).SequenceEqual(expected)
                .And(found.All(holder => policy.Decide(asked with { Principal = holder.Principal }) == holder.Decision))
                .Classify(found.Length > 1, "several")
                .Classify(found.IsEmpty, "nobody");
        });

    [Property(MaxTest = 500 / Law.Share)]
    [Trait("Rule", "RBAC-01")]
    public Property What_can_be_done_is_whatever_the_single_check_allows() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            ImmutableArray<ActionName> operations =
                [.. CaseWorld.Operations.Append(given.Action).Select(Action)];
            var policy = given.Policy;
            var asked = given.Request;
            var found = policy.WhatCan(
                asked.Principal, asked.Scope, operations, asked.Plane, CaseConditions.Known);
            return found.SequenceEqual(operations.Index()
                    .Where(operation => policy.Decide(asked with { Action = operation.Item }).IsAllowed)
                    .Select(operation => operation.Index))
                .Classify(found.Length > 1, "several");
        });
}
