using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AmlSecurity.Domain.Tests.Conventions;

public sealed class RulesTableTests
{
    private static readonly string[] Head = ["# A room", "", "| Rule | Kind | Type | Test |", "|---|---|---|---|"];

    private static readonly IReadOnlyList<RuleRow> Rows = RuleRow.ReadAll(Repository.PathOf("docs", "rules"));

    [Fact]
    public void The_pages_and_the_tests_agree_on_every_rule() =>
        Violations.None(RulesTable.Faults(Rows, DomainAssembly.Loaded, typeof(RulesTableTests).Assembly));

    [Fact]
    public void Every_rule_that_the_code_names_has_a_row()
    {
        using var module = DomainAssembly.ReadIl();
        var named = module.GetTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)
            .Where(call => call.Operand is MethodReference { Name: "Of", DeclaringType.Name: "RuleId" })
            .Select(call => call.Previous)
            .Where(text => text.OpCode == OpCodes.Ldstr)
            .Select(text => (string)text.Operand);

        Violations.None(named.Except(Rows.Select(row => row.Rule)));
    }

    [Theory]
    [InlineData("DEC-14 | enforced | `Rules.NoSuchType` | `Rules.RuleSetTests`", "there is no type Rules.NoSuchType")]
    [InlineData("DEC-14 | enforced | `Rules.RuleSet` | `Rules.NoSuchTests`", "there is no test Rules.NoSuchTests")]
    [InlineData("DEC-14 | enforced | `Rules.RuleSet` | `Rules.RuleSetTests.No`", "no test Rules.RuleSetTests.No")]
    [InlineData("DEC-14 | answered | `Rules.RuleSet` | `Rules.RuleIdTests`", "does not say that it proves the rule")]
    [InlineData("DEC-14 | enforced | `Rules.RuleSet` | -", "is missing")]
    [InlineData("DEC-999 | answered | `Rules.RuleSet` | `Rules.RuleSetTests`", "is missing")]
    [InlineData("DEC-14 | perhaps | `Rules.RuleSet` | `Rules.RuleSetTests`", "is not a kind")]
    [InlineData("dec | context | - | -", "not the name of a rule")]
    [InlineData("DEC-999 | context | - | -", "DEC-14: proved by")]
    public void A_row_that_is_not_true_is_seen(string row, string fault) =>
        Assert.Contains(FaultsOf(row), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void A_second_row_for_a_rule_is_seen()
    {
        const string Row = "DEC-14 | context | - | -";

        Assert.Contains("room.md, DEC-14 and room.md, DEC-14: the rule has 2 rows", FaultsOf(Row, Row));
    }

    private static IEnumerable<string> FaultsOf(params string[] rows) => RulesTable.Faults(
        [.. RuleRow.Read("room.md", [.. Head, .. rows.Select(row => $"| {row} |")])],
        DomainAssembly.Loaded,
        typeof(RulesTableTests).Assembly);
}
