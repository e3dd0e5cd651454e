using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>What a reader says of documents that are not as they should be.</summary>
public sealed class FaultTextTests
{
    [Theory]
    [InlineData("""{"Actions": []}""", "$: the role has neither `roleName` nor `Name`")]
    [InlineData("""{"Name": "r"}""", "$: the role has neither `permissions` nor `Actions`")]
    [InlineData("""{"Name": "r", "Actions": [null]}""", "$.Actions[0]: the entry is null")]
    [InlineData(
        """{"Name": "r", "Actions": [], "AssignableScopes": ["nonsense"]}""",
        "$.AssignableScopes[0]: `nonsense` is no scope: *")]
    [InlineData(
        """{"Name": "r", "Actions": [], "RoleType": "Odd"}""", "$.RoleType: `Odd` is no type of role")]
    [InlineData(
        """{"Name": "r", "Actions": [], "AssignableScopes": ["[subscription().id]"]}""",
        "$.AssignableScopes[0]: `[subscription().id]` is not resolved; it is left out")]
    public void A_role(string document, string fault) =>
        AssertSays(fault, RoleDefinition.Read(Utf8(document), Strictness.Lenient));

    [Theory]
    [InlineData("{}", "$: the assignment has no `principalId`")]
    [InlineData("""{"principalId": "a"}""", "$: the assignment has no `scope`")]
    [InlineData("""{"principalId": "a", "scope": "/"}""", "$: the assignment has no `roleDefinitionId`")]
    [InlineData(
        """{"principalId": "a", "scope": "/", "roleDefinitionId": "/"}""", "$.roleDefinitionId: `/` is no id of a role: *")]
    [InlineData("""{"principalId": ""}""", "$.principalId: `` is no object id: *")]
    [InlineData(
        """{"principalId": "a", "principalType": "Cat"}""", "$.principalType: `Cat` is no type of principal")]
    [InlineData(
        """{"principalId": "a", "principalType": "1"}""", "$.principalType: `1` is no type of principal")]
    public void An_assignment(string document, string fault) =>
        AssertSays(fault, RoleAssignment.Read(Utf8(document), Strictness.Lenient));

    [Theory]
    [InlineData("{}", "$: the deny assignment has no `scope`")]
    [InlineData("""{"scope": "/"}""", "$: the deny assignment has no `permissions`")]
    [InlineData("""{"scope": "/", "permissions": []}""", "$: the deny assignment has no `principals`")]
    [InlineData(
        """{"scope": "/", "permissions": [], "principals": [{"type": "User"}]}""",
        "$.principals[0]: the principal has no `id`")]
    [InlineData(
        """{"scope": "/", "permissions": [], "principals": [{"type": "SystemDefined"}]}""",
        "$.principals[0]: the principal has no `id`; by its type it is all principals")]
    [InlineData(
        """{"scope": "/", "permissions": [], "principals": [], "denyAssignmentEffect": "none"}""",
        "$.denyAssignmentEffect: `none` is no effect; it is taken as `enforced`")]
    public void A_deny_assignment(string document, string fault) =>
        AssertSays(fault, DenyAssignment.Read(Utf8(document), Strictness.Lenient));

    [Theory]
    [InlineData("""{"top": "/"}""", "$.top: the parent is no management group, hence the tenant's root")]
    [InlineData("""{"children": []}""", "$: the node has no `id` of a management group or subscription")]
    [InlineData(
        """{"id": "/subscriptions/x", "children": [{"id": "/subscriptions/y"}]}""",
        "$: `/subscriptions/x` is a subscription and has children")]
    [InlineData("""{"a": "/subscriptions/x"}""", "$.a: `/subscriptions/x` is a subscription, not a management group")]
    [InlineData(
        """{"a": "/subscriptions/x/resourceGroups/g"}""",
        "$.a: `/subscriptions/x/resourceGroups/g` is neither a management group nor a subscription")]
    [InlineData("""{"a": "/x"}""", "$.a: `/x` is neither a management group nor a subscription: *")]
    public void A_tree_of_management_groups(string document, string fault) =>
        AssertSays(fault, ScopeHierarchy.Read(Utf8(document), Strictness.Lenient));

    [Theory]
    [InlineData("""{"subject": {"x": [1]}}""", "$.subject: it is none of the sources of attributes")]
    [InlineData("""{"resource": {"[": [1]}}""", "$.resource['[']: `[` is no name of an attribute")]
    [InlineData("""{"resource": {"x": 1e99}}""", "$.resource.x: the number cannot be held exactly")]
    public void The_attributes_of_a_request(string document, string fault) =>
        AssertSays(fault, ConditionAttributes.Read(Utf8(document), Strictness.Lenient));

