using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>What an explanation says of each assignment and of each deny assignment.</summary>
public sealed class ConsideredTextTests
{
    private const string IsPrivate = "@Environment[isPrivateLink] BoolEquals true";

    [Fact]
    public void Of_deny_assignments()
    {
        ImmutableArray<DenyPrincipal> alice = [new(Alice)];
        var policy = AccessPolicy.Create(
            [Owner],
            [Assign(Owner, Alice, Workspace)],
            [
                Deny(Workspace, ["b/*"], id: "d0"),
                Deny(Workspace, ["*"], Bob, id: "d1"),
                Deny(Workspace, ["*"], except: Alice, id: "d2"),
                Deny(Group1, ["*"], stopsAtScope: true, id: "d3"),
                new DenyAssignment("d4", Group1, [Block(["*"], ["a/write"])], alice, name: "all but writing"),
                Deny(Group1, ["*"], effect: DenyEffect.Audit, id: "d5"),
                Deny(Subscription, ["a/*"], id: "d6"),
                new DenyAssignment(
                    "d7", Subscription, [Block(["*"])], alice, condition: new AccessCondition(IsPrivate, "2.0")),
            ]);

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
            policy.Explain(Ask(Alice, "a/write", Workspace)).Denies.Select(considered => considered.ToString()));
    }

    [Fact]
    public void Of_assignments()
    {
        var (team, all) = (Id("team"), Id("all"));
        var watcher = Role("Watcher", Block(["a/*"], ["a/write"]));
        var guarded = Role("Guarded", Block(["a/*"], condition: IsPrivate));
        var policy = AccessPolicy.Create(
            [Owner, Reader, watcher, guarded],
            [
                Assign(watcher, Alice, Workspace, "a1"),
                Assign(Reader, Alice, Workspace, "a2"),
                Assign(Role("lost"), Alice, Group1, "a3"),
                Assign(Owner, all, Group1, "a4"),
                Assign(guarded, Alice, Group1, "a5", "!(ActionMatches{'b/*'})"),
            ],
            groups: GroupDirectory.Create([new Group(team, [Alice]), new Group(all, [team])]));

        Assert.Equal(
            [
                $"`Watcher` at `{Workspace}`: covers it by `a/*` and excludes it by `a/write`",
                $"`Reader` at `{Workspace}`: does not cover it",
                $"`lost` at `{Group1}`: names a role that is not among the definitions, or several",
                $"`Owner` at `{Group1}` through group `team` in `all`: grants it by `*`",
                $"`Guarded` at `{Group1}`: would grant it by `a/*`, but for a condition that does not hold: "
                    + $"`{IsPrivate}` is false, because an attribute in it is missing",
            ],
            policy.Explain(Ask(Alice, "a/write", Workspace)).Assignments.Select(considered => considered.ToString()));
    }

    [Fact]
    public void A_role_is_called_by_its_name_else_by_its_id_else_not_at_all()
    {
        var id = RoleDefinitionId.Read("8e3af657-a8ff-443c-a75c-2fe8c4bcb635").Expect();

        Assert.Equal("Owner", new RoleReference(id, "Owner").ToString());
        Assert.Equal(id.Name, new RoleReference(id).ToString());
        Assert.Equal("", new RoleReference(null).ToString());
    }
}
