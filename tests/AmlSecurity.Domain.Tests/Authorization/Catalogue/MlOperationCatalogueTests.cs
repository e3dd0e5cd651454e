using System.Reflection;
using System.Text.Json;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Catalogue;

public sealed class MlOperationCatalogueTests
{
    private static readonly ActionName[] Constants =
    [
        .. typeof(MlActions).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (ActionName)property.GetValue(null)!),
    ];

    [Fact]
    public void There_are_314_operations_of_one_provider_each_once()
    {
        var operations = MlOperationCatalogue.Operations;

        Assert.Equal(314, operations.Length);
        Assert.Equal(314, operations.Distinct().Count());
        Assert.All(operations, operation => Assert.Equal(MlOperationCatalogue.Provider, operation.Provider));
        Assert.Equal(operations.OrderBy(operation => operation.Canonical, StringComparer.Ordinal), operations);
        Assert.Equal("2026-08-22", MlOperationCatalogue.Source.AsOf.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void Of_the_constants_of_the_model_only_the_assignment_of_roles_is_not_in_it()
    {
        Assert.Equal(20, Constants.Length);
        Assert.Equal([MlActions.AssignRole], Constants.Where(action => !MlOperationCatalogue.Contains(action)));
        Assert.Equal(Constants, MlActions.All);
    }

    [Fact]
    public void Under_the_rules_of_2020_it_holds_what_the_pages_name()
    {
        var under = MlOperationCatalogue.Under(RuleSet.March2020);

        Assert.Equal(19, under.Length);
        Assert.Equal(Constants.Except([MlActions.AssignRole]).ToHashSet(), under.ToHashSet());
        Assert.All(under, action => Assert.True(MlOperationCatalogue.Contains(action, RuleSet.July2020)));
        Assert.Equal(RuleSet.July2020.Date, MlOperationCatalogue.SourceUnder(RuleSet.March2020).AsOf);
    }

    [Fact]
    public void Under_later_rules_it_holds_the_whole_list()
    {
        var rules = RuleSet.Read("2021-01-01").Expect();
        var younger = Action(MlOperationCatalogue.Provider + "/registries/read");

        Assert.Equal(MlOperationCatalogue.Operations.AsEnumerable(), MlOperationCatalogue.Under(rules));
        Assert.Equal(MlOperationCatalogue.Source, MlOperationCatalogue.SourceUnder(rules));
        Assert.True(MlOperationCatalogue.Contains(younger, rules));
        Assert.False(MlOperationCatalogue.Contains(younger, RuleSet.Read("2020-12-31").Expect()));
    }

    [Fact]
    public void The_document_is_read_on_the_first_question_and_only_then()
    {
        Assert.Null(typeof(MlOperationCatalogue).TypeInitializer);
        Assert.Same(MlOperationCatalogue.Operations[0], MlOperationCatalogue.Under(RuleSet.Current)[0]);
        Assert.Equal(MlOperationData.Load().All.AsEnumerable(), MlOperationCatalogue.Operations);
    }

    [Fact]
    public void Case_does_not_matter() => Assert.True(MlOperationCatalogue.Contains(
        Action("microsoft.machinelearningservices/WORKSPACES/Read")));

    [Theory]
    [InlineData("Microsoft.MachineLearningServices/workspaces/brew/action")]
    [InlineData("Microsoft.MachineLearningServices/workspaces")]
    [InlineData("Microsoft.Authorization/roleAssignments/write")]
    [InlineData("workspaces/read")]
    public void What_is_not_on_the_list_is_not_in_it(string action) =>
        Assert.False(MlOperationCatalogue.Contains(Action(action)));

    [Fact]
    public void Null_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => MlOperationCatalogue.Contains(null!));
        Assert.Throws<ArgumentNullException>(() => MlOperationCatalogue.Contains(MlActions.ReadRun, null!));
        Assert.Throws<ArgumentNullException>(() => MlOperationCatalogue.Under(null!));
        Assert.Throws<ArgumentNullException>(() => MlOperationCatalogue.SourceUnder(null!));
    }

    [VectorFact("rbac/ml-operations.json")]
    public void It_is_the_exported_list_and_there_are_no_data_operations()
    {
        using var exported = JsonDocument.Parse(RbacVectors.Bytes("rbac/ml-operations.json"));

        Assert.Equal(
            exported.RootElement.GetProperty("control").EnumerateArray()
                .Select(operation => operation.GetProperty("name").GetString()),
            MlOperationCatalogue.Operations.Select(operation => operation.Text));
        Assert.Equal(0, exported.RootElement.GetProperty("data").GetArrayLength());
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    public void No_built_in_role_has_a_data_entry_of_the_provider() => Assert.DoesNotContain(
        RbacVectors.BuiltIn.Values.SelectMany(role => role.Blocks)
            .SelectMany(block => block.DataActions.Concat(block.NotDataActions)),
        entry => entry.Text.StartsWith(MlOperationCatalogue.Provider, StringComparison.OrdinalIgnoreCase));
}
