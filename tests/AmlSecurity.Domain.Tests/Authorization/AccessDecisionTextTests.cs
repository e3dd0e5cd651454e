using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>What a denial says.</summary>
public sealed class AccessDecisionTextTests
{
    [Theory]
    [InlineData(
        DenialReason.NoAssignment, "neither the principal nor its groups hold a role on the scope or above it (RBAC-01)")]
    [InlineData(
        DenialReason.RoleNotFound, "the roles assigned are not among the definitions, or are ambiguous (RBAC-01)")]
    [InlineData(DenialReason.NotGranted, "no assigned role covers the operation (RBAC-01)")]
    [InlineData(DenialReason.Excluded, "an assigned role covers the operation and excludes it again (RBAC-02)")]
    [InlineData(
        DenialReason.ConditionUnreadable, "what would grant it stands under a condition that cannot be read (RBAC-04)")]
    [InlineData(
        DenialReason.ConditionNotMet, "what would grant it stands under a condition that does not hold (RBAC-04)")]
    public void A_denial_says_why(DenialReason reason, string text) =>
        Assert.Equal("denied: " + text, new AccessDecision.Denied(reason).ToString());

    [Fact]
    public void A_deny_assignment_is_called_by_its_name_and_without_one_by_its_id()
    {
        var deny = Deny(Workspace, ["*"], id: "d7");
        var named = new DenyAssignment(
            "d7", Workspace, deny.Blocks, deny.Principals, deny.ExcludedPrincipals, name: "locked by a blueprint");

        Assert.Equal(
            "denied: deny assignment `d7` blocks it (RBAC-03)",
            new AccessDecision.Denied(DenialReason.DenyAssignment, deny).ToString());
        Assert.Equal(
            "denied: deny assignment `locked by a blueprint` blocks it (RBAC-03)",
            new AccessDecision.Denied(DenialReason.DenyAssignment, named).ToString());
    }

    [Fact]
    public void A_guest_is_told_what_makes_it_one()
    {
        var guest = new AccessDecision.Denied(DenialReason.GuestNotSupported, Evidence: GuestEvidence.Directory);

        Assert.Equal(
            $"denied: guests are not supported, and this is one by Directory ({guest.Rule})", guest.ToString());
    }
}
