using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Workspaces.DataFlows;
using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/data-flows.md</c>.</summary>
public sealed class DataFlowExample
{
    [Fact]
    public void A_contributor_keeps_scripts()
    {
        var (workspace, now, alice, session) = (FlowLab.Workspace, FlowLab.Now, FlowLab.Alice, FlowLab.Session);
        var scripts = FlowLab.Scripts;
        var identity = Principal.ManagedIdentity(PrincipalId.Read("bbbbbbbb-0000-0000-0000-000000000009").Expect());
        var policy = FlowLab.Contributors;
        var step = FlowLab.Row("keep the scripts in storage");

        // <example>
        var context = new FlowContext(workspace, RuleSet.March2020) { Identity = identity };
        var gathered = SourceSaving.Begin(context, now)
            .Apply(new SourceSavingEvent.ScriptsGathered(scripts, "e1", now)).Expect().Next;

        var access = StepAuthorization.Decide(policy, alice, step, workspace);
        var kept = gathered.Apply(new SourceSavingEvent.ScriptsKept(new StepTaker(session, access), "e2", now));
        // </example>

        Assert.IsType<SourceSavingState.Kept>(kept.Expect().Next);
    }
}
