using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

[Trait("Rule", "RBAC-07")]
public sealed class ScopeHierarchyTests
{
    private const string Managed = "/providers/Microsoft.Management/managementGroups/";

    [Fact]
    public void A_resource_inherits_from_all_that_is_above_it_up_to_the_root()
    {
        var hierarchy =
            Hierarchy((Subscription, ManagementGroup("mid")), (ManagementGroup("mid"), ManagementGroup("top")));

        Assert.Equal<ResourceId>(
            [Compute, Workspace, Group1, Subscription, ManagementGroup("mid"), ManagementGroup("top"), ResourceId.Root],
            hierarchy.ChainOf(Compute));
        Assert.Equal<ResourceId>(
            [Compute, Workspace, Group1, Subscription, ResourceId.Root], ScopeHierarchy.Empty.ChainOf(Compute));
        Assert.Equal<ResourceId>([ResourceId.Root], hierarchy.ChainOf(ResourceId.Root));
    }

    [Fact]
    public void A_circle_of_management_groups_ends_at_the_root()
    {
        var hierarchy = Hierarchy(
            (Subscription, ManagementGroup("a")), (
                ManagementGroup("a"), ManagementGroup("b")), (ManagementGroup("b"), ManagementGroup("a")));

        Assert.Equal<ResourceId>(
            [Subscription, ManagementGroup("a"), ManagementGroup("b"), ResourceId.Root], hierarchy.ChainOf(
                Subscription));
        Assert.Equal<ResourceId>(
            [ManagementGroup("b"), ManagementGroup("a"), ResourceId.Root], hierarchy.ChainOf(ManagementGroup("b")));
    }

    [Fact]
    public void A_management_group_under_itself_ends() => Assert.Equal<ResourceId>(
        [ManagementGroup("a"), ResourceId.Root],
        Hierarchy((ManagementGroup("a"), ManagementGroup("a"))).ChainOf(ManagementGroup("a")));

    [Fact]
    public void Only_management_groups_and_subscriptions_stand_below_management_groups()
    {
        Assert.Throws<ArgumentException>(() => Hierarchy((ResourceId.Root, ManagementGroup("a"))));
        Assert.Throws<ArgumentException>(() => Hierarchy((Group1, ManagementGroup("a"))));
        Assert.Throws<ArgumentException>(() => Hierarchy((ManagementGroup("a"), Subscription)));
    }

    [Fact]
    public void Broken_JSON_does_not_lose_the_edges_before_it()
    {
        var reading = ScopeHierarchy.Read(Utf8("""{"mid":"top","low":"mid","""), Strictness.Lenient);

        Assert.Equal(4, reading.Values.Length);
        Assert.Equal(DocumentFaultKind.NotJson, Assert.Single(reading.Faults).Kind);
    }

