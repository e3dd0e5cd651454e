using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>What an explanation says of each assignment.</summary>
public sealed class ConsideredAssignmentTextTests
{
    private const string IsPrivate = "@Environment[isPrivateLink] BoolEquals true";

    [Fact]
    public void An_assignment_says_what_it_made_of_the_request()
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
