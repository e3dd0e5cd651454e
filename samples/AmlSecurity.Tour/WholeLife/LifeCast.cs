using AmlSecurity.Domain;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;

namespace AmlSecurity.Tour.WholeLife;

/// <summary>Who takes part: Olga owns the resource group, Sam may only read, and the workspace has its identity.</summary>
internal static class LifeCast
{
    private const string Tenant = "fa15d692-e9c7-4460-a743-29f2956fd429";

    public static Instant Start { get; } = Instant.FromUtc(2020, 3, 16, 8, 0);

    public static ResourceId ResourceGroup { get; } =
        ResourceId.ForResourceGroup("2d246f75-be41-4fa4-a5d2-329d83e1d1f6", "rg-churn");

    public static ResourceId Workspace { get; } =
        ResourceGroup.Child("Microsoft.MachineLearningServices/workspaces", "churn");

    public static Principal Olga { get; } = WhoSignsInAs("0a000000-0000-4000-8000-000000000001");

    public static Principal Sam { get; } = WhoSignsInAs("0a000000-0000-4000-8000-000000000002");

    public static AccessPolicy Policy { get; } = AccessPolicy.Create(
        [RoleOf("Owner"), RoleOf("Reader")],
        [Holds(Olga, "Owner", "assignment-of-olga"), Holds(Sam, "Reader", "assignment-of-sam")])
        .Under(RuleSet.March2020);

    public static FlowContext Context { get; } = new(Workspace, RuleSet.March2020)
    {
        Identity = Principal.ManagedIdentity(PrincipalId.Read("0a000000-0000-4000-8000-000000000009").Expect()),
        CorrelationId = "whole-life",
    };

    public static RunId Run { get; } = RunId.Read("churn_1").Expect();

    public static AssetName Name(string text) => AssetName.Read(text).Expect();

    public static Instant At(int minute) => Start + Duration.FromMinutes(minute);

    /// <summary>Signs somebody in at the beginning, for an hour.</summary>
    public static SignInState Session(string objectId) => SignIn.Begin(RuleSet.March2020)
        .Apply(new SignInEvent.ClaimsPresented(Claims(objectId), Start)).Expect().Next;

    /// <summary>Decides whether somebody who is signed in may take a step of a flow.</summary>
    public static StepTaker Taker(Principal principal, string step, ResourceId? scope = null) => new(
        Session(principal.Id.Text),
        StepAuthorization.Decide(
            Policy, principal, DataFlowSteps.All.Single(row => row.Name == step), scope ?? Workspace));

    public static string NameOf(Principal principal) =>
        principal == Olga ? "Olga" : principal == Sam ? "Sam" : "the workspace";

    private static TokenClaims Claims(string objectId) => TokenClaims.Create(
    [
        new("ver", "1.0"),
        new("aud", "https://management.azure.com/"),
        new("iss", $"https://sts.windows.net/{Tenant}/"),
        new("tid", Tenant),
        new("oid", objectId),
        new("acct", "0"),
        new("amr", "pwd"),
        new("scp", "user_impersonation"),
        new("nbf", $"{Start.ToUnixTimeSeconds()}"),
        new("exp", $"{(Start + Duration.FromHours(1)).ToUnixTimeSeconds()}"),
    ]).Expect();

    // The claims tell more of a principal than its id: that it is a member of the directory.
    private static Principal WhoSignsInAs(string objectId) => ((SignInState.SignedIn)Session(objectId)).Principal;

    private static RoleDefinition RoleOf(string name) => RoleCatalogue.Find(name, RuleSet.March2020)!.Definition;

    private static RoleAssignment Holds(Principal principal, string role, string id) =>
        new(id, principal.Id, new RoleReference(RoleOf(role).Id, role), ResourceGroup);
}
