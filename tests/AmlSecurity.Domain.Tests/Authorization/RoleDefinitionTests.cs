using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class RoleDefinitionTests
{
    [Fact]
    public void The_effective_operations_are_the_places_of_those_that_it_covers()
    {
        var role = Role("Models", Block(["A.B/models/*"], ["A.B/models/delete"], data: ["A.B/blobs/read"]));
        ImmutableArray<ActionName> operations =
        [
            Action("A.B/models/read"), Action("A.B/models/delete"), Action("A.B/blobs/read"), Action("A.B/models/write"),
        ];

        Assert.Equal([0, 3], role.Effective(operations, Plane.Control).AsEnumerable());
        Assert.Equal([2], role.Effective(operations, Plane.Data).AsEnumerable());
        Assert.Empty(role.Effective([], Plane.Control));
        Assert.Empty(role.Effective(default, Plane.Control));
        Assert.Empty(Role("Empty").Effective(operations, Plane.Control));
    }

    [Fact]
    public void The_effective_operations_depend_on_the_reading()
    {
        var role = Role("Readers", Block(["A.B/x/*/read"]));
        ImmutableArray<ActionName> operations = [Action("A.B/x/read"), Action("A.B/x/y/read")];

        Assert.Equal([0, 1], role.Effective(operations, Plane.Control).AsEnumerable());
        Assert.Equal([1], role.Effective(operations, Plane.Control, WildcardReading.Literal).AsEnumerable());
    }

    [Fact]
    public void Effective_operations_of_no_plane_or_with_a_null_are_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Role("Empty").Effective([], (Plane)2));
        Assert.Throws<ArgumentNullException>(() => Role("Empty").Effective([null!], Plane.Control));
    }

    private const string Guid = "88888888-8888-8888-8888-888888888888";

    private const string Cli = $$"""
        {
          "Name": "Compute Watcher", "Id": "{{Guid}}", "IsCustom": true, "Description": "Watches.",
          "Actions": ["a/*"], "NotActions": ["a/write"], "DataActions": ["a/data/read"], "NotDataActions": [],
          "AssignableScopes": ["{{SubscriptionText}}"]
        }
        """;

    private const string Flat = $$"""
        {
          "assignableScopes": ["{{SubscriptionText}}"], "description": "Watches.", "name": "{{Guid}}",
          "permissions": [{
            "actions": ["a/*"], "condition": null, "conditionVersion": null, "dataActions": ["a/data/read"],
            "notActions": ["a/write"], "notDataActions": [] }],
          "roleName": "Compute Watcher", "roleType": "CustomRole", "type": "Microsoft.Authorization/roleDefinitions"
        }
        """;

    private const string Arm = $$"""
        {
          "id": "{{SubscriptionText}}/providers/Microsoft.Authorization/roleDefinitions/{{Guid}}", "name": "{{Guid}}",
          "type": "Microsoft.Authorization/roleDefinitions",
          "properties": {
            "roleName": "Compute Watcher", "type": "CustomRole", "description": "Watches.",
            "assignableScopes": ["{{SubscriptionText}}"],
            "permissions": [{ "actions": ["a/*"], "notActions": ["a/write"], "dataActions": ["a/data/read"] }] }
        }
        """;

    private static readonly RoleDefinition Watcher = new(
        "Compute Watcher",
        [Block(["a/*"], ["a/write"], ["a/data/read"])],
        RoleDefinitionId.Read(Guid).Expect(),
        RoleKind.Custom,
        "Watches.",
        [Subscription]);

    [Theory]
    [InlineData(Cli)]
    [InlineData(Flat)]
    [InlineData(Arm)]
    [Trait("Rule", "AUTHZ-16")]
    public void The_three_shapes_are_one_role(string json) => Assert.Equal(Watcher, Assert.Single(Read(json).Values));

    [Fact]
    public void The_shapes_may_stand_in_one_file() =>
        Assert.Equal<RoleDefinition>([Watcher, Watcher, Watcher], Read($"[{Cli},{Flat},{Arm}]").Values);

    [Theory]
    [InlineData(RoleShape.Cli, Cli)]
    [InlineData(RoleShape.Flat, Flat)]
    public void A_role_is_written_as_its_shape_says(RoleShape shape, string json) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Written(json => Watcher.WriteTo(json, shape)))));

    [Fact]
    public void An_ARM_role_holds_its_body_under_properties()
    {
        var written = JsonNode.Parse(Written(json => Watcher.WriteTo(json, RoleShape.Arm)))!;

        Assert.Equal(Guid, (string?)written["name"]);
        Assert.Equal("Compute Watcher", (string?)written["properties"]!["roleName"]);
        Assert.Equal("CustomRole", (string?)written["properties"]!["type"]);
        Assert.Equal("a/*", (string?)written["properties"]!["permissions"]![0]!["actions"]![0]);
    }

    [Property(MaxTest = 300 / Law.Share)]
    public Property What_is_written_reads_as_the_same_role_and_is_written_the_same_again() => Prop.ForAll(
        (from role in AnyRole
         from shape in Gen.Elements(Enum.GetValues<RoleShape>())
         where role.FitsInto(shape) && !role.Blocks.IsEmpty
         select (role, shape)).ToArbitrary(),
        given =>
        {
            var first = Written(json => given.role.WriteTo(json, given.shape));
            var read = RoleDefinition.Read(first, Strictness.Lenient);
            var second = Written(json => read.Values.Single().WriteTo(json, given.shape));
            return read.Values.Single().Equals(given.role) && first.AsSpan().SequenceEqual(second);
        });

    [Fact]
    public void The_path_of_an_id_survives_in_every_shape()
    {
        var role = Read(Arm).Values.Single();

        foreach (var shape in Enum.GetValues<RoleShape>())
        {
            var again = RoleDefinition.Read(Written(json => role.WriteTo(json, shape))).Values.Single();
            Assert.Equal(role.Id!.Text, again.Id!.Text);
            Assert.StartsWith(SubscriptionText, again.Id.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_CLI_shape_holds_one_block_without_a_condition()
    {
        var two = Role("two", Block(["a/read"]), Block(["b/read"]));
        var conditional = Role("if", Block(["a/read"], condition: "x"));

        foreach (var role in new[] { two, conditional })
        {
            Assert.False(role.FitsInto(RoleShape.Cli));
            Assert.True(role.FitsInto(RoleShape.Flat));
            Assert.True(role.FitsInto(RoleShape.Arm));
            Assert.Throws<ArgumentException>(() => Written(json => role.WriteTo(json, RoleShape.Cli)));
        }
    }

    [Fact]
    public void A_role_without_blocks_does_not_fit_into_CLI_shape_which_has_one()
    {
        Assert.False(Role("empty").FitsInto(RoleShape.Cli));
        Assert.True(Role("empty").FitsInto(RoleShape.Arm));
    }

    [Fact]
    public void A_template_expression_among_the_assignable_scopes_is_left_out_and_loses_nothing_else()
    {
        var json = Encoding.UTF8.GetBytes(
            """{"Name":"r","Actions":["*"],"AssignableScopes":["[subscription().id]","/subscriptions/s"]}""");
        var reading = RoleDefinition.Read(json, Strictness.Lenient);

        Assert.Equal("/subscriptions/s", Assert.Single(Assert.Single(reading.Values).AssignableScopes).Text);
        Assert.Equal("$.AssignableScopes[0]", reading.Notices[0].Path);
        Assert.Empty(RoleDefinition.Read(json).Values);
    }

    [Fact]
    public void An_id_and_a_name_of_two_roles_are_reported()
    {
        const string Json = """
            {"id":"/x/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7","name":"8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
             "roleName":"Owner","permissions":[]}
            """;
        var reading = RoleDefinition.Read(Encoding.UTF8.GetBytes(Json), Strictness.Lenient);

        Assert.Equal("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", Assert.Single(reading.Values).Id!.Name);
        Assert.Equal(DocumentFaultKind.Irregular, Assert.Single(reading.Notices).Kind);
    }

    [Theory]
    [InlineData("""{"Name":"r"}""", DocumentFaultKind.Missing, "$")]
    [InlineData("""{"Name":"r","Actions":[null]}""", DocumentFaultKind.OfTheWrongType, "$.Actions[0]")]
    [InlineData("""{"Name":"r","Actions":"*"}""", DocumentFaultKind.OfTheWrongType, "$.Actions")]
    [InlineData(
        """{"Name":"r","Actions":[],"AssignableScopes":["nowhere"]}""",
        DocumentFaultKind.Malformed, "$.AssignableScopes[0]")]
    [InlineData("""{"Name":"r","Actions":[],"Id":"/x/y"}""", DocumentFaultKind.Malformed, "$")]
    [InlineData("""{"roleName":"r","permissions":[7]}""", DocumentFaultKind.OfTheWrongType, "$.permissions[0]")]
    [InlineData(
        """{"properties":{"roleName":"r","permissions":{}}}""",
        DocumentFaultKind.OfTheWrongType, "$.properties.permissions")]
    [InlineData("""{"Name":"r","Actions":[],"IsCustom":"perhaps"}""", DocumentFaultKind.OfTheWrongType, "$.IsCustom")]
    public void What_is_no_role_is_a_fault_at_its_place(string json, DocumentFaultKind kind, string path)
    {
        var reading = Read(json);

        Assert.Equal((kind, path), Assert.Single(reading.Faults.Select(fault => (fault.Kind, fault.Path))));
        Assert.Empty(reading.Values);
    }

    [Theory]
    [InlineData($$"""{"id":"{{Guid}}","permissions":[]}""", Guid)]
    [InlineData($$"""{"id":"/x/roleDefinitions/{{Guid}}","properties":{"permissions":[] } }""", Guid)]
    [InlineData("""{"Actions":[]}""", "")]
    public void A_role_without_a_name_is_kept_leniently_and_called_by_its_id(string json, string name)
    {
        var lenient = Read(json);

        Assert.Equal(name, Assert.Single(lenient.Values).Name);
        Assert.Equal(DocumentFaultKind.Missing, Assert.Single(lenient.Notices).Kind);
        Assert.Equal(DocumentFaultKind.Missing, Assert.Single(RoleDefinition.Read(Utf8(json)).Faults).Kind);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("id")]
    public void Of_name_and_id_the_one_that_is_a_GUID_is_the_id(string first)
    {
        var path = "/providers/Microsoft.Authorization/roleDefinitions/" + Guid;
        var (name, id) = first == "name" ? ("Watcher", path) : (Guid, "watcher");
        var json = $$"""{"id":"{{id}}","name":"{{name}}","properties":{"roleName":"Watcher","permissions":[] } }""";

        Assert.Equal(RoleDefinitionId.Read(Guid).Expect(), Assert.Single(Read(json).Values).Id);
    }

    [Theory]
    [InlineData("""{"Name":"r","Actions":["a/*b"]}""", "$.Actions[0]")]
    [InlineData("""{"Name":"r","Actions":["*/*"]}""", "$.Actions[0]")]
    [InlineData("""{"Name":"r","Actions":[],"NotDataActions":["a/b/"]}""", "$.NotDataActions[0]")]
    [InlineData("""{"roleName":"r","permissions":[],"roleType":"Strange"}""", "$.roleType")]
    [InlineData("""{"Name":"r","Actions":[],"IsCustom":"true"}""", "$.IsCustom")]
    [InlineData("""{"Name":"r","Actions":[],"AssignableScopes":["/subscriptions/subId"]}""", "$.AssignableScopes[0]")]
    public void What_is_irregular_is_kept_leniently_and_refused_strictly(string json, string path)
    {
        var lenient = Read(json);

        Assert.Equal(path, Assert.Single(lenient.Notices).Path);
        Assert.Single(lenient.Values);
        var strict = RoleDefinition.Read(Utf8(json));
        Assert.Equal(path, Assert.Single(strict.Faults).Path);
        Assert.Empty(strict.Values);
        Assert.Empty(strict.Notices);
    }

    [Theory]
    [InlineData("""{"Name":"r","IsCustom":false,"Actions":[]}""", RoleKind.BuiltIn)]
    [InlineData("""{"Name":"r","IsCustom":true,"Actions":[]}""", RoleKind.Custom)]
    [InlineData("""{"Name":"r","Actions":[]}""", RoleKind.Custom)]
    [InlineData("""{"roleName":"r","roleType":"builtinrole","permissions":[]}""", RoleKind.BuiltIn)]
    [InlineData("""{"properties":{"roleName":"r","type":"BuiltInRole","permissions":[]}}""", RoleKind.BuiltIn)]
    public void The_document_says_who_made_the_role(string json, RoleKind kind) =>
        Assert.Equal(kind, Read(json).Values.Single().Kind);

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void A_role_is_the_union_of_its_blocks()
    {
        var role = Role("r", Block(["a/*"], ["a/write"]), Block(["a/write", "b/read"], ["b/*"]));

        Assert.True(role.Covers(Action("a/read"), Plane.Control));
        Assert.True(role.Covers(Action("a/write"), Plane.Control));
        Assert.False(role.Covers(Action("b/read"), Plane.Control));
    }

    [Fact]
    public void Roles_are_equal_by_all_members()
    {
        Assert.Equal(Role("r", Block(["a/b"])), Role("r", Block(["A/B"])));
        Assert.Equal(Role("r", Block(["a/b"])).GetHashCode(), Role("r", Block(["A/B"])).GetHashCode());
        Assert.NotEqual(Role("r"), Role("s"));
        Assert.NotEqual(Role("r", Block(["a/b"])), Role("r", Block(["a/c"])));
        Assert.NotEqual(
            Watcher, new RoleDefinition(Watcher.Name, Watcher.Blocks, Watcher.Id, Watcher.Kind, Watcher.Description));
    }

    private static Gen<RoleDefinition> AnyRole =>
        from name in Gen.Elements("r", "a role", "ro\"le", "Rôle")
        from id in Gen.Elements(
            null, Guid, SubscriptionText + "/providers/Microsoft.Authorization/roleDefinitions/" + Guid, "x")
        from kind in Gen.Elements(Enum.GetValues<RoleKind>())
        from description in Gen.Elements(null, "", "what it is for")
        from blocks in AnyBlock.ListOf().Resize(3)
        from scopes in Gen.SubListOf(Subscription, Workspace, Scope("/"), Scope("/subscriptions/<id>"))
        select new RoleDefinition(
            name,
            [.. blocks],
            id is null ? null : RoleDefinitionId.Read(id, Strictness.Lenient).Expect(),
            kind,
            description,
            [.. scopes]);

    private static Gen<PermissionBlock> AnyBlock =>
        from lists in Gen.SubListOf("*", "*/read", "a/*/b", "A/B/Write ", "a/{x}", "*/*", "").ArrayOf(4)
        from condition in Gen.Elements(null, null, null, "@Request[x:y] StringEquals 'é'")
        select Block([.. lists[0]], [.. lists[1]], [.. lists[2]], [.. lists[3]], condition);

    private static DocumentReading<RoleDefinition> Read(string json) =>
        RoleDefinition.Read(Encoding.UTF8.GetBytes(json), Strictness.Lenient);
}
