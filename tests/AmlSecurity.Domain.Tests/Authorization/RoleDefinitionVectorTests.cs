using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Holds the readers against real role definitions.</summary>
public sealed class RoleDefinitionVectorTests
{
    [VectorFact(RbacVectors.BuiltInPath)]
    public void All_built_in_roles_are_read_leniently_and_their_ten_malformed_entries_are_reported()
    {
        var reading = RbacVectors.BuiltIn;

        Assert.Equal(928, reading.Values.Length);
        Assert.Empty(reading.Faults);
        Assert.All(reading.Values, role => Assert.Equal(RoleKind.BuiltIn, role.Kind));
        Assert.Equal(
            [("blank", 2), ("placeholder", 1), ("slash", 7)],
            reading.Notices.CountBy(KindOf).Select(kind => (kind.Key, kind.Value)).Order());
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    public void Written_flat_they_are_the_source()
    {
        var source = JsonNode.Parse(RbacVectors.Bytes(RbacVectors.BuiltInPath))!.AsArray();

        Violations(source.Zip(RbacVectors.BuiltIn.Values)
            .Where(pair => !JsonNode.DeepEquals(pair.First, JsonNode.Parse(Written(json => pair.Second.WriteTo(json)))))
            .Select(pair => pair.Second.Name));
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    public void Strict_reading_refuses_exactly_the_roles_that_hold_a_malformed_entry()
    {
        var strict = RoleDefinition.Read(RbacVectors.Bytes(RbacVectors.BuiltInPath));

        Assert.Equal(
            RbacVectors.BuiltIn.Values.Where(
                role => RbacVectors.PatternsOf(role).All(entry => entry.Irregularity is null)),
            strict.Values);
        Assert.Equal<DocumentFault>(RbacVectors.BuiltIn.Notices, strict.Faults);
        Assert.Empty(strict.Notices);
        Assert.Equal(928 - 10, strict.Values.Length);
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    [Trait("Rule", "RBAC-05")]
    public void Their_entries_have_five_shapes() => Assert.Equal(
        [
            (ActionPatternShape.Exact, 8_463),
            (ActionPatternShape.Prefix, 1_637),
            (ActionPatternShape.Infix, 948),
            (ActionPatternShape.Suffix, 16),
            (ActionPatternShape.Everything, 2),
        ],
        RbacVectors.BuiltIn.Values.SelectMany(RbacVectors.PatternsOf)
            .CountBy(entry => entry.Shape).Select(shape => (shape.Key, shape.Value)).Order());

    [VectorFact(RbacVectors.BuiltInPath)]
    public void In_every_shape_that_holds_it_a_role_reads_as_it_was()
    {
        foreach (var shape in Enum.GetValues<RoleShape>())
        {
            var fitting = RbacVectors.BuiltIn.Values.Where(role => role.FitsInto(shape)).ToList();
            var document = Written(json =>
            {
                json.WriteStartArray();
                fitting.ForEach(role => role.WriteTo(json, shape));
                json.WriteEndArray();
            });

            Assert.Equal(fitting, RoleDefinition.Read(document, Strictness.Lenient).Values);
        }
    }

    [VectorFact(RbacVectors.BuiltInPath, "rbac/well-known-role-ids.json")]
    public void The_well_known_ids_are_those_of_the_roles()
    {
        using var known = JsonDocument.Parse(RbacVectors.Bytes("rbac/well-known-role-ids.json"));
        var policy = AccessPolicy.Create(RbacVectors.BuiltIn.Values, []);

        foreach (var role in known.RootElement.EnumerateObject())
        {
            var id = RoleDefinitionId.Read(role.Value.GetString()).Expect();
            Assert.Equal(role.Name, policy.FindRole(new RoleReference(id))?.Name);
            Assert.Equal(id, policy.FindRole(new RoleReference(null, role.Name))?.Id);
        }
    }

    [VectorTheory("aml/roles-custom", "aml/roles-builtin")]
    [InlineData("aml/roles-custom", RoleKind.Custom, RoleShape.Cli)]
    [InlineData("aml/roles-builtin", RoleKind.BuiltIn, RoleShape.Flat)]
    public void Each_file_of_a_folder_holds_one_role(string folder, RoleKind kind, RoleShape shape)
    {
        var files = Directory.GetFiles(OutsideVectors.PathOf(folder), "*.json");

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var reading = RoleDefinition.Read(File.ReadAllBytes(file), Strictness.Lenient);
            Assert.Empty(reading.Faults);
            var role = Assert.Single(reading.Values);
            Assert.Equal(kind, role.Kind);
            Assert.NotNull(role.Description);
            var again = RoleDefinition.Read(Written(json => role.WriteTo(json, shape)), Strictness.Lenient);
            Assert.Equal(role, Assert.Single(again.Values));
        });
    }

    [VectorFact("rbac/custom-roles.json")]
    public void The_custom_roles_of_the_documentation_are_read_strictly()
    {
        var reading = RoleDefinition.Read(RbacVectors.Bytes("rbac/custom-roles.json"));

        Assert.Empty(reading.Faults);
        Assert.Equal(9, reading.Values.Length);
    }

    [VectorFact("aml/rest-examples")]
    public void The_bodies_of_the_published_examples_are_read_leniently()
    {
        foreach (var file in Directory.EnumerateFiles(OutsideVectors.PathOf("aml/rest-examples"), "authz-*Role*.json"))
        {
            using var example = JsonDocument.Parse(File.ReadAllBytes(file));
            var isAssignment = file.Contains("Assignment", StringComparison.Ordinal);
            foreach (var body in Responses(example.RootElement))
            {
                var faults = isAssignment
                    ? RoleAssignment.Read(Utf8(body), Strictness.Lenient).Faults
                    : RoleDefinition.Read(Utf8(body), Strictness.Lenient).Faults;
                Assert.Empty(faults);
            }
        }
    }

    [VectorFact("aml/rest-examples/authz-PutRoleDefinition.json", "aml/rest-examples/authz-PutRoleAssignment.json")]
    public void A_request_to_assign_a_role_lacks_the_scope_that_stands_in_its_address()
    {
        using var definition = JsonDocument.Parse(RbacVectors.Bytes("aml/rest-examples/authz-PutRoleDefinition.json"));
        using var assignment = JsonDocument.Parse(RbacVectors.Bytes("aml/rest-examples/authz-PutRoleAssignment.json"));
        var role = definition.RootElement.GetProperty("parameters").GetProperty("body").GetProperty("roleDefinition");
        var request = assignment.RootElement.GetProperty("parameters").GetProperty("parameters");

        Assert.Equal(
            "Role name", RoleDefinition.Read(Utf8(role.GetRawText()), Strictness.Lenient).Values.Single().Name);
        var fault = Assert.Single(RoleAssignment.Read(Utf8(request.GetRawText()), Strictness.Lenient).Faults);
        Assert.Equal((DocumentFaultKind.Missing, "the assignment has no `scope`"), (fault.Kind, fault.Detail));
    }

    private static IEnumerable<string> Responses(JsonElement example) =>
        from response in example.GetProperty("responses").EnumerateObject()
        where response.Name[0] == '2'
        select response.Value.GetProperty("body").GetRawText();

    private static string KindOf(DocumentFault notice) => notice.Detail switch
    {
        var detail when detail.Contains("`Microsoft.Insights/alertRules/`", StringComparison.OrdinalIgnoreCase) =>
            "slash",
        var detail when detail.Contains(" `: it is surrounded by blanks", StringComparison.Ordinal) => "blank",
        var detail when detail.Contains("{operationName}", StringComparison.Ordinal) => "placeholder",
        var detail => detail,
    };

    private static void Violations(IEnumerable<string> found) => Conventions.Violations.None(found);
}
