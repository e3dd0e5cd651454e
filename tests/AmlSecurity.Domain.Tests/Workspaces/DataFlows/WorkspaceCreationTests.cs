using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Authentication;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Tests.Flows;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowCourse;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;
using static AmlSecurity.Domain.Workspaces.DataFlows.WorkspaceCreationEvent;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class WorkspaceCreationTests
{
    private static readonly WorkspaceCreationState Begun = WorkspaceCreation.Begin(Context, At(0));

    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        WorkspaceCreation.Table.Rows,
        """
        NotSignedIn + UserSignedIn: Ready (FLOW-01)
        NotSignedIn + WorkspaceRequested: no (FLOW-01)
        NotSignedIn + HandedOver: no (FLOW-02)
        NotSignedIn + ResourcesMade: no (FLOW-03)
        NotSignedIn + ComputeAdded: no (FLOW-04)
        Ready + UserSignedIn: Ready (FLOW-01)
        Ready + WorkspaceRequested: Requested (FLOW-02)
        Ready + HandedOver: no (FLOW-02)
        Ready + ResourcesMade: no (FLOW-03)
        Ready + ComputeAdded: no (FLOW-04)
        Requested + UserSignedIn: no (FLOW-03)
        Requested + WorkspaceRequested: no (FLOW-03)
        Requested + HandedOver: Provisioning (FLOW-03)
        Requested + ResourcesMade: no (FLOW-03)
        Requested + ComputeAdded: no (FLOW-04)
        Provisioning + UserSignedIn: no (FLOW-03)
        Provisioning + WorkspaceRequested: no (FLOW-03)
        Provisioning + HandedOver: no (FLOW-03)
        Provisioning + ResourcesMade: Created (FLOW-04)
        Provisioning + ComputeAdded: no (FLOW-04)
        Created + UserSignedIn: no (FLOW-04)
        Created + WorkspaceRequested: no (FLOW-04)
        Created + HandedOver: no (FLOW-04)
        Created + ResourcesMade: no (FLOW-04)
        Created + ComputeAdded: Created (FLOW-05)
        """);

    [Fact]
    [Trait("Rule", "FLOW-01")]
    [Trait("Rule", "FLOW-02")]
    [Trait("Rule", "FLOW-03")]
    [Trait("Rule", "FLOW-05")]
    public void A_workspace_is_created_step_by_step_and_each_step_is_told()
    {
        var trace = DataFlowReplay.Run(WorkspaceCreation.Table, Begun, OfWorkspace());

        Assert.IsType<WorkspaceCreationState.Created>(trace.State);
        Assert.Empty(trace.Refusals);
        Assert.Equal(
            [
                "sign in", "Microsoft.MachineLearningServices/workspaces/write", "hand over to the resource provider",
                "make vault, storage, registry and telemetry",
                "Microsoft.MachineLearningServices/workspaces/computes/write",
            ],
            trace.Records.Select(record => record.Operation));
        Assert.Equal(
            [StepCredential.DirectorySignIn, StepCredential.ArmToken, StepCredential.NotStated, StepCredential.NotStated, StepCredential.ArmToken],
            trace.Effects.Of<DataFlowEffect.UseCredential>().Select(effect => effect.Credential));
        Assert.Equal(
            [false, true, false, false, true],
            trace.Effects.Of<DataFlowEffect.Emit>().Select(effect => effect.IsInActivityLog));
        Assert.All(trace.Records, record => Assert.Equal("walk-1", record.CorrelationId));
    }

    [Fact]
    [Trait("Rule", "FLOW-04")]
    public void With_the_workspace_its_stores_are_made_and_no_others()
    {
        var trace = DataFlowReplay.Run(WorkspaceCreation.Table, Begun, OfWorkspace());

        Assert.Equal(
            [StoreKind.WorkspaceVault, StoreKind.WorkspaceBlobs, StoreKind.WorkspaceFiles, StoreKind.ContainerRegistry, StoreKind.ApplicationInsights],
            trace.Effects.Of<DataFlowEffect.MakeStore>().Select(effect => effect.Store));
    }

    [Fact]
    [Trait("Rule", "FLOW-01")]
    public void A_sign_in_without_a_token_leads_nowhere()
    {
        var signIn = SignIn.Begin(RuleSet.March2020);
        var guest = signIn.Apply(new SignInEvent.ClaimsPresented(Tokens.Of(("acct", "1")), Now)).Expect().Next;
        var factor = SignIn.Begin(new SignInPolicy(RuleSet.March2020, RequiresMfa: true))
            .Apply(new SignInEvent.ClaimsPresented(Tokens.Of(), Now)).Expect().Next;

        Assert.Equal("AUTHZ-20", Refusal(Begun, new UserSignedIn(guest, "e", At(0))).Rule!.Text);
        Assert.Equal("another factor is missing (AUTHN-01)", $"{Refusal(Begun, new UserSignedIn(factor, "e", At(0)))}");
        Assert.Equal("nobody is signed in (AUTHN-03)", $"{Refusal(Begun, new UserSignedIn(signIn, "e", At(0)))}");
        Assert.Equal("the token is not within its time (AUTHN-03)", $"{Refusal(Begun, new UserSignedIn(Session, "e", At(60)))}");
    }

    [Fact]
    [Trait("Rule", "FLOW-02")]
    [Trait("Rule", "DEC-16")]
    public void A_reader_creates_no_workspace_and_adds_no_compute_target()
    {
        var ready = Begun.Apply(OfWorkspace()[0]).Expect().Next;
        var created = DataFlowReplay.Run(WorkspaceCreation.Table, Begun, OfWorkspace()).State;

        Assert.Equal(
            "the matrix gives it to Contributor at least (AUTHZ-03)",
            $"{Refusal(ready, new WorkspaceRequested(Taker("ask for a workspace", Readers), "e", At(1)))}");
        Assert.Equal(
            "AUTHZ-06",
            Refusal(created, new ComputeAdded(Taker("add a compute target", Readers), Compute, "e", At(5))).Rule!.Text);
    }

    [Fact]
    [Trait("Rule", "DEC-16")]
    public void A_decision_about_something_else_carries_no_step()
    {
        var ready = Begun.Apply(OfWorkspace()[0]).Expect().Next;
        var step = Row("ask for a workspace");
        var bob = Principal.User(Examples.Bob);

        Assert.Equal("the decision is about another operation (DEC-16)", Told(Taker("submit a run")));
        Assert.Equal("the decision is about another scope (DEC-16)", Told(Taker(StepAuthorization.Decide(Contributors, Alice, step, Workspace))));
        Assert.Equal("the decision is about another principal (DEC-16)", Told(Taker(StepAuthorization.Decide(Contributors, bob, step, Examples.Group1))));
        Assert.Equal("the token is not within its time (AUTHN-03)", Told(Taker("ask for a workspace", session: SignedInAt(Now - Duration.FromHours(2)))));

        string Told(StepTaker taker) => $"{Refusal(ready, new WorkspaceRequested(taker, "e", At(1)))}";
        StepTaker Taker(object what, SignInState? session = null) => what is StepDecision decision
            ? new StepTaker(Session, decision)
            : FlowLab.Taker((string)what, session: session);
    }

    [Fact]
    public void A_context_is_about_a_workspace_in_a_resource_group() =>
        Assert.Throws<ArgumentException>(() => new FlowContext(Examples.Group1, RuleSet.March2020));

    [Fact]
    public void Whoever_signed_in_is_named_and_a_service_of_Microsoft_is_not()
    {
        var actors = DataFlowReplay.Run(WorkspaceCreation.Table, Begun, OfWorkspace()).Records.Select(record => record.Actor).ToArray();

        Assert.Equal(AuditActor.Of(Alice), actors[0]);
        Assert.Equal(AuditActor.Of(Alice), actors[1]);
        Assert.Equal(new AuditActor.Unattributed(UnattributedReason.NotNamed), actors[2]);
    }

    private static Domain.Flows.FlowRefusal Refusal(WorkspaceCreationState state, WorkspaceCreationEvent happened) =>
        state.Apply(happened).AsT1;
}
