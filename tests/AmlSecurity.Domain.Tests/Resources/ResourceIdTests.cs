using System.ComponentModel;
using System.Text.Json;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Tests.Resources;

public class ResourceIdTests
{
    private const string Guid = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345";
    private const string Subscription = $"/subscriptions/{Guid}";
    private const string Group = $"{Subscription}/resourceGroups/testrg123";
    private const string ManagementGroup = "/providers/Microsoft.Management/managementGroups/group1";
    private const string Definition = $"/providers/Microsoft.Authorization/roleDefinitions/{Guid}";
    private const string Workspace = $"{Group}/providers/Microsoft.MachineLearningServices/workspaces/workspaces123";
    private const string Compute = $"{Workspace}/computes/compute123";
    private const string Assignment = $"{Compute}/providers/Microsoft.Authorization/roleAssignments/{Guid}";

    [Theory]
    [InlineData("/", ScopeLevel.Tenant, null, null)]
    [InlineData(ManagementGroup, ScopeLevel.ManagementGroup, "Microsoft.Management/managementGroups", "group1")]
    [InlineData(Subscription, ScopeLevel.Subscription, null, Guid)]
    [InlineData(Group, ScopeLevel.ResourceGroup, null, "testrg123")]
    [InlineData(Workspace, ScopeLevel.Resource, "Microsoft.MachineLearningServices/workspaces", "workspaces123")]
    [InlineData(Compute, ScopeLevel.Resource, "Microsoft.MachineLearningServices/workspaces/computes", "compute123")]
    [InlineData(Assignment, ScopeLevel.Resource, "Microsoft.Authorization/roleAssignments", Guid)]
    [InlineData(Definition, ScopeLevel.Resource, "Microsoft.Authorization/roleDefinitions", Guid)]
    public void An_id_has_a_level_a_type_and_a_name(string text, ScopeLevel level, string? type, string? name)
    {
        var id = Strict(text);
        Assert.Equal((level, type, name), (id.Level, id.ResourceType, id.Name));
        Assert.Equal(text, id.Text);
        Assert.Equal(text.ToLowerInvariant(), id.Canonical);
        Assert.Equal(ResourceIdOddities.None, id.Oddities);
    }

    [Fact]
    public void An_id_names_its_subscription_and_its_groups_as_written()
    {
        var id = Strict(Assignment);
        Assert.Equal((Guid, "testrg123", null), (id.Subscription, id.ResourceGroup, id.ManagementGroup));
        var group = Strict("/providers/Microsoft.Management/managementGroups/Group1/providers/a.b/c/d");
        Assert.Equal((null, null, "Group1"), (group.Subscription, group.ResourceGroup, group.ManagementGroup));
    }

    [Theory]
    [InlineData(Workspace, false, false)]
    [InlineData(Compute, true, false)]
    [InlineData(Assignment, false, true)]
    [InlineData($"{Subscription}/providers/Microsoft.Authorization/roleAssignments/{Guid}", false, false)]
    [InlineData($"{ManagementGroup}/providers/Microsoft.Authorization/roleAssignments/{Guid}", false, false)]
    [InlineData($"/providers/Microsoft.Management/managementGroups/g/subscriptions/{Guid}", true, false)]
    public void A_child_and_an_extension_are_told_apart(string text, bool isChild, bool isExtension) =>
        Assert.Equal((isChild, isExtension), (Strict(text).IsChild, Strict(text).IsExtension));

    [Fact]
    public void Ancestors_come_nearest_first_and_end_with_the_root() => Assert.Equal(
        [Compute, Workspace, Group, Subscription, "/"], Strict(Assignment).Ancestors().Select(id => id.Text));

    [Fact]
    public void Above_a_subscription_and_a_management_group_is_the_root()
    {
        Assert.Equal(ResourceId.Root, Strict(Subscription).Parent);
        Assert.Equal(ResourceId.Root, ResourceId.ForManagementGroup("group1").Parent);
        Assert.Null(ResourceId.Root.Parent);
        Assert.Empty(ResourceId.Root.Ancestors());
    }

    [Theory]
    [InlineData("rg1", "rg1", true)]
    [InlineData("rg1", "RG1", true)]
    [InlineData("rg1", "rg10", false)]
    [InlineData("rg10", "rg1", false)]
    [InlineData("rg1", "rg1/providers/Microsoft.Storage/storageAccounts/testStorageAccount", true)]
    public void A_scope_contains_by_whole_segments(string scope, string other, bool expected) => Assert.Equal(
        expected,
        Strict($"{Subscription}/resourceGroups/{scope}").Contains(Strict($"{Subscription}/resourceGroups/{other}")));

