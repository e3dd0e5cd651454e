using System.Text.Json;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Tests.Conventions;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Holds both readings of wildcards against an independent program and against the documentation.</summary>
[Trait("Rule", "RBAC-05")]
public sealed class WildcardReadingTests
{
    [VectorFact(RbacVectors.BuiltInPath, "rbac/matrix-ml-half.json")]
    public void Every_second_role_covers_the_operations_that_an_independent_program_computed()
    {
        using var matrix = JsonDocument.Parse(RbacVectors.Bytes("rbac/matrix-ml-half.json"));
        var operations = matrix.RootElement.GetProperty("operations").GetProperty("control").EnumerateArray()
            .Select(operation => Action(operation.GetString()!)).ToArray();
        var roles = RbacVectors.BuiltIn.Values.ToDictionary(role => role.Id!.Name);
        var rows = matrix.RootElement.GetProperty("roles").EnumerateArray().ToList();

        Assert.Equal((314, 464), (operations.Length, rows.Count));
        Violations.None(
            from row in rows
            let role = roles[row.GetProperty("id").GetString()!]
            let azure = Cells(row, "control")
            let literal =
                azure.Except(Cells(row, "controlOnlyZeroSegment")).Union(Cells(row, "controlOnlyLiteral")).ToHashSet()
            from cell in Enumerable.Range(0, operations.Length)
            where role.Covers(operations[cell], Plane.Control) != azure.Contains(cell)
                || role.Covers(operations[cell], Plane.Control, WildcardReading.Literal) != literal.Contains(cell)
                || role.Covers(operations[cell], Plane.Data)
                || role.Covers(operations[cell], Plane.Data, WildcardReading.Literal)
            select $"{role} does {operations[cell]}");
    }

    [VectorFact(RbacVectors.BuiltInPath, "rbac/matrix-ml-half.json")]
    public void Over_the_catalogue_of_operations_their_effective_operations_are_the_same()
    {
        using var matrix = JsonDocument.Parse(RbacVectors.Bytes("rbac/matrix-ml-half.json"));
        var roles = RbacVectors.BuiltIn.Values.ToDictionary(role => role.Id!.Name);

        Assert.All(matrix.RootElement.GetProperty("roles").EnumerateArray(), row => Assert.Equal(
            row.GetProperty("control").EnumerateArray().Select(cell => cell.GetInt32()),
            roles[row.GetProperty("id").GetString()!].Effective(MlOperationCatalogue.Operations, Plane.Control)));
    }

    [VectorFact(RbacVectors.BuiltInPath, "rbac/custom-roles.json", "rbac/documented-expectations.json")]
    public void The_Azure_reading_meets_every_documented_answer_but_one_error_of_the_documentation()
    {
        using var expectations = JsonDocument.Parse(RbacVectors.Bytes("rbac/documented-expectations.json"));
        var policy = AccessPolicy.Create(
            [.. RbacVectors.BuiltIn.Values, .. RoleDefinition.Read(
                RbacVectors.Bytes("rbac/custom-roles.json")).Values], []);
        var missed = new List<(string Role, string Operation)>();
        var missedLiterally = 0;
        foreach (var row in expectations.RootElement.EnumerateArray())
        {
            var role = policy.FindRole(new RoleReference(null, row.GetProperty("role").GetString()))!;
            var operation = Action(row.GetProperty("operation").GetString()!);
            var azure = role.Covers(operation, Plane.Control);
            var literal = role.Covers(operation, Plane.Control, WildcardReading.Literal);

            Assert.Equal(row.GetProperty("zeroSegment").GetBoolean(), azure);
            Assert.Equal(row.GetProperty("literal").GetBoolean(), literal);
            missedLiterally += literal == row.GetProperty("documented").GetBoolean() ? 0 : 1;
            if (azure != row.GetProperty("documented").GetBoolean())
            {
                missed.Add((role.Name, operation.Text));
            }
        }

        Assert.Equal(
            [("Data Scientist Custom (workspace example)", "Microsoft.Authorization/roleAssignments/delete")], missed);
        Assert.Equal(5, missedLiterally);
    }

    [VectorFact(RbacVectors.BuiltInPath, RbacVectors.OperationsPath)]
    public void The_readings_differ_in_169_cells_over_80_roles()
    {
        var (control, data) = RbacVectors.Operations;
        Assert.Equal((10_852, 848), (control.Length, data.Length));

        var cells = (
            from role in RbacVectors.BuiltIn.Values
            from list in new[] { (Plane: Plane.Control, Actions: control), (Plane: Plane.Data, Actions: data) }
            let stars = role.Blocks.SelectMany(block => list.Plane == Plane.Control
                ? block.Actions.AddRange(block.NotActions) : block.DataActions.AddRange(block.NotDataActions))
                .Where(entry => entry.Shape == ActionPatternShape.Infix).ToList()
            where stars.Count > 0
            from action in list.Actions
            where stars.Exists(star => star.Matches(action) != star.Matches(action, WildcardReading.Literal))
            let azure = role.Covers(action, list.Plane)
            where azure != role.Covers(action, list.Plane, WildcardReading.Literal)
            select (role.Name, list.Plane, Azure: azure)).ToList();

        Assert.Equal((169, 80), (cells.Count, cells.DistinctBy(cell => cell.Name).Count()));
        Assert.Equal(8, cells.Count(cell => !cell.Azure));
        Assert.Equal(0, cells.Count(cell => cell.Plane == Plane.Data));
    }

    private static HashSet<int> Cells(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(cell => cell.GetInt32())];
}
