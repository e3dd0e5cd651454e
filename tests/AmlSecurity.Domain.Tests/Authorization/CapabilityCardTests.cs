using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class CapabilityCardTests
{
    [Theory]
    [InlineData(BuiltInRole.Owner, "")]
    [InlineData(BuiltInRole.Contributor, "AUTHZ-04")]
    [InlineData(
        BuiltInRole.Reader,
        "AUTHZ-03 AUTHZ-04 AUTHZ-05 AUTHZ-06 AUTHZ-07 AUTHZ-08 AUTHZ-09 AUTHZ-11 AUTHZ-12 AUTHZ-13")]
    public void The_three_roles_are_denied_what_their_definitions_do_not_cover(BuiltInRole role, string denied)
    {
        foreach (var rules in new[] { RuleSet.March2020, RuleSet.Current })
        {
            var card = CapabilityCard.Of(RoleCatalogue.Get(role, rules).Definition);

            Assert.Equal(OperationMatrix.Operations, card.Rows.Select(row => row.Operation));
            Assert.Equal(
                denied, string.Join(' ', card.Rows.Where(row => !row.IsAllowed).Select(row => row.Operation.Rule)));
        }
    }

    [Fact]
    public void A_row_names_the_way_that_is_open_and_what_the_others_lack()
    {
        var call = RowOf(CapabilityCard.Of(Reader), "AUTHZ-15");

        Assert.True(call.IsAllowed);
        Assert.False(call.IsConditional);
        Assert.Equal("token", call.Best.Way.Name);
        Assert.Equal([MlActions.ScoreAksService, MlActions.ListAksServiceKeys], call.Ways[0].Missing.AsEnumerable());
        Assert.False(call.Ways[0].IsOpen);
        Assert.Equal("AUTHZ-15 Call web service: allowed by token", call.ToString());
    }

    [Fact]
    public void A_denied_row_names_what_the_nearest_way_lacks()
    {
        var role = Role("Submitter", Block([MlActions.SubmitRun.Text, MlActions.ScoreAksService.Text]));
        var card = CapabilityCard.Of(role);

        Assert.Equal(
            [MlActions.WriteRun, MlActions.WriteSnapshot], RowOf(card, "AUTHZ-09").Best.Missing.AsEnumerable());
        Assert.Equal(
            "AUTHZ-04 Share workspace: denied, for want of Microsoft.Authorization/roleAssignments/write",
            RowOf(card, "AUTHZ-04").ToString());

        // Both ways to call a service lack one action; the first of the matrix stands.
        Assert.Equal("keys", RowOf(card, "AUTHZ-15").Best.Way.Name);
        Assert.Equal([MlActions.ListAksServiceKeys], RowOf(card, "AUTHZ-15").Best.Missing.AsEnumerable());
        Assert.StartsWith("Submitter\nAUTHZ-03 Create workspace: denied", card.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exclusion_leaves_an_action_missing()
    {
        var role = Role("No models", Block(["*"], [MlActions.WriteModel.Text]));

        Assert.Equal(
            ["AUTHZ-11"],
            CapabilityCard.Of(role).Rows.Where(row => !row.IsAllowed).Select(row => row.Operation.Rule.Text));
    }

    [Fact]
    public void The_data_plane_plays_no_part() =>
        Assert.All(CapabilityCard.Of(Role("Data", Block([], data: ["*"]))).Rows, row => Assert.False(row.IsAllowed));

    [Fact]
    public void The_data_scientist_creates_no_compute_in_the_reading_of_Azure()
    {
        var role = RoleCatalogue.Find("AzureML Data Scientist", RuleSet.Current)!.Definition;

        Assert.Equal("AUTHZ-03 AUTHZ-04 AUTHZ-05 AUTHZ-06 AUTHZ-07", Denied(WildcardReading.Azure));
        Assert.Equal("AUTHZ-03 AUTHZ-04 AUTHZ-05", Denied(WildcardReading.Literal));

        string Denied(WildcardReading reading) => string.Join(
            ' ', CapabilityCard.Of(role, reading).Rows.Where(row => !row.IsAllowed).Select(row => row.Operation.Rule));
    }

    [Fact]
    public void What_only_a_block_under_a_condition_grants_is_flagged()
    {
        const string Condition = "((@Resource[a:b] StringEquals 'c'))";
        var role = Role(
            "Careful",
            Block([MlActions.ReadModel.Text, MlActions.SubmitRun.Text, MlActions.WriteRun.Text]),
            Block(["*"], condition: Condition));
        var card = CapabilityCard.Of(role);

        Assert.All(card.Rows, row => Assert.True(row.IsAllowed));
        Assert.Equal(
            ["AUTHZ-14"], card.Rows.Where(row => !row.IsConditional).Select(row => row.Operation.Rule.Text));
        Assert.Equal("AUTHZ-14 View models / images: allowed", RowOf(card, "AUTHZ-14").ToString());
        Assert.Equal("AUTHZ-11 Register model: allowed, under a condition", RowOf(card, "AUTHZ-11").ToString());
    }

    [Fact]
    public void Of_two_open_ways_the_one_without_a_condition_stands()
    {
        var role = Role(
            "Deployer",
            Block([MlActions.WriteAciService.Text], condition: "((@Resource[a:b] StringEquals 'c'))"),
            Block([MlActions.WriteAksService.Text]));
        var deploy = RowOf(CapabilityCard.Of(role), "AUTHZ-13");

        Assert.Equal("aks", deploy.Best.Way.Name);
        Assert.False(deploy.IsConditional);
        Assert.True(deploy.Ways[0].IsConditional);
    }

    [Fact]
    public void A_role_without_permissions_allows_nothing() =>
        Assert.All(CapabilityCard.Of(Role("Empty")).Rows, row =>
        {
            Assert.False(row.IsAllowed);
            Assert.False(row.IsConditional);
            Assert.All(row.Ways, way => Assert.Equal(way.Way.Actions.AsEnumerable(), way.Missing));
        });

    [Fact]
    public void Cards_are_equal_by_role_reading_and_rows()
    {
        var card = CapabilityCard.Of(Reader);

        Assert.Equal(card, CapabilityCard.Of(Reader));
        Assert.Equal(card.GetHashCode(), CapabilityCard.Of(Reader).GetHashCode());
        Assert.NotEqual(card, CapabilityCard.Of(Reader, WildcardReading.Literal));
        Assert.NotEqual(card, CapabilityCard.Of(Owner));
        Assert.NotEqual(card.Rows[0], CapabilityCard.Of(Owner).Rows[0]);
        Assert.Equal(card.Rows[0].GetHashCode(), CapabilityCard.Of(Reader).Rows[0].GetHashCode());
    }

    [Fact]
    public void No_role_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentNullException>(() => CapabilityCard.Of(null!));

    private static CapabilityRow RowOf(CapabilityCard card, string rule) =>
        card.Rows.Single(row => row.Operation.Rule.Text == rule);
}
