using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Identities;

public sealed class PrincipalTests
{
    private static readonly PrincipalId Id = PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000001").Expect();

    [Fact]
    public void Each_factory_says_what_the_principal_is()
    {
        Assert.Equal(new Principal(Id, PrincipalKind.User, new Membership.Member()), Principal.User(Id));
        Assert.Equal(
            new Principal(Id, PrincipalKind.ServicePrincipal, new Membership.Member()), Principal.ServicePrincipal(Id));
        Assert.Equal(
            new Principal(Id, PrincipalKind.ManagedIdentity, new Membership.Member()), Principal.ManagedIdentity(Id));
        Assert.Equal(new Principal(Id, PrincipalKind.Group, new Membership.Member()), Principal.Group(Id));
    }

    [Theory]
    [InlineData(GuestEvidence.UserPrincipalName)]
    [InlineData(GuestEvidence.Directory)]
    [Trait("Rule", "DEC-13")]
    public void A_guest_carries_the_evidence_for_it(GuestEvidence evidence)
    {
        var guest = Principal.Guest(Id, evidence);

        Assert.Equal(new Membership.Guest(evidence), guest.Membership);
        Assert.NotEqual(Principal.User(Id), guest);
    }

    [Fact]
    [Trait("Rule", "DEC-13")]
    public void Evidence_is_ordered_from_the_weakest_to_the_strongest() => Assert.Equal(
        [
            GuestEvidence.UserPrincipalName,
            GuestEvidence.Email,
            GuestEvidence.HomeObjectId,
            GuestEvidence.IdentityProvider,
            GuestEvidence.AccountClaim,
            GuestEvidence.Directory,
        ],
        Enum.GetValues<GuestEvidence>().Order());
}