    [Fact]
    public void A_lone_node_without_children_is_a_tree_of_no_edges()
    {
        var reading = ScopeHierarchy.Read(
            Utf8("""{"id":"/providers/Microsoft.Management/managementGroups/a","name":"a","children":null}"""));

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Values);
    }

    [Fact]
    public void Of_two_parents_the_first_by_text_counts_in_any_order()
    {
        (ResourceId, ResourceId) one = (Subscription, ManagementGroup("one"));
        (ResourceId, ResourceId) two = (Subscription, ManagementGroup("two"));

        Assert.Equal<ResourceId>(Hierarchy(one, two).ChainOf(Group1), Hierarchy(two, one).ChainOf(Group1));
        Assert.Contains(ManagementGroup("one"), Hierarchy(two, one).ChainOf(Group1));
    }

    [Fact]
    public void An_object_maps_children_to_parents()
    {
        const string Json = $$"""{"{{SubscriptionText}}":"{{Managed}}mid","mid":"top","{{Managed}}side":"top"}""";

        var reading = ScopeHierarchy.Read(Utf8(Json));

        Assert.Empty(reading.Faults);
        Assert.Equal<ScopeParent>(
            [
                new(Subscription, ManagementGroup("mid")),
                new(ManagementGroup("mid"), ManagementGroup("top")),
                new(ManagementGroup("side"), ManagementGroup("top")),
            ],
            reading.Values);
    }

    [Fact]
    public void A_bare_child_is_a_subscription_and_a_management_group()
    {
        const string Json = """{"11111111-1111-1111-1111-111111111111":"top"}""";

        Assert.Equal<ScopeParent>(
            [
                new(ManagementGroup("11111111-1111-1111-1111-111111111111"), ManagementGroup("top")),
                new(Subscription, ManagementGroup("top")),
            ],
            ScopeHierarchy.Read(Utf8(Json)).Values);
    }

    [Fact]
    public void The_tree_of_the_command_line_tool_is_read_to_any_depth()
    {
        const string Json = $$"""
            {
              "children": [
                {
                  "children": [ { "children": null, "id": "{{SubscriptionText}}", "type": "/subscriptions" } ],
                  "displayName": "mid", "id": "{{Managed}}mid", "name": "mid"
                },
                { "id": "{{Managed}}side", "children": [] }
              ],
              "details": { "parent": null },
              "id": "{{Managed}}top", "name": "top", "type": "/providers/Microsoft.Management/managementGroups"
            }
            """;

        var reading = ScopeHierarchy.Read(Utf8(Json));

        Assert.Empty(reading.Faults);
        Assert.Equal<ResourceId>(
            [Subscription, ManagementGroup("mid"), ManagementGroup("top"), ResourceId.Root],
            ScopeHierarchy.Create(reading.Values).ChainOf(Subscription));
        Assert.Equal(3, reading.Values.Length);
    }

    [Theory]
    [InlineData("""{"mid":"top","top":null}""")]
    [InlineData("""{"top":"/","mid":"top"}""")]
    public void The_top_of_the_tree_may_be_named_leniently(string json)
    {
        var lenient = ScopeHierarchy.Read(Utf8(json), Strictness.Lenient);

        Assert.Empty(lenient.Faults);
        Assert.Equal<ResourceId>(
            [ManagementGroup("mid"), ManagementGroup("top"), ResourceId.Root],
            ScopeHierarchy.Create(lenient.Values).ChainOf(ManagementGroup("mid")));
        Assert.Equal("$.top", Assert.Single(lenient.Notices).Path);
        Assert.Equal("$.top", Assert.Single(ScopeHierarchy.Read(Utf8(json)).Faults.Where(
            fault => fault.Kind == DocumentFaultKind.Irregular)).Path);
    }

    [Theory]
    [InlineData("""{"a":7}""", "$.a", DocumentFaultKind.OfTheWrongType)]
    [InlineData("""{"a":"/subscriptions/x/resourceGroups/rg"}""", "$.a", DocumentFaultKind.Malformed)]
    [InlineData("""{"a":"/subscriptions/11111111-1111-1111-1111-111111111111"}""", "$.a", DocumentFaultKind.Malformed)]
    [InlineData(
        """{"/subscriptions/x/resourceGroups/rg":"a"}""",
        "$['/subscriptions/x/resourceGroups/rg']", DocumentFaultKind.Malformed)]
    [InlineData("""{"children":[]}""", "$", DocumentFaultKind.Missing)]
    [InlineData(
        """{"id":"/providers/Microsoft.Management/managementGroups/a","children":[7]}""",
        "$.children[0]", DocumentFaultKind.OfTheWrongType)]
    [InlineData(
        """{"children":[{"id":"/providers/Microsoft.Management/managementGroups/a"}],"id":"/subscriptions/x"}""",
        "$", DocumentFaultKind.Malformed)]
    [InlineData("7", "$", DocumentFaultKind.OfTheWrongType)]
    public void What_is_no_place_in_the_tree_is_a_fault(string json, string path, DocumentFaultKind kind)
    {
        var reading = ScopeHierarchy.Read(Utf8(json), Strictness.Lenient);

        Assert.Equal((kind, path), Assert.Single(reading.Faults.Select(fault => (fault.Kind, fault.Path))));
        Assert.Empty(reading.Values);
    }

    [Fact]
    public void Resource_groups_are_apart_by_whole_names()
    {
        var policy = AccessPolicy.Create([Reader], [Assign(Reader, Alice, Group1)]);

        Assert.True(policy.Decide(
            Ask(Alice, "a/read", Scope(SubscriptionText.ToUpperInvariant() + "/RESOURCEGROUPS/RG1"))).IsAllowed);
        Assert.True(policy.Decide(Ask(Alice, "a/read", Compute)).IsAllowed);
        Assert.False(policy.Decide(Ask(Alice, "a/read", Group10)).IsAllowed);
        Assert.False(policy.Decide(Ask(Alice, "a/read", Subscription)).IsAllowed);
    }

    private static ScopeHierarchy Hierarchy(params (ResourceId Child, ResourceId Parent)[] edges) =>
        ScopeHierarchy.Create(edges.Select(edge => new ScopeParent(edge.Child, edge.Parent)));
}
