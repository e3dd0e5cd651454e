using AmlSecurity.Domain;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using BenchmarkDotNet.Attributes;
using NodaTime;
using OneOf;

namespace AmlSecurity.Benchmarks.Authentication;

/// <summary>One step of each flow, beside a step written by hand as a switch over the same types.</summary>
[MemoryDiagnoser]
public class FlowBenchmarks
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 12, 0);

    private readonly SignInEvent _call = new SignInEvent.CallRequested(Duration.FromMinutes(1), Now);
    private readonly WebServiceKeyDigest _second = WebServiceKeyDigest.Of("second"u8);
    private SignInEvent _present = null!;
    private SignInState _begun = null!;
    private SignInState.SignedIn _signedIn = null!;
    private RunState _running = null!;
    private RunEvent _calledBack = null!;
    private RunEvent _elsewhere = null!;
    private WebServiceState _service = null!;
    private WebServiceEvent _called = null!;

    [GlobalSetup]
    public void Setup()
    {
        _begun = SignIn.Begin(RuleSet.March2020);
        _present = new SignInEvent.ClaimsPresented(TokenClaims.Create(
        [
            new("ver", "1.0"),
            new("aud", "https://management.azure.com/"),
            new("iss", "https://sts.windows.net/fa15d692-e9c7-4460-a743-29f2956fd429/"),
            new("tid", "fa15d692-e9c7-4460-a743-29f2956fd429"),
            new("oid", "aaaaaaaa-0000-0000-0000-000000000001"),
            new("acct", "0"),
            new("scp", "user_impersonation"),
            new("exp", $"{Now.ToUnixTimeSeconds() + 3600}"),
        ]).Expect(), Now);
        _signedIn = (SignInState.SignedIn)_begun.Apply(_present).Expect().Next;
        SetupRun();
        _service = WebService.BeginOnKubernetes(WebServiceKeyDigest.Of("first"u8), _second, Now);
        _called = new WebServiceEvent.Called(new WebServiceCredential.Key(_second), Now);
        if (!Equals(SwitchByHand().AsT0, PresentToken().AsT0)
            || CallBack().IsT1 || CallElsewhere().IsT0 || CallService().IsT1)
        {
            throw new InvalidOperationException("a step does not lead where it should");
        }
    }

    /// <summary>What a flow would be without a table: the same checks and results.</summary>
    [Benchmark(Baseline = true)]
    public OneOf<FlowStep<SignInState, SignInEffect>, FlowRefusal> SwitchByHand() =>
        HandWrittenSignIn.Apply(_signedIn, _call);

    [Benchmark]
    public OneOf<FlowStep<SignInState, SignInEffect>, FlowRefusal> PresentToken() => _signedIn.Apply(_call);

    [Benchmark]
    public OneOf<FlowStep<SignInState, SignInEffect>, FlowRefusal> SignInByClaims() => _begun.Apply(_present);

    [Benchmark]
    public OneOf<FlowStep<RunState, RunEffect>, FlowRefusal> CallBack() => _running.Apply(_calledBack);

    [Benchmark]
    public OneOf<FlowStep<RunState, RunEffect>, FlowRefusal> CallElsewhere() => _running.Apply(_elsewhere);

    [Benchmark]
    public OneOf<FlowStep<WebServiceState, WebServiceEffect>, FlowRefusal> CallService() => _service.Apply(_called);

    private void SetupRun()
    {
        const string Group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml";
        var workspace = ResourceId.Read($"{Group}/providers/Microsoft.MachineLearningServices/workspaces/churn").Expect();
        var alice = Principal.User(PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000001").Expect());
        var access = AccessPolicy.Read(
            """[{ "Name": "Owner", "Id": "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Actions": ["*"] }]"""u8,
            System.Text.Encoding.UTF8.GetBytes($$"""
            [{ "id": "a", "principalId": "{{alice.Id}}", "roleDefinitionName": "Owner", "scope": "{{Group}}" }]
            """)).Expect();
        var submitted = RunFlow.Submit(
            access,
            new RunScope(RunId.Read("run").Expect(), workspace, alice, MlActions.WriteRun),
            new RunPolicy(Duration.FromHours(8), Duration.FromMinutes(10)),
            Now).Expect().Next;
        var issued = submitted.Apply(
            new RunEvent.TokenMinted(new TokenLifetime(Now, Now + Duration.FromHours(1)), Now)).Expect().Next;
        _running = issued.Apply(new RunEvent.Started(Now)).Expect().Next;
        _calledBack = new RunEvent.CalledBack(workspace, Now);
        _elsewhere = new RunEvent.CalledBack(workspace.Parent!, Now);
    }
}
