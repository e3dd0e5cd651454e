using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Planning;

namespace AmlSecurity.Domain.Tests.Workspaces.Planning;

public sealed class CustomerKeyPlanTests
{
    private const string Subscription = "00000000-0000-0000-0000-000000000001";
    private static readonly ResourceId Group = ResourceId.ForResourceGroup(Subscription, "rg");
    private static readonly Region East = Region.Read("eastus").Expect();

    private static readonly CustomerManagedKey Key = new(
        KeyIdentifier.Read("https://vault1.vault.azure.net/keys/k/aabbccddee112233445566778899aabb").Expect(),
        Group.Child("Microsoft.KeyVault/vaults", "vault1"));

    private static readonly CustomerKeyFacts Everything = new(
        true, true, true, Key, new KeyVaultFacts(East, true, true), true, true);

    [Fact]
    [Trait("Rule", "ENC-14")]
    [Trait("Rule", "ENC-15")]
    [Trait("Rule", "ENC-16")]
    [Trait("Rule", "ENC-17")]
    public void The_steps_of_2020_stand_in_the_order_in_which_they_can_be_done()
    {
        var plan = Of(new CustomerKeyFacts(), RuleSet.March2020);

        Assert.Equal(
            ["ENC-14", "ENC-15", "ENC-16", "ENC-20", "CMK-01", "ENC-18", "CMK-02", "NET-05.8", "ENC-17"],
            plan.Steps.Select(step => step.Rule.Text));
        Assert.False(plan.IsReady);
        Assert.Equal(PrerequisiteState.NotKnown, plan.Steps[0].State);
        Assert.Equal(PrerequisiteState.Missing, plan.Steps[3].State);
    }

    [Fact]
    public void Today_nobody_writes_to_a_team_and_there_are_no_editions() => Assert.Equal(
        ["ENC-15", "ENC-16", "ENC-20", "CMK-01", "ENC-18", "CMK-02", "ENC-17"],
        Of(new CustomerKeyFacts(), RuleSet.Current).Steps.Select(step => step.Rule.Text));

    [Fact]
    [Trait("Rule", "ENC-17")]
    public void With_everything_in_place_only_the_workspace_is_left_to_create()
    {
        var plan = Of(Everything, RuleSet.March2020);

        Assert.True(plan.IsReady);
        Assert.Equal(PrerequisiteState.Missing, plan.Steps[^1].State);
        Assert.All(plan.Steps[..^1], step => Assert.Equal(PrerequisiteState.Met, step.State));
    }

    [Fact]
    [Trait("Rule", "ENC-20")]
    public void A_vault_elsewhere_is_missing_and_one_of_unknown_region_is_not_known()
    {
        var west = Everything with { Vault = new KeyVaultFacts(Region.Read("westus").Expect(), true, true) };
        var somewhere = Everything with { Vault = new KeyVaultFacts(null, true, false) };

        Assert.Equal(PrerequisiteState.Missing, StateOf(west, "ENC-20"));
        Assert.Equal(PrerequisiteState.NotKnown, StateOf(somewhere, "ENC-20"));
        Assert.Equal(PrerequisiteState.Missing, StateOf(somewhere, "CMK-01"));
    }

    [Fact]
    public void A_contributor_may_do_all_but_assign_roles_and_nobody_may_write_to_the_team()
    {
        var alice = Principal.User(PrincipalId.Read("11111111-1111-1111-1111-111111111111").Expect());
        var contributor = RoleCatalogue.Get(BuiltInRole.Contributor, RuleSet.March2020).Definition;
        var policy = AccessPolicy.Create(
            [contributor],
            [
                new RoleAssignment(
                    "a", alice.Id, new RoleReference(contributor.Id, null), ResourceId.ForSubscription(Subscription)),
            ]);

        var plan = Of(Everything, RuleSet.March2020);

        Assert.Empty(plan.Steps[0].WhetherMayBeDoneBy(policy, alice).AsEnumerable());
        Assert.All(
            plan.Steps[1..],
            step => Assert.All(
                step.WhetherMayBeDoneBy(policy, alice),
                decision => Assert.Equal(step.Rule.Text != "ENC-16", decision.IsAllowed)));
    }

    [Fact]
    public void A_scope_that_is_no_resource_group_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => CustomerKeyPlan.Of(
            ResourceId.ForSubscription(Subscription), East, Everything, RuleSet.March2020));

    private static CustomerKeyPlan Of(CustomerKeyFacts facts, RuleSet rules) =>
        CustomerKeyPlan.Of(Group, East, facts, rules);

    private static PrerequisiteState StateOf(CustomerKeyFacts facts, string rule) =>
        Of(facts, RuleSet.March2020).Steps.Single(step => step.Rule.Text == rule).State;
}