    [Fact]
    public void The_root_contains_all_and_is_contained_by_itself_only()
    {
        Assert.True(ResourceId.Root.Contains(Strict(Assignment)));
        Assert.True(ResourceId.Root.Contains(ResourceId.Root));
        Assert.False(Strict(Subscription).Contains(ResourceId.Root));
        Assert.False(ResourceId.ForManagementGroup("g").Contains(Strict(Subscription)));
    }

    [Theory]
    [InlineData($"{Subscription}/resourcegroups/TESTRG123")]
    [InlineData($"/SUBSCRIPTIONS/{Guid}/ResourceGroups/testrg123")]
    public void Ids_are_equal_ignoring_case(string text)
    {
        Assert.Equal(Strict(Group), Strict(text));
        Assert.Equal(Strict(Group).GetHashCode(), Strict(text).GetHashCode());
        Assert.Equal(text, Strict(text).Text);
    }

    [Fact]
    public void The_kelvin_sign_is_not_a_k() => Assert.NotEqual(
        Strict($"{Subscription}/resourceGroups/k"), Strict($"{Subscription}/resourceGroups/\u212A"));

    [Theory]
    [Trait("Rule", "DEC-18")]
    [InlineData("/subscriptions/subId", 15)]
    [InlineData("/subscriptions/subid/resourceGroups/demo/providers/Microsoft.ContainerInstance/containerGroups/d", 15)]
    [InlineData($"/subscriptions/{{{Guid}}}x", 15,
        ResourceIdOddities.SubscriptionNotGuid | ResourceIdOddities.Placeholder)]
    [InlineData("/subscriptions/34adfa4fcedf4dc0ba29b6d1a69ab345", 15)]
    public void A_subscription_need_be_a_guid_in_strict_reading_only(
        string text, int offset, ResourceIdOddities oddities = ResourceIdOddities.SubscriptionNotGuid)
    {
        Assert.Equal(offset, ResourceId.Read(text).AsT1.Offset);
        Assert.Equal(oddities, Lenient(text).Oddities);
        Assert.Equal(text, Lenient(text).Text);
    }

    [Theory]
    [InlineData("/subscriptions/{subscription-id}/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/s", 15)]
    [InlineData("/subscriptions/<subscription_id>", 15)]
    [InlineData("/subscriptions/<subscription ID>/resourcegroups/myResourceGroup", 15)]
    [InlineData($"{Workspace}/privateEndpointConnections/{{privateEndpointConnectionName}}", 173)]
    public void A_placeholder_is_kept_in_lenient_reading(string text, int offset)
    {
        Assert.Equal(new TextFault<ResourceIdFault>(ResourceIdFault.APlaceholder, offset), ResourceId.Read(text).AsT1);
        Assert.True(Lenient(text).IsUnresolved);
        Assert.Equal(text, Lenient(text).Text);
    }

    [Fact]
    public void An_oddity_of_a_name_is_not_one_of_the_parent()
    {
        var id = Lenient($" {Workspace[1..]}/computes/{{name}}/ ");
        Assert.Equal(
            ResourceIdOddities.MissingLeadingSlash | ResourceIdOddities.Placeholder
            | ResourceIdOddities.TrailingSlash | ResourceIdOddities.SurroundingBlanks,
            id.Oddities);
        Assert.Equal(Strict(Workspace), id.Parent);
        Assert.Equal(ResourceIdOddities.None, id.Parent!.Oddities);
    }

    [Theory]
    [InlineData(ResourceIdOddities.MissingLeadingSlash, ResourceIdFault.WithoutALeadingSlash, 0,
        "subscriptions/" + Guid)]
    [InlineData(ResourceIdOddities.TrailingSlash, ResourceIdFault.EndedByASlash, 51, Subscription + "/")]
    [InlineData(ResourceIdOddities.SurroundingBlanks, ResourceIdFault.SurroundedByBlanks, 0, "\u00A0" + Subscription)]
    [InlineData(ResourceIdOddities.SurroundingBlanks, ResourceIdFault.SurroundedByBlanks, 51, Subscription + " ")]
    public void What_surrounds_an_id_is_taken_away_in_lenient_reading(
        ResourceIdOddities oddity, ResourceIdFault kind, int offset, string text)
    {
        Assert.Equal(new TextFault<ResourceIdFault>(kind, offset), ResourceId.Read(text).AsT1);
        Assert.Equal((oddity, Subscription), (Lenient(text).Oddities, Lenient(text).Text));
    }

