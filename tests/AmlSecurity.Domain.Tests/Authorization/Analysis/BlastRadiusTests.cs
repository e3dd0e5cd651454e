using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

[Trait("Rule", "ROLE-02")]
public sealed class BlastRadiusTests
{
    private const string Condition = "((@Request[a:b] StringEquals 'c'))";

    private static readonly PrincipalId Team = Id("team");
    private static readonly PrincipalId Robot = Id("robot");

    private static readonly RoleDefinition Access = Role("Access", Block([MlActions.AssignRole.Text]));
    private static readonly RoleDefinition Runner = Role("Runner", Block([MlActions.SubmitRun.Text]));

    [Fact]
    public void It_has_groups_identities_planes_and_take_overs()
    {
        var data = Role("Blobs", Block([], data: ["d/*"]));
        var both = Role("Both", Block(["p/read"], data: ["d/*"]));
        var policy = AccessPolicy.Create(
            [Runner, Access, data, both, Role("Empty")],
            [
                Assign(Runner, Team, Workspace), Assign(Access, Robot, Group10, "a2"),
                Assign(data, Robot, Subscription, "a3", Condition), Assign(both, Alice, OtherWorkspace, "a4"),
                Assign(Owner, Bob, Subscription, "a5"), Assign(Role("Empty"), Alice, Subscription, "a6"),
            ],
            groups: GroupDirectory.Create([new Group(Team, [Alice])]));
        var radius = BlastRadius.Of(policy, Alice, [new IdentityFact(Workspace, Robot)]);

        Assert.Equal([Alice, Robot], radius.Identities.AsEnumerable());
        Assert.Equal(["a1", "a4", "a2", "a3"], radius.Entries.Select(entry => entry.Assignment.Id));
        Assert.Equal([Plane.Control, Plane.Data], radius.Entries[1].Planes.AsEnumerable());
        Assert.Equal([Plane.Data], radius.Entries[3].Planes.AsEnumerable());
        Assert.Equal([false, false, false, true], radius.Entries.Select(entry => entry.IsConditional));
        Assert.Equal([Group10], radius.Entries.Where(entry => entry.TakeOver is not null).Select(entry => entry.Scope));
        Assert.Equal(EscalationStepKind.ActAsIdentity, Assert.Single(radius.Entries[2].Steps).Kind);
        Assert.EndsWith("and can make itself Owner there", radius.Entries[2].ToString(), StringComparison.Ordinal);
        Assert.Empty(BlastRadius.Of(policy, Id("nobody"), []).Entries);
        Assert.Equal(
            radius.Entries.AsEnumerable(), BlastRadius.Of(policy, Alice, [new IdentityFact(Workspace, Robot)]).Entries);
    }

    [Fact]
    public void What_is_not_there_is_a_bug_of_the_caller()
    {
        var policy = AccessPolicy.Create([], []);

        Assert.Throws<ArgumentNullException>(() => BlastRadius.Of(null!, Alice, []));
        Assert.Throws<ArgumentNullException>(() => BlastRadius.Of(policy, null!, []));
        Assert.Throws<ArgumentNullException>(() => BlastRadius.Of(policy, Alice, [null!]));
    }
}
