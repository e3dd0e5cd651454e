using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Flows;
using static AmlSecurity.Domain.Workspaces.DataFlows.WorkspaceCreationEvent;
using static AmlSecurity.Domain.Workspaces.DataFlows.WorkspaceCreationState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Workspaces.DataFlows.WorkspaceCreationState,
        AmlSecurity.Domain.Workspaces.DataFlows.DataFlowEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The rows of <see cref="WorkspaceCreation"/>.</summary>
internal static class WorkspaceCreationRows
{
    private const string NotSignedInYet = "nobody is signed in";
    private const string NotAsked = "no workspace was asked for";
    private const string NotHandedOver = "the resource provider was not reached";
    private const string BeingMade = "the workspace is being made";
    private const string Exists = "the workspace exists";

    public static FlowTable<WorkspaceCreationState, WorkspaceCreationEvent, DataFlowEffect> Build() =>
        new FlowTableBuilder<WorkspaceCreationState, WorkspaceCreationEvent, DataFlowEffect>(
            "Workspace creation",
            [typeof(NotSignedIn), typeof(Ready), typeof(Requested), typeof(Provisioning), typeof(Created)],
            [
                typeof(UserSignedIn), typeof(WorkspaceRequested), typeof(HandedOver), typeof(ResourcesMade),
                typeof(ComputeAdded),
            ])
            .On<NotSignedIn, UserSignedIn>(
                FlowSteps.SignIn.Rule, "takes up the sign-in, if it holds a token", [typeof(Ready)], SignIn)
            .Refuse<NotSignedIn, WorkspaceRequested>(FlowSteps.SignIn.Rule, NotSignedInYet)
            .Refuse<NotSignedIn, HandedOver>(FlowSteps.AskForWorkspace.Rule, NotAsked)
            .Refuse<NotSignedIn, ResourcesMade>(FlowSteps.HandOver.Rule, NotHandedOver)
            .Refuse<NotSignedIn, ComputeAdded>(FlowSteps.MakeResources.Rule, "there is no workspace")
            .On<Ready, UserSignedIn>(
                FlowSteps.SignIn.Rule, "takes up another sign-in", [typeof(Ready)], SignIn)
            .On<Ready, WorkspaceRequested>(
                FlowSteps.AskForWorkspace.Rule,
                "asks for the workspace, if whoever is signed in may create one",
                [typeof(Requested)],
                Request)
            .Refuse<Ready, HandedOver>(FlowSteps.AskForWorkspace.Rule, NotAsked)
            .Refuse<Ready, ResourcesMade>(FlowSteps.HandOver.Rule, NotHandedOver)
            .Refuse<Ready, ComputeAdded>(FlowSteps.MakeResources.Rule, "there is no workspace")
            .Refuse<Requested, UserSignedIn>(FlowSteps.HandOver.Rule, BeingMade)
            .Refuse<Requested, WorkspaceRequested>(FlowSteps.HandOver.Rule, BeingMade)
            .On<Requested, HandedOver>(
                FlowSteps.HandOver.Rule,
                "provisions",
                [typeof(Provisioning)],
                (state, e) => Step(
                    new Provisioning(state.Context, e.At), new StepRecord(state.Context, FlowSteps.HandOver, e)))
            .Refuse<Requested, ResourcesMade>(FlowSteps.HandOver.Rule, NotHandedOver)
            .Refuse<Requested, ComputeAdded>(FlowSteps.MakeResources.Rule, BeingMade)
            .Refuse<Provisioning, UserSignedIn>(FlowSteps.HandOver.Rule, BeingMade)
            .Refuse<Provisioning, WorkspaceRequested>(FlowSteps.HandOver.Rule, BeingMade)
            .Refuse<Provisioning, HandedOver>(FlowSteps.HandOver.Rule, BeingMade)
            .On<Provisioning, ResourcesMade>(
                FlowSteps.MakeResources.Rule,
                "makes vault, storage, registry and telemetry in the subscription of the user",
                [typeof(Created)],
                (state, e) => Step(
                    new Created(state.Context, e.At), new StepRecord(state.Context, FlowSteps.MakeResources, e)))
            .Refuse<Provisioning, ComputeAdded>(FlowSteps.MakeResources.Rule, BeingMade)
            .Refuse<Created, UserSignedIn>(FlowSteps.MakeResources.Rule, Exists)
            .Refuse<Created, WorkspaceRequested>(FlowSteps.MakeResources.Rule, Exists)
            .Refuse<Created, HandedOver>(FlowSteps.MakeResources.Rule, Exists)
            .Refuse<Created, ResourcesMade>(FlowSteps.MakeResources.Rule, Exists)
            .On<Created, ComputeAdded>(
                FlowSteps.AddCompute.Rule,
                "adds a compute target, for whoever may create one",
                [typeof(Created)],
                (state, e) => StepGuard.Refuse(state.Context, FlowSteps.AddCompute, e.Taker, e.At) is { } refusal
                    ? refusal
                    : Step(state with { At = e.At }, new StepRecord(state.Context, FlowSteps.AddCompute, e)
                    {
                        Target = state.Context.NameOf("computes", e.Compute),
                    }))
            .Build();

    private static Outcome SignIn(WorkspaceCreationState state, UserSignedIn happened) =>
        StepGuard.RefuseSession(happened.Session, happened.At) is { } refusal
            ? refusal
            : Step(
                new Ready(state.Context, happened.At, happened.Session),
                new StepRecord(state.Context, FlowSteps.SignIn, happened)
                {
                    Actor = AuditActor.Of(StepGuard.PrincipalOf(happened.Session)!),
                });

    private static Outcome Request(Ready state, WorkspaceRequested asked)
    {
        var step = FlowSteps.AskForWorkspace;
        if (StepGuard.Refuse(step, asked.Taker, state.Context.ResourceGroup, asked.At) is { } refusal)
        {
            return refusal;
        }

        return StepGuard.PrincipalOf(state.Session) == asked.Access!.Principal
            ? Step(new Requested(state.Context, asked.At), new StepRecord(state.Context, step, asked))
            : StepGuard.Against(FlowSteps.SignIn.Rule, "somebody else is signed in");
    }

    private static FlowStep<WorkspaceCreationState, DataFlowEffect> Step(
        WorkspaceCreationState next, StepRecord record) => new(next, record.ToEffects());
}