    [Fact]
    public void A_member_that_is_not_known_is_passed_over_with_all_that_is_in_it()
    {
        const string Odd = """ "odd": {"scope": 7, "principals": [{"id": 8}], "Name": [9]}, """;

        Assert.Empty(RoleDefinition.Read(Utf8($$"""{{{Odd}} "Name": "r", "Actions": []}""")).Faults);
        Assert.Empty(DenyAssignment.Read(Utf8(
            $$"""{{{Odd}} "scope": "/", "permissions": [], "principals": [{"odd": {"id": 7}, "id": "{{Alice.Text}}"}]}""")).Faults);
        Assert.Empty(RoleAssignment.Read(Utf8(
            $$"""{{{Odd}} "principalId": "{{Alice.Text}}", "scope": "/", "roleDefinitionName": "r"}""")).Faults);
    }

    [Fact]
    public void What_is_written_says_its_type()
    {
        var deny = Deny(Workspace, ["*"]);
        var assignment = Assign(Owner, Alice, Workspace);

        Assert.Contains("\"type\":\"Microsoft.Authorization/roleDefinitions\"", Text(json => Owner.WriteTo(json, RoleShape.Flat)), StringComparison.Ordinal);
        Assert.Contains("\"type\":\"Microsoft.Authorization/denyAssignments\"", Text(deny.WriteTo), StringComparison.Ordinal);
        Assert.Contains(
            "\"type\":\"Microsoft.Authorization/roleAssignments\"", Text(assignment.WriteTo), StringComparison.Ordinal);

        static string Text(Action<System.Text.Json.Utf8JsonWriter> write) =>
            System.Text.Encoding.UTF8.GetString(Written(write));
    }

    [Fact]
    public void A_role_beyond_the_limits_says_which_and_what_to_do()
    {
        ResourceId[] groups = [ManagementGroup("a"), ManagementGroup("b")];
        var role = new RoleDefinition(
            "r",
            [Block(["p/*/b/*"], data: ["d/read"], condition: new string('x', AccessCondition.MaximumLength + 1))],
            assignableScopes: [.. groups, ResourceId.Root, .. Enumerable.Repeat(Subscription, 2_000)]);

        Assert.Equal(
            [
                ("there are 2003 scopes", "name at most 2000"),
                ("there are 2 management groups", "name at most one"),
                ("a role with data actions cannot be assigned at a management group", "name subscriptions instead"),
                ("only built-in roles have the scope `/`", "name a subscription"),
                ("an entry has at most one wildcard; this one matches nothing", "write one entry for each"),
                ("it has 8193 characters", "use at most 8192"),
            ],
            RoleLimits.Assess(role, RuleSet.Current).Select(finding => (finding.Message, finding.Remedy)));
        Assert.Equal(
            ("the role can be assigned nowhere", "name at least one scope"),
            RoleLimits.Assess(Role("none", Block(["p/read"])), RuleSet.Current).Select(finding => (finding.Message, finding.Remedy)).Single());
    }

    [Fact]
    public void A_custom_role_beyond_the_rules_of_2020_says_why_and_what_to_do()
    {
        var role = new RoleDefinition(
            "r", [Block(["Microsoft.Storage/storageAccounts/run/action"])], assignableScopes: [ResourceId.Root]);

        Assert.Equal(
            [
                (
                    "`Microsoft.Storage/storageAccounts/run/action` is not limited to the workspace and its compute",
                    "begin the entry with `Microsoft.MachineLearningServices/workspaces/`"),
                (
                    "`Microsoft.Storage/storageAccounts/run/action` is more than a read, write or delete permission",
                    "end the entry with `/read`, `/write` or `/delete`"),
                (
                    "`/` is neither a subscription, a resource group nor a workspace",
                    "name a scope of one of these three levels"),
            ],
            CustomRoles2020.Assess(role, RuleSet.March2020).Select(finding => (finding.Message, finding.Remedy!)));
    }

    // A text that ends in a star goes on with what another type says.
    private static void AssertSays<T>(string expected, DocumentReading<T> reading) => Assert.Contains(
        reading.Faults.Concat(reading.Notices).Select(fault => $"{fault.Path}: {fault.Detail}"),
        said => expected.EndsWith('*')
            ? said.StartsWith(expected[..^1], StringComparison.Ordinal) && said.Length >= expected.Length
            : said == expected);
}
