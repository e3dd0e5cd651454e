using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Auditing;
using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>The table of text types: one row a type. A text type without a row fails a test.</summary>
internal static class TextTypes
{
    public static IReadOnlyList<TextTypeExample> All { get; } =
    [
        TextTypeExample.Of<RuleId>("NET-05.3", bad: "net-05"),
        TextTypeExample.Of<RuleSet>("2020-03-13", bad: "2020-03-12"),
        TextTypeExample.Of<ResourceId>("/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml", bad: "//"),
        TextTypeExample.Of<Region>("eastus2", bad: "east-us"),
        TextTypeExample.Of<WorkspaceName>("churn", bad: "ml"),
        TextTypeExample.Of<KeyIdentifier>("https://testkv.vault.azure.net/keys/testkey", bad: "https://testkv.vault.azure.net"),
        TextTypeExample.Of<PrincipalId>("aaaaaaaa-0000-0000-0000-000000000001", bad: "alice"),
        TextTypeExample.Of<TenantId>("9188040d-6c67-4c5b-b112-36a304b66dad", bad: "contoso"),
        TextTypeExample.Of<ActionName>("Microsoft.MachineLearningServices/workspaces/write", bad: "workspaces/*"),
        TextTypeExample.Of<ActionPattern>("Microsoft.MachineLearningServices/*/read", bad: "*/*"),
        TextTypeExample.Of<Condition>("@Resource[a:b] StringEquals 'c'", bad: "@Resource[a:b]"),
        TextTypeExample.Of<RunId>("churn_1585000000_3f2a", bad: "run/1"),
        TextTypeExample.Of<RoleDefinitionId>("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", bad: "Owner"),
        TextTypeExample.Of<KubernetesVersion>("1.17.3", bad: "1"),
        TextTypeExample.Of<SdkVersion>("1.0.83.1", bad: "1.0.85.post1"),
        TextTypeExample.Of<NetworkAddress>("10.0.0.10", bad: "10.0.0.010"),
        TextTypeExample.Of<AddressRange>("10.0.0.0/16", bad: "10.0.0.0"),
        TextTypeExample.Of<NoteVerifierKey>(NoteLab.One, bad: "log.example"),
        TextTypeExample.Of<AssetName>("churn:3", bad: "churn/3"),
        TextTypeExample.Of<SnapshotDigest>(
            "sha256:c842209552b02ec53f95aa9e7b639c8787be941d92211a20577200a39116a739", bad: "sha256:c842"),
    ];
}
