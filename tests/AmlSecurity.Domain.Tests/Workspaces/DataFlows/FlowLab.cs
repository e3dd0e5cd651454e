using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Authentication;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

/// <summary>A workspace whose contributor Alice goes through all five flows.</summary>
internal static class FlowLab
{
    public static readonly Instant Now = Tokens.Now;
    public static readonly ResourceId Workspace = Examples.Workspace;
    public static readonly SignInState Session = SignedInAt(Now);
    public static readonly Principal Alice = ((SignInState.SignedIn)Session).Principal;

    public static readonly FlowContext Context = new(Workspace, RuleSet.March2020)
    {
        Identity = Principal.ManagedIdentity(Examples.Id("bbbbbbbb-0000-0000-0000-000000000009")),
        CorrelationId = "walk-1",
    };

    public static readonly AccessPolicy Contributors = Holding(Examples.Contributor);
    public static readonly AccessPolicy Readers = Holding(Examples.Reader);

    public static readonly Snapshot Scripts =
        Snapshot.Create(SnapshotEntry.Of("train.py", "print('hello')\n"u8.ToArray())).Expect();

    public static readonly AssetName Model = Name("churn:1");
    public static readonly AssetName Image = Name("churn-image:1");
    public static readonly AssetName Service = Name("churn-service");
    public static readonly AssetName Compute = Name("gpu");
    public static readonly RunId Run = RunId.Read("run-1").Expect();
    public static readonly WebServiceKeyDigest Key = WebServiceKeyDigest.Of("first"u8);
    public static readonly WebServiceKeyDigest OtherKey = WebServiceKeyDigest.Of("second"u8);

    public static AssetName Name(string text) => AssetName.Read(text).Expect();

    public static DataFlowStep Row(string name) => DataFlowSteps.All.Single(step => step.Name == name);

    public static AccessPolicy Holding(params RoleDefinition[] roles) => AccessPolicy.Create(
        [Examples.Owner, Examples.Contributor, Examples.Reader, .. roles.Where(role => role.Kind == RoleKind.Custom)],
        roles.Select((role, at) => Examples.Assign(role, Examples.Alice, Examples.Group1, $"a{at}")))
        .Under(RuleSet.March2020);

    public static SignInState SignedInAt(Instant now) => SignIn.Begin(RuleSet.March2020)
        .Apply(new SignInEvent.ClaimsPresented(Tokens.Of(now), now)).Expect().Next;

    public static StepTaker Taker(string step, AccessPolicy? policy = null, SignInState? session = null) => new(
        session ?? Session,
        StepAuthorization.Decide(
            policy ?? Contributors,
            Alice,
            Row(step),
            step == "ask for a workspace" ? Examples.Group1 : Workspace));

    public static FlowStep<RunState, RunEffect> Submission(Instant at) => RunFlow.Submit(
        Contributors,
        new RunScope(Run, Workspace, Alice, MlActions.WriteRun),
        new RunPolicy(Duration.FromHours(8), Duration.FromMinutes(10)),
        at).Expect();

    public static WebServiceState Kubernetes(Instant at) => WebService.BeginOnKubernetes(Key, OtherKey, at);

    public static WebServiceEvent.Called CallWithKey(Instant at) => new(new WebServiceCredential.Key(Key), at);

    public static StepDecision Caller(WebServiceCredential credential, AccessPolicy? policy = null) =>
        StepAuthorization.DecideCall(policy ?? Contributors, Alice, credential, Workspace);

    public static IEnumerable<T> Of<T>(this IEnumerable<DataFlowEffect> effects)
        where T : DataFlowEffect => effects.OfType<T>();
}
