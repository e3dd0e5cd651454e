using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>Results say in one line what they found.</summary>
public sealed class AnalysisRecordTests
{
    private static readonly RoleDefinition Runner = Role("Runner", Block([MlActions.SubmitRun.Text]));

    private static readonly RoleAssignment Assignment = Assign(Runner, Alice, Workspace);

    [Fact]
    public void A_step_says_who_does_what_and_what_allows_it()
    {
        Assert.Equal(
            $"`{Alice}` becomes `{Bob}` through `{Workspace}` by {MlActions.SubmitRun}, allowed by assignment `a1`",
            Step(through: []).ToString());
        Assert.Equal(
            $"`{Alice}` assigns itself a role on `{Workspace}` by {MlActions.SubmitRun}, allowed by assignment `a1`"
                + $" through `{Alice}`, `{Bob}`, under a condition",
            Step(EscalationStepKind.AssignRole, through: [Alice, Bob], isConditional: true).ToString());
        Assert.StartsWith(
            $"`{Alice}` widens a role that it holds on `{Group1}`",
            Step(EscalationStepKind.WidenRole, scope: Group1).ToString(),
            StringComparison.Ordinal);
        Assert.Equal(
            $"{Step()}\n{Step(isConditional: true)}",
            new EscalationPath(Alice, [Step(), Step(isConditional: true)]).ToString());
    }

    [Fact]
    public void A_path_is_conditional_if_one_step_is()
    {
        Assert.True(new EscalationPath(Alice, [Step(), Step(isConditional: true)]).IsConditional);
        Assert.False(new EscalationPath(Alice, [Step()]).IsConditional);
        Assert.False(new EscalationPath(Alice, []).IsConditional);
    }

    [Fact]
    public void An_entry_says_what_is_held_where_as_whom_and_what_it_leads_to()
    {
        Assert.Equal($"`Runner` on `{Workspace}`", Entry().ToString());
        Assert.Equal($"`Runner` on `{Workspace}` as `{Alice}`", Entry(steps: [Step()]).ToString());
        Assert.Equal(
            $"`Runner` on `{Workspace}`, under a condition",
            Entry(assignment: Assign(Runner, Alice, Workspace, condition: "x")).ToString());
        Assert.Equal(
            $"`Runner` on `{Workspace}` as `{Alice}`, under a condition, and can make itself Owner there",
            Entry(steps: [Step(isConditional: true)], takeOver: Step()).ToString());
    }

    [Fact]
    public void An_entry_is_conditional_if_every_block_of_its_role_is()
    {
        var (free, bound) = (Block(["p/a"]), Block(["p/b"], condition: "x"));

        Assert.True(Entry(role: Role("r", bound, bound)).IsConditional);
        Assert.False(Entry(role: Role("r", bound, free)).IsConditional);
    }

    private static EscalationStep Step(
        EscalationStepKind kind = EscalationStepKind.ActAsIdentity,
        ResourceId? scope = null,
        ImmutableArray<PrincipalId>? through = null,
        bool isConditional = false) => new(
            kind,
            Alice,
            new Permit(MlActions.SubmitRun, Assignment, through ?? [Alice], isConditional),
            scope ?? Workspace,
            Bob);

    private static BlastRadiusEntry Entry(
        ImmutableArray<EscalationStep>? steps = null,
        RoleAssignment? assignment = null,
        RoleDefinition? role = null,
        EscalationStep? takeOver = null) =>
        new(Alice, steps ?? [], assignment ?? Assignment, role ?? Runner, [Plane.Control], takeOver);
}
