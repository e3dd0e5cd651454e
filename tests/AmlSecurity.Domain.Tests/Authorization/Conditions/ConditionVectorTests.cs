using System.Text.Json;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Conditions.ConditionWords;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

/// <summary>The conditions of Azure's built-in roles, and the examples of its documentation.</summary>
[Trait("Rule", "RBAC-04")]
public sealed class ConditionVectorTests
{
    private const string Path = "rbac/abac-conditions.json";

    private const string Write = "Microsoft.Authorization/roleAssignments/write";

    [VectorFact(RbacVectors.BuiltInPath)]
    public void All_31_conditions_of_built_in_roles_are_read_and_come_back()
    {
        var conditions = RbacVectors.BuiltIn.Values
            .SelectMany(role => role.Blocks)
            .Select(block => block.Condition)
            .OfType<AccessCondition>()
            .ToList();

        Assert.Equal(31, conditions.Count);
        Assert.All(conditions, condition => AssertComesBack(condition.Text));
    }

    [VectorFact(Path)]
    public void The_examples_of_the_documentation_are_read_and_come_back()
    {
        var examples = Rows("documentationExamples").Concat(Rows("builtInRoleConditions")).ToList();

        Assert.True(examples.Count > 20);
        Assert.All(examples, example => AssertComesBack(example.GetProperty("condition").GetString()!));
    }

    [VectorFact(Path)]
    public void The_table_of_the_documentation_holds()
    {
        var rows = Rows("operatorTruthTable").ToList();

        Assert.Equal(7, rows.Count);
        Assert.All(rows, row =>
        {
            var given = row.GetProperty("given").GetString()?.Split('=') ?? [];
            var known = given is ["name1", var value]
                ? ConditionAttributes.Empty.With(ConditionSource.Resource, "name1", new ConditionValue.Text(value))
                : ConditionAttributes.Empty;
            var action = Action(given is ["action", var name] ? name : "a/read");
            var expression = row.GetProperty("expression").GetString()!;
            Assert.Equal((expression, row.GetProperty("expected").GetBoolean()), (expression, Sound(expression).Holds(action, known)));
        });
    }

    [VectorFact(Path)]
    public void The_delegate_of_the_documentation_assigns_two_roles_only()
    {
        var condition = Sound(Rows("documentationExamples")
            .Single(row => row.GetProperty("name").GetString() == "Constrain roles")
            .GetProperty("condition").GetString()!);
        const string Role = "Microsoft.Authorization/roleAssignments:RoleDefinitionId";

        Assert.True(Assigns("a795c7a0-d4a2-40c1-ae25-d81f01202912"));
        Assert.True(Assigns("A795C7A0D4A240C1AE25D81F01202912"));
        Assert.False(Assigns("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"));
        Assert.True(condition.Holds(Action("Microsoft.Resources/deployments/write"), ConditionAttributes.Empty));

        bool Assigns(string role) => condition.Holds(
            Action(Write), ConditionAttributes.Empty.With(ConditionSource.Request, Role, new ConditionValue.Text(role)));
    }

    private static void AssertComesBack(string text)
    {
        var read = Sound(text);

        Assert.Equal(text, read.Text);
        Assert.Equal(read.Expression, Sound(read.Canonical).Expression);
        Assert.Equal(read.Canonical, Sound(read.Canonical).Canonical);
    }

    private static IEnumerable<JsonElement> Rows(string name)
    {
        using var document = JsonDocument.Parse(RbacVectors.Bytes(Path));
        return [.. document.RootElement.GetProperty(name).EnumerateArray().Select(row => row.Clone())];
    }
}