    [Fact]
    public void The_compute_without_a_leading_slash_is_the_compute() => Assert.Equal(
        Strict(Compute), Lenient(Compute[1..]));

    [Theory]
    [InlineData($"{Group}/providers/Microsoft.KeyVault", null, Group)]
    [InlineData($"{Group}/providers/Microsoft.KeyVault/vaults", "Microsoft.KeyVault/vaults", Group)]
    [InlineData($"{Workspace}/computes", "Microsoft.MachineLearningServices/workspaces/computes", Workspace)]
    [InlineData($"{Workspace}/providers/Microsoft.Insights", null, Workspace)]
    [InlineData("/providers/Microsoft.Management/managementGroups", "Microsoft.Management/managementGroups", "/")]
    public void An_incomplete_id_is_kept_in_lenient_reading(string text, string? type, string parent)
    {
        Assert.Equal(
            new TextFault<ResourceIdFault>(ResourceIdFault.Incomplete, text.Length), ResourceId.Read(text).AsT1);
        var id = Lenient(text);
        Assert.Equal((ResourceIdOddities.Incomplete, type, null), (id.Oddities, id.ResourceType, id.Name));
        Assert.Equal(parent, id.Parent!.Text);
    }

    [Theory]
    [InlineData(null, ResourceIdFault.Empty, 0)]
    [InlineData("  ", ResourceIdFault.Empty, 0)]
    [InlineData("[parameters('cmk_keyvault')]", ResourceIdFault.ATemplateExpression, 0)]
    [InlineData("//", ResourceIdFault.InterruptedByAnEmptySegment, 1)]
    [InlineData("//subscriptions", ResourceIdFault.InterruptedByAnEmptySegment, 1)]
    [InlineData($"{Subscription}//resourceGroups/rg", ResourceIdFault.InterruptedByAnEmptySegment, 52)]
    [InlineData($"{Group}/..", ResourceIdFault.InterruptedByADotSegment, 77)]
    [InlineData($"{Subscription}/resourceGroups/rg\n", ResourceIdFault.InterruptedByAControlCharacter, 69)]
    [InlineData($"{Subscription}/resourceGroups/r\u200Bg", ResourceIdFault.InterruptedByAControlCharacter, 68)]
    [InlineData($"{Subscription}/resourceGroups/r\\g", ResourceIdFault.InterruptedByABackslash, 68)]
    [InlineData($"{Group}?api-version=2020-03-01", ResourceIdFault.FollowedByAQueryOrAFragment, 76)]
    [InlineData($"{Group}#top", ResourceIdFault.FollowedByAQueryOrAFragment, 76)]
    [InlineData($"{Subscription}/resourceGroups/ rg", ResourceIdFault.SurroundedByBlanks, 67)]
    [InlineData($"{Subscription}/resourceGroups/rg /providers", ResourceIdFault.SurroundedByBlanks, 69)]
    [InlineData("/subscriptions", ResourceIdFault.Incomplete, 14)]
    [InlineData($"{Subscription}/resourceGroups", ResourceIdFault.Incomplete, 66)]
    [InlineData($"{Subscription}/providers", ResourceIdFault.Incomplete, 61)]
    [InlineData("/resourceGroups/rg", ResourceIdFault.NotAResourceId, 1)]
    [InlineData($"{Subscription}/locations/westus", ResourceIdFault.NotAResourceId, 52)]
    [InlineData($"{Group}/workspaces/ws", ResourceIdFault.NotAResourceId, 77)]
    [InlineData($"{Group}/providers/providers/a/b", ResourceIdFault.NotAResourceId, 87)]
    [InlineData($"{Group}/providers/Microsoft.KeyVault/providers/a/b", ResourceIdFault.NotAResourceId, 106)]
    [InlineData($"/sub\u017Fcriptions/{Guid}", ResourceIdFault.NotAResourceId, 1)]
    public void What_has_no_sound_meaning_is_a_fault_in_both_readings(string? text, ResourceIdFault kind, int offset)
    {
        var lenient = ResourceId.Read(text, Strictness.Lenient).AsT1;
        Assert.Equal(new TextFault<ResourceIdFault>(kind, offset), lenient);
        Assert.True(ResourceId.Read(text).IsT1);
    }

