using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

[Trait("Rule", "ROLE-02")]
public sealed class EscalationTests
{
    private const string Condition = "((@Request[a:b] StringEquals 'c'))";

    private static readonly PrincipalId Team = Id("team");
    private static readonly PrincipalId Robot = Id("robot");
    private static readonly PrincipalId Other = Id("other-robot");

    private static readonly RoleDefinition Access = Role("Access", Block([MlActions.AssignRole.Text]));
    private static readonly RoleDefinition Runner = Role("Runner", Block([MlActions.SubmitRun.Text]));

    private static readonly RoleDefinition Editor = new(
        "Editor", [Block([EscalationWays.WriteRoleDefinitions.Action.Text])], assignableScopes: [Group1]);

    [Fact]
    public void Who_writes_assignments_above_makes_themselves_Owner_through_a_group()
    {
        var path = Assert.Single(Find(
            [Access], [Assign(Access, Team, Subscription)], groups: new Group(Team, [Alice])));
        var step = Assert.Single(path.Steps);

        Assert.Equal(Alice, path.Principal);
        Assert.Equal((EscalationStepKind.AssignRole, Workspace), (step.Kind, step.Scope));
        Assert.Equal([Team], step.Through.AsEnumerable());
        Assert.False(path.IsConditional);
        Assert.Contains("assigns itself a role on", path.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Owner_needs_no_step_and_Contributor_and_a_sibling_have_none()
    {
        var paths = Find(
            [Owner, Contributor, Access],
            [
                Assign(Owner, Alice, Group1), Assign(Contributor, Bob, Group1, "a2"),
                Assign(Access, Robot, OtherWorkspace, "a3"),
            ]);

        Assert.Equal(Alice, Assert.Single(paths).Principal);
        Assert.Empty(paths[0].Steps);
        Assert.Contains("already", paths[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_write_a_custom_role_that_they_hold_widens_it()
    {
        var step = Assert.Single(Assert.Single(Find([Editor], [Assign(Editor, Alice, Group1)])).Steps);

        Assert.Equal(EscalationStepKind.WidenRole, step.Kind);
        Assert.Equal(EscalationWays.WriteRoleDefinitions.Action, step.Action);
    }

    [Fact]
    public void A_role_that_can_be_assigned_elsewhere_too_or_is_built_in_cannot_be_widened()
    {
        var wide = new RoleDefinition("Editor", Editor.Blocks, assignableScopes: [Group1, Group10]);
        var builtIn = new RoleDefinition(
            "Editor", Editor.Blocks, kind: RoleKind.BuiltIn, assignableScopes: [Group1]);

        Assert.Empty(Find([wide], [Assign(wide, Alice, Group1)]));
        Assert.Empty(Find([builtIn], [Assign(builtIn, Alice, Group1)]));
    }

    [Fact]
    public void Who_runs_code_on_a_workspace_becomes_its_identity()
    {
        var path = Find(
            [Runner, Access],
            [Assign(Runner, Alice, OtherWorkspace), Assign(Access, Robot, Group1, "a2")],
            [new IdentityFact(OtherWorkspace, Robot)])
            .Single(found => found.Principal == Alice);

        Assert.Equal(
            [EscalationStepKind.ActAsIdentity, EscalationStepKind.AssignRole], path.Steps.Select(step => step.Kind));
        Assert.Equal((Robot, Alice), (path.Steps[0].Becomes, path.Steps[0].Actor));
        Assert.Equal(Robot, path.Steps[1].Actor);
    }

    [Fact]
    public void The_path_has_the_fewest_steps_and_circles_of_identities_end()
    {
        var third = Group1.Child(MlProvider + "/workspaces", "third");
        var path = Find(
            [Runner, Access],
            [
                Assign(Runner, Alice, OtherWorkspace), Assign(Runner, Robot, third, "a2"),
                Assign(Runner, Other, OtherWorkspace, "a3"), Assign(Access, Other, Workspace, "a4"),
                Assign(Runner, Alice, third, "a5"),
            ],
            [new IdentityFact(OtherWorkspace, Robot), new IdentityFact(third, Other)])
            .Single(found => found.Principal == Alice);

        Assert.Equal([Other, null], path.Steps.Select(step => step.Becomes));
    }

    [Fact]
    public void Who_takes_a_workspace_over_runs_code_there()
    {
        var path = Find(
            [Access, Owner],
            [Assign(Access, Alice, OtherWorkspace), Assign(Owner, Robot, Workspace, "a2")],
            [new IdentityFact(OtherWorkspace, Robot)])
            .Single(found => found.Principal == Alice);

        Assert.Equal(
            [EscalationStepKind.AssignRole, EscalationStepKind.ActAsIdentity, EscalationStepKind.AssignRole],
            path.Steps.Select(step => step.Kind));
    }

    [Fact]
    public void A_user_assigned_identity_is_lent_by_its_own_operations()
    {
        var identity = Group1.Child("Microsoft.ManagedIdentity/userAssignedIdentities", "robot");
        var lender = Role("Lender", Block(["Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action"]));
        var paths = Find(
            [lender, Access, Runner],
            [Assign(lender, Alice, Group1), Assign(Access, Robot, Group1, "a2"), Assign(Runner, Bob, Group1, "a3")],
            [new IdentityFact(identity, Robot)]);

        Assert.Equal([Alice, Robot], paths.Select(path => path.Principal));
    }

    [Fact]
    [Trait("Rule", "RBAC-04")]
    public void A_condition_is_flagged_unless_there_is_a_way_without()
    {
        var careful = Assign(Access, Alice, Workspace, condition: Condition);
        var path = Assert.Single(Find([Access], [careful]));

        Assert.True(path.IsConditional);
        Assert.Equal(careful, path.Steps[0].Assignment);
        Assert.Contains("under a condition", path.ToString(), StringComparison.Ordinal);
        Assert.False(Assert.Single(Find(
            [Access, Editor], [careful, Assign(Editor, Alice, Group1, "a2")])).IsConditional);

        var block = Role("Careful", Block(["*"], condition: Condition));
        Assert.True(Assert.Single(Find([block], [Assign(block, Alice, Workspace)])).IsConditional);
    }

    [Fact]
    [Trait("Rule", "RBAC-03")]
    public void A_deny_assignment_stops_the_step()
    {
        var policy = AccessPolicy.Create(
            [Access],
            [Assign(Access, Alice, Subscription)],
            [Deny(Group1, ["Microsoft.Authorization/*"])]);

        Assert.Empty(Escalation.Find(policy, Workspace, []));
        Assert.Single(Escalation.Find(policy, Group10, []));
    }

    [Fact]
    public void Paths_are_equal_by_principal_and_steps()
    {
        var one = Find([Access], [Assign(Access, Alice, Workspace)]);
        var other = Find([Access], [Assign(Access, Alice, Workspace)]);

        Assert.Equal(one.AsEnumerable(), other);
        Assert.Equal(one[0].GetHashCode(), other[0].GetHashCode());
        Assert.NotEqual(one[0], Find([Access], [Assign(Access, Bob, Workspace)])[0]);
    }

    [Fact]
    public void What_is_not_there_is_a_bug_of_the_caller()
    {
        var policy = AccessPolicy.Create([], []);

        Assert.Throws<ArgumentNullException>(() => Escalation.Find(null!, Workspace, []));
        Assert.Throws<ArgumentNullException>(() => Escalation.Find(policy, null!, []));
        Assert.Throws<ArgumentNullException>(() => Escalation.Find(policy, Workspace, [null!]));
    }

    private static ImmutableArray<EscalationPath> Find(
        RoleDefinition[] roles,
        RoleAssignment[] assignments,
        IdentityFact[]? facts = null,
        params Group[] groups) => Escalation.Find(
            AccessPolicy.Create(roles, assignments, groups: GroupDirectory.Create(groups)), Workspace, facts ?? []);
}
