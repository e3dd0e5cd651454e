using AmlSecurity.Domain;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.PackageProof;

internal static class CompatibilityProof
{
    public static void Prove(Proof proof)
    {
        var topology = NetworkTopology.Open
            .With(AssociatedResource.Storage, NetworkAttachment.VirtualNetwork)
            .With(AssociatedResource.KeyVault, NetworkAttachment.PrivateLink);
        proof.Equal(
            "private link on a vault needs Enterprise edition",
            "enterprise (NET-05.2, NET-05.3)",
            EditionTable.Require(topology, RuleSet.March2020).ToString());
        proof.Equal(
            "one change keeps it on Basic edition",
            "key vault: from private link to virtual network (NET-05.3)",
            BasicPlanner.Plan(topology, [], RuleSet.March2020).Changes[0].ToString());
        proof.That(
            "Kubernetes 1.9 is older than 1.17",
            KubernetesVersion.Read("1.9").Expect() < KubernetesVersion.OldestWithCustomerManagedKey);
        proof.That(
            "a range overlaps one that it holds",
            AddressRange.Read("10.0.0.0/16").Expect().Overlaps(AddressRange.Read("10.0.255.0/24").Expect()));
    }
}
