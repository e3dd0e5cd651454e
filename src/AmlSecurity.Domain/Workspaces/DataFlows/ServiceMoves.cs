using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Workspaces.DataFlows.InferenceEvent;
using static AmlSecurity.Domain.Workspaces.DataFlows.InferenceState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Workspaces.DataFlows.InferenceState,
        AmlSecurity.Domain.Workspaces.DataFlows.DataFlowEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What happens to a web service: deployed, updated, called (FLOW-19 to FLOW-21).</summary>
internal static class ServiceMoves
{
    public static RuleId DeployRule { get; } = FlowSteps.Deploy(HostingTarget.KubernetesService).Rule;

    public static RuleId ScoreRule { get; } = FlowSteps.ScoreOnKubernetes.Rule;

    public static Outcome Deploy(ImageStored state, ServiceDeployed deployed)
    {
        var step = FlowSteps.Deploy(deployed.Authentication.Target);
        if (StepGuard.Refuse(state.Context, step, deployed.Taker, deployed.At) is { } refusal)
        {
            return refusal;
        }

        if (deployed.Authentication.At > deployed.At)
        {
            return StepGuard.Against(step.Rule, "the service is of a later time");
        }

        var revision = new ServiceRevision(deployed.Service, 1);
        var next = new Deployed(state.Context, deployed.At, revision, state.Image, deployed.Authentication)
        {
            LogsDetails = deployed.LogsDetails,
        };
        return Step(
            next,
            Record(next, step, deployed).ToEffects(
                Reports(deployed.Authentication.Assess()),
                [LineageLink.OfService(state.Context, state.Image, revision, deployed)]));
    }

    public static Outcome Update(Deployed state, ServiceUpdated updated)
    {
        var step = FlowSteps.Deploy(state.Authentication.Target);
        if (StepGuard.Refuse(state.Context, step, updated.Taker, updated.At) is { } refusal)
        {
            return refusal;
        }

        if (updated.Source.Context.Workspace != state.Context.Workspace || updated.Source.At > updated.At)
        {
            return StepGuard.Against(step.Rule, "the image is of another workspace or a later time");
        }

        var revision = new ServiceRevision(state.Revision.Service, state.Revision.Number + 1);
        var next = state with { At = updated.At, Revision = revision, Image = updated.Source.Image };
        return Step(
            next,
            Record(next, step, updated).ToEffects(
                links: [LineageLink.OfService(state.Context, next.Image, revision, updated)]));
    }

    public static Outcome ChangeAuthentication(Deployed state, AuthenticationChanged changed)
    {
        var step = FlowSteps.Deploy(state.Authentication.Target);
        if (StepGuard.Refuse(state.Context, step, changed.Taker, changed.At) is { } refusal)
        {
            return refusal;
        }

        if (changed.Change is WebServiceEvent.Called or WebServiceEvent.TokenRequested)
        {
            return StepGuard.Against(AuthenticationRules.WebServiceForms, "it is no change of the service");
        }

        return state.Authentication.Apply(changed.Change).TryPickT0(out var authentication, out var against)
            ? Step(
                state with { At = changed.At, Authentication = authentication.Next },
                Record(state, step, changed).ToEffects(ForWebService(authentication.Effects)))
            : against;
    }

    public static Outcome Call(Deployed state, ServiceCalled called)
    {
        var step = FlowSteps.Score(state.Authentication.Target);
        var isAnonymous = state.Authentication is WebServiceState.Anonymous;
        if (!isAnonymous && RefuseCaller(state, step, called) is { } refusal)
        {
            return refusal;
        }

        if (!state.Authentication.Apply(called.Call).TryPickT0(out var answered, out var against))
        {
            return against;
        }

        // Without authentication nobody was asked who they are, whatever a host thinks to know (DEC-10).
        var record = new StepRecord(state.Context, step, called)
        {
            Access = isAnonymous ? null : called.Caller,
            Actor = isAnonymous ? new AuditActor.Unattributed(UnattributedReason.Anonymous) : null,
            Credential = isAnonymous ? StepCredential.None : step.Credential,
            Outcome = called.Details.StatusCode is >= 400 and var status
                ? new AuditOutcome.Failed($"{status}")
                : new AuditOutcome.Succeeded(),
            Scoring = state.LogsDetails ? called.Details with { RequestId = called.Request } : null,
            Target = NameOf(state),
            Writes = state.LogsDetails ? step.Writes : [],
        };
        return Step(
            state with { At = called.At, Authentication = answered.Next },
            record.ToEffects(
                [.. ForWebService(answered.Effects), .. Reports(DetailsAdvice(state))],
                [LineageLink.OfRequest(state.Context, state.Revision, called.Request, called)]));
    }

    public static Outcome SendTelemetry(Deployed state, TelemetrySent sent) =>
        Step(state with { At = sent.At }, Record(state, FlowSteps.SendTelemetry, sent).ToEffects());

    private static FlowRefusal? RefuseCaller(Deployed state, DataFlowStep step, ServiceCalled called) =>
        called.Caller is null
            ? StepGuard.Against(DataFlowRules.WhoMayTakeAStep, "nobody has decided that the caller may call")
            : called.Call.Credential is WebServiceCredential.None
                ? StepGuard.Against(AuthenticationRules.WebServiceForms, "the call presents nothing")
                : StepGuard.Refuse(
                    step,
                    StepAuthorization.WayOf(called.Call.Credential),
                    called.Caller,
                    state.Context.Workspace);

    private static ImmutableArray<Finding> DetailsAdvice(Deployed state) => state.LogsDetails
        ? []
        : [.. DiagnosticsPolicy.Of(hbiWorkspace: null, applicationInsights: false, state.Context.Rules).Findings
            .Where(finding => finding.Rule == DataFlowRules.ScoringDetails)];

    private static StepRecord Record(Deployed state, DataFlowStep step, DataFlowEvent happened) =>
        new(state.Context, step, happened) { Target = NameOf(state) };

    private static string NameOf(Deployed state) => state.Context.NameOf("services", state.Revision.Service);

    private static IEnumerable<DataFlowEffect> Reports(ImmutableArray<Finding> findings) =>
        findings.Select(finding => new DataFlowEffect.Report(finding));

    private static IEnumerable<DataFlowEffect> ForWebService(ImmutableArray<WebServiceEffect> asked) =>
        asked.Select(DataFlowEffect (effect) => effect is WebServiceEffect.Report report
            ? new DataFlowEffect.Report(report.Finding)
            : new DataFlowEffect.ForWebService(effect));

    private static FlowStep<InferenceState, DataFlowEffect> Step(
        InferenceState next, ImmutableArray<DataFlowEffect> effects) => new(next, effects);
}
