using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>A workspace whose contributor Alice submits a run.</summary>
internal static class RunWorld
{
    private const string Subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";
    private const string Provider = "/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/";

    public static readonly Instant Now = Tokens.Now;
    public static readonly ResourceId Workspace = ResourceId.Read($"{Subscription}{Provider}churn").Expect();
    public static readonly ResourceId OtherWorkspace = ResourceId.Read($"{Subscription}{Provider}fraud").Expect();
    public static readonly Principal Alice = Principal.User(PrincipalId.Read(Tokens.Alice).Expect());
    public static readonly RunPolicy Policy = new(Duration.FromHours(8), Duration.FromMinutes(10));

    public static readonly AccessPolicy Access = AccessPolicy.Read(
        """
        [{ "Name": "Data Scientist", "IsCustom": true,
           "Actions": ["Microsoft.MachineLearningServices/workspaces/*"],
           "NotActions": ["Microsoft.MachineLearningServices/workspaces/delete"],
           "AssignableScopes": ["/subscriptions/11111111-1111-1111-1111-111111111111"] }]
        """u8,
        """
        [{ "id": "a1", "principalId": "aaaaaaaa-0000-0000-0000-000000000001", "principalType": "User",
           "roleDefinitionName": "Data Scientist",
           "scope": "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml" }]
        """u8).Expect();

    public static RunScope Scope(params ActionName[] permissions) =>
        new(RunId.Read("run-1").Expect(), Workspace, Alice, permissions);

    public static RunState Submitted(RunPolicy? policy = null) =>
        RunFlow.Submit(Access, Scope(MlActions.WriteRun), policy ?? Policy, Now).Expect().Next;

    public static RunState WithToken() => After(Submitted(), Minted(Now, 60));

    public static RunState Running() => After(WithToken(), new RunEvent.Started(Now));

    public static RunEvent.TokenMinted Minted(Instant at, int minutes) =>
        new(new TokenLifetime(at, at + Duration.FromMinutes(minutes)), at);

    public static RunState After(RunState state, RunEvent happened) => Step(state, happened).Next;

    public static FlowStep<RunState, RunEffect> Step(RunState state, RunEvent happened) =>
        state.Apply(happened).Expect();
}
