using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>What comparisons, remedies, cards and explanations say, and what a role of what was used holds.</summary>
public sealed class AnalysisTextTests
{
    private static readonly OperationInventory Operations = OperationInventory.Create([Action("p/1")], [Action("d/1")]);

    [Fact]
    public void A_comparison_says_what_only_one_of_the_two_grants()
    {
        var (p, q, none) = (Role("P", Block(["p/x", "p/1"])), Role("Q", Block(["p/1", "q/x"])), Role("N"));

        Assert.Equal(
            "P is overlapping to Q; only P grants p/x; only Q grants q/x",
            RoleComparison.Compare(p, q, Plane.Control).ToString());
        Assert.Equal(
            "P is wider to N; only P grants p/x", RoleComparison.Compare(p, none, Plane.Control).ToString());
        Assert.Equal("N is equal to N", RoleComparison.Compare(none, none, Plane.Control).ToString());
    }

    [Theory]
    [InlineData(Plane.Control, "p/1")]
    [InlineData(Plane.Data, "d/1")]
    public void The_role_that_grants_what_was_used_grants_it_on_its_plane(Plane plane, string used)
    {
        var role = LeastPrivilege.For([Action(used)], plane, [Owner], Operations).ToRole("r", [Subscription]);
        ImmutableArray<string> entries = [used];

        Assert.Equal(plane == Plane.Control ? entries : [], role.Blocks[0].Actions.Select(entry => entry.Text));
        Assert.Equal(plane == Plane.Data ? entries : [], role.Blocks[0].DataActions.Select(entry => entry.Text));
        Assert.Equal([Subscription], role.AssignableScopes.AsEnumerable());
    }

    [Fact]
    public void Ways_to_a_grant_are_joined()
    {
        var (one, two) = (Role("One", Block(["p/1"])), Role("Two", Block(["p/1", "p/2"])));
        var remedy = AccessPolicy.Create([one, two], [])
            .Explain(Ask(Alice, "p/1", Subscription)).FindRemedy([one, two], Operations)!;

        Assert.Equal(
            $"it would be allowed if\n  `One` were assigned at `{Subscription}`, or `Two` were assigned at `{Subscription}`\n",
            remedy.ToString());
    }

    [Fact]
    public void A_denied_row_lists_what_is_missing()
    {
        var row = CapabilityCard.Of(Role("none")).Rows.First(found => found.Best.Missing.Length > 1);

        Assert.EndsWith(
            $": denied, for want of {string.Join(", ", row.Best.Missing)}", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_reading_matters_the_explanation_says_so()
    {
        var role = Role("r", Block(["p/*/read"]));
        var text = AccessPolicy.Create([role], [Assign(role, Alice, Workspace)])
            .Explain(Ask(Alice, "p/read", Workspace)).ToString();

        Assert.EndsWith(
            "\n  the answer depends on the reading of wildcards; this is the Azure reading (RBAC-05)\n",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_to_more_than_was_granted_says_what_it_yields() => Assert.Equal(
        [
            "Microsoft.Authorization/roleAssignments/write: any role can be assigned to anybody, at the scope or below",
            "Microsoft.Authorization/roleDefinitions/write: any operation can be added to a custom role that is held",
            "Microsoft.Authorization/roleAssignmentScheduleRequests/write: any role can be assigned to anybody for a time",
            "Microsoft.Authorization/roleEligibilityScheduleRequests/write: anybody can be made eligible for any role",
            "Microsoft.Authorization/elevateAccess/action: an administrator of the directory becomes User Access"
                + " Administrator of everything",
            "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action: a resource of the holder can act as the"
                + " identity",
            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write: somebody outside can"
                + " sign in as the identity",
        ],
        EscalationWays.All.Select(way => way.ToString()));
}
