using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.Impact;
using AmlSecurity.Domain.Workspaces.Planning;
using NodaTime;
using NodaTime.Text;

namespace AmlSecurity.Tour.DataAtRest;

/// <summary>The workspaces, incidents and plan that the chapter on data at rest shows.</summary>
internal static class AtRestShow
{
    private const string Subscription = "11111111-1111-1111-1111-111111111111";

    private static readonly Instant Noon = Instant.FromUtc(2020, 3, 13, 12, 0);

    private static readonly KeyVersionId Key =
        KeyVersionId.Create("https://contoso.vault.azure.net/keys/data", "1").Expect();

    private static readonly WorkspaceHealth Healthy = WorkspaceHealth.Begin(
        [new StoreKeyUse(StoreKind.WorkspaceBlobs, Key), new StoreKeyUse(StoreKind.DedicatedCosmosDb, Key)],
        Noon);

    /// <summary>Gets the register of a workspace whose creator chose nothing.</summary>
    public static DataRegister Default { get; } = DataRegister.Of(EncryptionSettings.Defaults);

    /// <summary>Gets settings with everything that can be chosen.</summary>
    public static EncryptionSettings Chosen { get; } = new(true, true, true, true, true, true, true, true);

    /// <summary>Gets what three incidents would do.</summary>
    public static ImmutableArray<(string Title, ImpactReport Report)> Incidents { get; } =
    [
        (
            "The managed identity loses Storage Blob Data Contributor",
            Report(new WorkspaceIncident.GrantRevoked(RuleId.Read("IDENT-04").Expect(), Noon))),
        ("The version of the customer's key is disabled", Report(new WorkspaceIncident.KeyVersionDisabled(Key, Noon))),
        ("The access key of the storage account is regenerated", Report(new WorkspaceIncident.StorageKeyRegenerated(Noon))),
    ];

    /// <summary>Gets the prerequisites of a customer-managed key, and whether a Contributor may see to each.</summary>
    public static ImmutableArray<(Prerequisite Step, bool ContributorMay)> Prerequisites { get; } = Plan();

    public static string Time(Instant? at) =>
        at is { } time ? InstantPattern.CreateWithInvariantCulture("HH:mm").Format(time) : "not surely";

    private static ImpactReport Report(WorkspaceIncident incident) => ImpactReport.Of(Healthy, incident);

    private static ImmutableArray<(Prerequisite Step, bool ContributorMay)> Plan()
    {
        var someone = Principal.User(PrincipalId.Read("22222222-2222-2222-2222-222222222222").Expect());
        var contributor = RoleCatalogue.Get(BuiltInRole.Contributor, RuleSet.March2020).Definition;
        var policy = AccessPolicy.Create(
            [contributor],
            [
                new RoleAssignment(
                    "a", someone.Id, new RoleReference(contributor.Id), ResourceId.ForSubscription(Subscription)),
            ]);
        var plan = CustomerKeyPlan.Of(
            ResourceId.ForResourceGroup(Subscription, "ml"), region: null, new CustomerKeyFacts(), RuleSet.March2020);
        return
        [
            .. plan.Steps.Select(step =>
            {
                var decisions = step.WhetherMayBeDoneBy(policy, someone);
                return (step, !decisions.IsEmpty && decisions.All(decision => decision.IsAllowed));
            }),
        ];
    }
}
