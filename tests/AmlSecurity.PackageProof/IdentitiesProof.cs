using AmlSecurity.Domain;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.PackageProof;

internal static class IdentitiesProof
{
    public static void Prove(Proof proof)
    {
        var groups = GroupDirectory.Create(Group.Read("""{ "team": ["ada"], "all": ["team"] }"""u8, Strictness.Lenient).Values);
        var ada = PrincipalId.Read("ada", Strictness.Lenient).Expect();
        proof.Equal("membership is transitive", 2, groups.GroupsOf(ada).Length);
        proof.That("a name is no object id in strict reading", PrincipalId.Read("ada").IsT1);
        proof.That(
            "a guest carries its evidence",
            Principal.Guest(ada, GuestEvidence.AccountClaim).Membership is Membership.Guest { Evidence: GuestEvidence.AccountClaim });
    }
}
