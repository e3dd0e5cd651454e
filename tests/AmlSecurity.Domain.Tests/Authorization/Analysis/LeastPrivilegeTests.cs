using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

public sealed class LeastPrivilegeTests
{
    private static readonly OperationInventory Operations = OperationInventory.Create(
        [.. "p/a/read p/a/write p/b/read p/b/write q/read q/write".Split(' ').Select(Action)], [Action("d/read")]);

    [Fact]
    [Trait("Rule", "AUTHZ-16")]
    public void The_exact_role_grants_what_was_used_and_nothing_else()
    {
        var least = Find(["p/b/write", "P/a/read", "p/A/read"]);
        var role = least.ToRole("exact", [Workspace]);

        Assert.Equal(["P/a/read", "p/b/write"], least.Used.Select(action => action.Text));
        Assert.Equal([0, 3], role.Effective(Operations.Control, Plane.Control).AsEnumerable());
        Assert.Equal(
            RoleRelation.Equal,
            RoleComparison.Compare(role, Role("r", Block(["p/a/read", "p/b/write"])), Plane.Control).Relation);
        Assert.Equal([Workspace], role.AssignableScopes.AsEnumerable());
        Assert.Equal(RoleKind.Custom, role.Kind);
    }

    [Fact]
    public void Covering_roles_come_by_surplus_then_by_size()
    {
        var least = Find(
            ["p/a/read"],
            Role("all", Block(["*"])),
            Role("reads with data", Block(["*/read"], data: ["*"])),
            Role("long", Block(["p/a/read", "p/a/write"])),
            Role("short", Block(["p/a/*"])),
            Role("other", Block(["q/*"])));

        Assert.Equal(
            ["short: 1 operations more", "long: 1 operations more", "reads with data: 3 operations more",
                "all: 5 operations more"],
            least.Covering.Select(role => role.ToString()));
        Assert.Equal(["short"], least.Together.Select(role => role.Name));
    }

    [Fact]
    public void What_stands_under_a_condition_does_not_cover_and_is_surplus()
    {
        const string Condition = "((@Resource[a:b] StringEquals 'c'))";
        var least = Find(
            ["p/a/read"],
            Role("careful", Block(["p/a/read"], condition: Condition)),
            Role("both", Block(["p/a/read"]), Block(["q/*"], condition: Condition)));

        Assert.Equal(["both: 2 operations more"], least.Covering.Select(role => role.ToString()));
    }

    [Fact]
    public void Several_roles_cover_together_what_none_covers_alone()
    {
        var least = Find(
            ["p/a/read", "q/write", "x/y"],
            Role("p", Block(["p/*"])),
            Role("p/a", Block(["p/a/*"])),
            Role("q", Block(["q/*"])));

        Assert.Empty(least.Covering);
        Assert.Equal(["p/a", "q"], least.Together.Select(role => role.Name));
        Assert.Equal([Action("x/y")], least.Uncovered.AsEnumerable());
    }

    [Fact]
    public void Of_the_catalogue_only_roles_that_cover_come_before_Contributor_and_Owner()
    {
        var roles = RoleCatalogue.Under(RuleSet.Current);
        var least = LeastPrivilege.For(
            [MlActions.SubmitRun, MlActions.WriteModel],
            Plane.Control,
            roles,
            OperationInventory.Create(MlOperationCatalogue.Operations, []));

        Assert.All(least.Covering, found => Assert.Equal(
            [0, 1], found.Role.Effective([MlActions.SubmitRun, MlActions.WriteModel], Plane.Control).AsEnumerable()));
        Assert.Contains(least.Covering, found => found.Role.Name == "AzureML Data Scientist");
        Assert.NotEqual("Owner", least.Covering[0].Role.Name);
        Assert.Single(least.Together);
    }

    [Fact]
    public void Nothing_used_needs_no_role()
    {
        var least = Find([], Role("p", Block(["p/*"])));

        Assert.Empty(least.Covering);
        Assert.Empty(least.Together);
        Assert.Empty(least.Uncovered);
    }

    [Fact]
    public void What_is_not_there_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => LeastPrivilege.For(null!, Plane.Control, [], Operations));
        Assert.Throws<ArgumentNullException>(() => LeastPrivilege.For([], Plane.Control, [null!], Operations));
        Assert.Throws<ArgumentNullException>(() => LeastPrivilege.For([], Plane.Control, [], null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => LeastPrivilege.For([], (Plane)2, [], Operations));
    }

    private static LeastPrivilege Find(string[] used, params RoleDefinition[] roles) =>
        LeastPrivilege.For(used.Select(Action), Plane.Control, roles, Operations);
}
