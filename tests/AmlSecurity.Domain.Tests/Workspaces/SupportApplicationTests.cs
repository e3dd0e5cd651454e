using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Workspaces;

public sealed class SupportApplicationTests
{
    private static readonly ResourceId OtherSubscription = Scope("/subscriptions/sub-a");

    [Fact]
    [Trait("Rule", "IDENT-12")]
    [Trait("Rule", "IDENT-14")]
    [Trait("Rule", "DEC-19")]
    public void Two_regions_of_one_subscription_have_two_and_two_workspaces_in_one_region_have_one()
    {
        Assert.Equal(
            ["eastus", "northeurope"],
            All((Authorization.Examples.Workspace, "East US"), (OtherWorkspace, "North Europe"), (Authorization.Examples.Workspace, "eastus"))
                .Select(application => application.Region.Name));
        Assert.Equal(
            2, All((Authorization.Examples.Workspace, "eastus"), (OtherSubscription, "eastus"), (Scope("/subscriptions/SUB-A"), "eastus")).Length);
        Assert.Empty(All());
    }

    [Property(MaxTest = 200)]
    [Trait("Rule", "DEC-19")]
    public Property There_are_as_many_as_there_are_distinct_pairs() => Prop.ForAll(
        Gen.ListOf(
            from subscription in Gen.Elements("sub-a", "SUB-A", "sub-b", "11111111-1111-1111-1111-111111111111")
            from workspace in Gen.Elements("w1", "w2")
            from region in Gen.Elements("East US", "eastus", "EastUS 2", "west europe")
            select (Id: Scope($"/subscriptions/{subscription}/resourceGroups/g/providers/{MlProvider}/workspaces/{workspace}"),
                Subscription: subscription,
                Region: region)).ToArbitrary(),
        given => All([.. given.Select(one => (one.Id, one.Region))]).Length == given
            .Select(one => one.Subscription.ToUpperInvariant()
                + one.Region.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
            .Distinct()
            .Count());

    [Fact]
    [Trait("Rule", "IDENT-12")]
    public void It_is_Contributor_of_the_whole_subscription()
    {
        var assignment = All((Authorization.Examples.Workspace, "eastus"))[0].ToAssignment(Bob);
        var policy = AccessPolicy.Create([Contributor], [assignment]);
        var bob = Principal.ServicePrincipal(Bob);

        Assert.Equal((Subscription, PrincipalKind.ServicePrincipal), (assignment.Scope, assignment.PrincipalKind));
        Assert.True(policy.Decide(AccessRequest.Control(bob, MlActions.WriteCompute, Authorization.Examples.Workspace)).IsAllowed);
        Assert.False(policy.Decide(AccessRequest.Control(bob, MlActions.AssignRole, Authorization.Examples.Workspace)).IsAllowed);
    }

    [Theory]
    [Trait("Rule", "IDENT-13")]
    [InlineData("aml-2f1c", true)]
    [InlineData("Microsoft-AzureML-Support-App-2f1c", true)]
    [InlineData("AML-2f1c", true)]
    [InlineData("aml", false)]
    [InlineData("my-aml-app", false)]
    [InlineData("Microsoft-AzureML-Support", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Its_name_begins_in_one_of_two_ways(string? name, bool isOne) =>
        Assert.Equal(isOne, SupportApplication.MayBeCalled(name));

    [Fact]
    public void An_id_outside_of_subscriptions_is_a_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => All((ManagementGroup("mg"), "eastus")));

    private static System.Collections.Immutable.ImmutableArray<SupportApplication> All(
        params (ResourceId Id, string Region)[] workspaces) => SupportApplication.ForAll(
            workspaces.Select(one => KeyValuePair.Create(one.Id, Region.Read(one.Region).Expect())));
}
