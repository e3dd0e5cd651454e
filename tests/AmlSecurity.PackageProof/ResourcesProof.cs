using AmlSecurity.Domain;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.PackageProof;

internal static class ResourcesProof
{
    public static void Prove(Proof proof)
    {
        var group = ResourceId.ForResourceGroup("11111111-1111-1111-1111-111111111111", "ml");
        var workspace = group.Child("Microsoft.MachineLearningServices/workspaces", "churn");
        proof.That("a resource group contains its workspace", group.Contains(workspace));
        proof.Equal("the parent of a workspace is its resource group", group, workspace.Parent);
        proof.Equal(
            "a lenient reading keeps an id without its slash",
            ResourceIdOddities.MissingLeadingSlash,
            ResourceId.Read(group.Text[1..], Strictness.Lenient).Expect().Oddities);
        proof.Equal("a region is one word in lower case", "eastus2", Region.Read("East US 2").Expect().ToString());
        proof.That(
            "a workspace takes no key without version",
            KeyIdentifier.Read("https://testkv.vault.azure.net/keys/testkey", KeyIdentifierUse.Workspace).IsT1);
        proof.That("a name of two letters names no workspace", WorkspaceName.Read("ml").IsT1);
    }
}