    // Not a theory: an attribute cannot hold half a surrogate pair.
    [Fact]
    public void Half_a_character_is_a_fault_and_a_whole_one_is_not()
    {
        foreach (var half in (string[])["\uD83D", "\uDE00"])
        {
            Assert.Equal(
                new TextFault<ResourceIdFault>(ResourceIdFault.InterruptedByHalfACharacter, 68),
                ResourceId.Read($"{Subscription}/resourceGroups/r{half}x", Strictness.Lenient).AsT1);
        }

        Assert.Equal("r\U0001F600x", Strict($"{Subscription}/resourceGroups/r\U0001F600x").Name);
    }

    [Theory]
    [InlineData("https://management.azure.com/subscriptions/x")]
    [InlineData("Microsoft.Resources/subscriptions/read")]
    [InlineData("  [concat('/subscriptions/', 'x')]")]
    public void A_url_an_action_and_an_expression_are_no_ids(string text) =>
        Assert.True(ResourceId.Read(text, Strictness.Lenient).IsT1);

    [Fact]
    public void An_id_has_2048_characters_at_most_its_leading_slash_included()
    {
        var longest = $"{Subscription}/resourceGroups/".PadRight(2048, 'r');
        Assert.Equal(2048, Lenient(longest[1..]).Text.Length);
        Assert.Equal(longest, Strict(longest).Text);
        Assert.Equal(
            new TextFault<ResourceIdFault>(ResourceIdFault.TooLong, 2048), ResourceId.Read(longest + "r").AsT1);
        Assert.Equal(
            new TextFault<ResourceIdFault>(ResourceIdFault.TooLong, 2047),
            ResourceId.Read(longest[1..] + "r", Strictness.Lenient).AsT1);
    }

    [Fact]
    public void Ids_are_built_downwards()
    {
        var workspace = ResourceId.ForResourceGroup(Guid, "testrg123")
            .Child("Microsoft.MachineLearningServices/workspaces", "workspaces123");
        Assert.Equal(Workspace, workspace.Text);
        Assert.Equal(Compute, workspace.Child("computes", "compute123").Text);
        Assert.Equal(
            Assignment,
            workspace.Child("computes", "compute123").Child("Microsoft.Authorization/roleAssignments", Guid).Text);
        Assert.Equal(Subscription, ResourceId.ForSubscription(Guid).Text);
    }

    [Theory]
    [InlineData("computes", "a/b")]
    [InlineData("computes", "a/b/c")]
    [InlineData("computes", "")]
    [InlineData("computes", "{name}")]
    [InlineData("computes", "..")]
    [InlineData("computes", "x ")]
    [InlineData("", "x")]
    [InlineData("providers", "x")]
    [InlineData("a/b/c", "x")]
    [InlineData("/a", "x")]
    public void A_builder_lets_nothing_in_but_one_type_and_one_name(string type, string name) =>
        Assert.Throws<ArgumentException>(() => Strict(Workspace).Child(type, name));

    [Theory]
    [InlineData("subId")]
    [InlineData($"{Guid}/resourceGroups/rg")]
    public void A_subscription_is_built_from_a_guid_only(string id) =>
        Assert.Throws<ArgumentException>(() => ResourceId.ForSubscription(id));

    [Fact]
    public void An_id_binds_from_json_and_from_configuration_strictly()
    {
        var id = Strict(Compute);
        Assert.Equal(id, JsonSerializer.Deserialize<ResourceId>(JsonSerializer.Serialize(id)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ResourceId>("\"/subscriptions/subId\""));
        Assert.Equal(id, TypeDescriptor.GetConverter(typeof(ResourceId)).ConvertFromInvariantString(Compute));
    }

    [Fact]
    public void A_hundred_thousand_mutated_texts_are_read_or_refused()
    {
        var random = new Random(20200313);
        string[] seeds = [Compute, Assignment, ManagementGroup, "/subscriptions/{id}/providers/a"];
        var read = Mutations.Of(seeds, random, 100_000).Count(text =>
        {
            var strict = ResourceId.Read(text);
            var lenient = ResourceId.Read(text, Strictness.Lenient);
            Assert.True(strict.IsT1 || lenient.IsT0);
            Assert.True(strict.IsT0 || (strict.AsT1.Offset >= 0 && strict.AsT1.Offset <= text.Length));
            Assert.True(lenient.IsT0 || (lenient.AsT1.Offset >= 0 && lenient.AsT1.Offset <= text.Length));
            return lenient.IsT0 && Lenient(lenient.AsT0.Text) == lenient.AsT0 && lenient.AsT0.ResourceType != "";
        });
        Assert.InRange(read, 10_000, 90_000);
    }

    private static ResourceId Strict(string text) => ResourceId.Read(text).Expect();

    private static ResourceId Lenient(string text) => ResourceId.Read(text, Strictness.Lenient).Expect();
}
