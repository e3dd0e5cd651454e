using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using AmlSecurity.Domain.Workspaces.Impact;
using NodaTime;

namespace AmlSecurity.PackageProof;

internal static class WorkspacesProof
{
    public static void Prove(Proof proof)
    {
        var policy = DiagnosticsPolicy.Of(hbiWorkspace: true, applicationInsights: false, RuleSet.March2020);
        proof.Equal(
            "the opt-out keeps names from being collected",
            CollectionAnswer.No,
            policy.Find(DiagnosticDataKind.ResourceNames).MayBeCollected);
        proof.Equal(
            "metrics leave the subscription of a workspace without a key of its own",
            true,
            DataRegister.Of(EncryptionSettings.Defaults).Leaving.Any(entry => entry.Item == DataItem.Metrics));
        var at = Instant.FromUtc(2020, 3, 13, 12, 0);
        proof.Equal(
            "a new storage key stops three steps of the data flows",
            3,
            ImpactReport.Of(WorkspaceHealth.Begin([], at), new WorkspaceIncident.StorageKeyRegenerated(at)).Steps.Length);
        proof.Equal(
            "what the matrix leaves in no log is counted",
            "13 operations: 5 visible with their actor, 2 without, 2 not visible, 4 not stated",
            AuditCoverageSummary.OfMatrix(RuleSet.March2020).ToString());
        proof.Equal(
            "a mail address in a run id is found",
            PrivacyFindingKind.MailAddress,
            PrivacyLint.Default.CheckRunId("by-jane@contoso.com")[0].Kind);
        proof.Equal(
            "a flow has a row for each state and event, and draws itself",
            true,
            WorkspaceCreation.Table.Rows.Length == 25 && Inference.Table.ToMermaid().Contains("Deployed", StringComparison.Ordinal));
        ProveIdentity(proof);
    }

    private static void ProveIdentity(Proof proof)
    {
        const string Group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml/providers/";
        var resources = AssociatedResources.Create(
            ResourceId.Read(Group + "Microsoft.MachineLearningServices/workspaces/churn").Expect(),
            ResourceId.Read(Group + "Microsoft.Storage/storageAccounts/st").Expect(),
            ResourceId.Read(Group + "Microsoft.KeyVault/vaults/kv").Expect(),
            containerRegistry: null).Expect();
        var identity = WorkspaceIdentity.Of(resources);
        var id = PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000001").Expect();
        var policy = AccessPolicy.Create([], identity.ToAssignments(id)[1..]);
        var drift = IdentityDrift.Compare(identity, id, policy, VaultAccess.Everything);
        proof.Equal("an inherited grant is present", GrantStatus.Present, drift.Checks[0].Status);
        var nothing = IdentityDrift.Compare(identity, id, AccessPolicy.Create([], []), VaultAccess.Everything);
        proof.Equal("what is lost is restored by one step", MlActions.ResyncKeys, nothing.Restore!.Action);
        var region = Region.Read("East US").Expect();
        proof.Equal(
            "one support application for one region",
            1,
            SupportApplication.ForAll([new(resources.Workspace, region), new(resources.KeyVault, region)]).Length);
        proof.Equal(
            "what a user supplies has no placement",
            CredentialVault.None,
            CredentialCatalogue.Find(CredentialKind.UserSupplied).Vault);
        var now = Instant.FromUtc(2020, 6, 19, 0, 0);
        proof.That(
            "storage is accessed with a key in step",
            StorageKeyFlow.Begin(StorageKeySlot.Primary, StorageKeySlot.Primary, now)
                .Apply(new StorageKeyEvent.StorageAccessed(StorageKeyHolder.Workspace, now)).IsT0);
    }
}
