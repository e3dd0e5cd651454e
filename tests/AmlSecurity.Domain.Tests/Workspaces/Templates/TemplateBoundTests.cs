using System.Diagnostics;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

/// <summary>Templates made to cost more than they weigh: each is read in a moment, and says what it gave up.</summary>
public sealed class TemplateBoundTests
{
    private const string TooLarge = "the value is too large";
    private const string TooDeep = "the expressions need each other too deeply";

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "lists that double", Chain(60, "[createArray(variables('v{0}'), variables('v{0}'))]"), TooLarge },
        { "texts that double", Chain(60, "[concat(variables('v{0}'), variables('v{0}'))]"), TooLarge },
        {
            "objects that double",
            Chain(60, "{\"a\":\"[variables('v{0}')]\",\"b\":\"[variables('v{0}')]\"}", isJson: true),
            TooLarge
        },
        { "a long chain", Chain(20_000, "[variables('v{0}')]"), TooDeep },
        { "deep lists", Chain(180, "[createArray(variables('v{0}'))]"), TooDeep },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Variables_that_use_each_other_end_soon(string what, string variables, string reason)
    {
        var watch = Stopwatch.StartNew();
        var node = TemplateLab.Evaluate("variables('last')", variables: variables);

        // A list may hold what is not known; the text that gave up is somewhere inside.
        var inside = node;
        while (!inside.IsUnresolved)
        {
            inside = inside.Items.Concat(inside.Members.Select(member => member.Value)).First();
        }

        Assert.Equal(reason, inside.Reason);
        Assert.InRange(TemplateLab.Walk(node, 2_000_000), 1, 1_100_000);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"{what} took {watch.Elapsed}");
    }

    [Fact]
    public void Steps_are_counted_over_the_whole_document()
    {
        var list = $"[{string.Join(',', Enumerable.Range(0, 2000))}]";
        var items = string.Join(',', Enumerable.Repeat("\"[contains(variables('v'), copyIndex())]\"", 100));
        var watch = Stopwatch.StartNew();
        var document = TemplateLab.Read($$"""
            {
              "$schema": "x", "variables": { "v": {{list}} },
              "resources": [{
                "type": "M.X/y", "name": "n", "copy": { "name": "l", "count": 800 }, "properties": { "p": [{{items}}] }
              }]
            }
            """);

        Assert.Equal(800, document.Resources.Length);
        Assert.True(document.Resources[0].Properties["p"][0].AsBoolean);
        Assert.Equal("the document needs too many steps", document.Resources[799].Body["properties"].Reason);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"it took {watch.Elapsed}");
    }

    [Fact]
    public void What_all_resources_share_is_not_counted_as_small()
    {
        var text = new string('x', 500_000);
        var document = TemplateLab.Read($$"""
            {
              "$schema": "x", "variables": { "v": "{{text}}" },
              "resources": [{
                "type": "M.X/y", "name": "n", "copy": { "name": "l", "count": 800 },
                "properties": { "p": "[variables('v')]" }
              }]
            }
            """);

        Assert.Equal(500_000, document.Resources[0].Properties["p"].AsText?.Length);
        Assert.Equal(TooLarge, document.Resources[799].Properties.Reason);
        Assert.Equal("M.X/y", document.Resources[799].Type);
    }

    [Fact]
    public void Loops_make_a_bounded_number_of_resources()
    {
        var loops = string.Join(',', Enumerable.Repeat(
            """{ "type": "M.X/y", "name": "n", "copy": { "name": "l", "count": 800 } }""", 20));
        var document = TemplateLab.Read($$"""{ "$schema": "x", "resources": [{{loops}}] }""");

        Assert.InRange(document.Resources.Length, 9_000, 10_100);
        Assert.Contains(
            document.Notices, notice => notice.Detail == "the loops of the template make too many resources");
    }

    [Theory]
    [InlineData(24_576, null)]
    [InlineData(24_577, "the expression is too long")]
    public void An_expression_is_as_long_as_Azure_takes_it(int length, string? reason) =>
        Assert.Equal(reason, TemplateLab.Evaluate($"'{new string('x', length - 4)}'").Reason);

    [Theory]
    [InlineData(63, null)]
    [InlineData(64, "the expression is nested too deeply")]
    public void An_expression_is_nested_so_deep_and_no_deeper(int depth, string? reason) => Assert.Equal(
        reason,
        TemplateLab.Evaluate($"{Repeat("array(", depth)}1{new string(')', depth)}").Reason);

    [Fact]
    public void Accesses_in_a_row_are_bounded_too() => Assert.Equal(
        TooDeep, TemplateLab.Evaluate($"subscription(){Repeat(".a", 10_000)}").Reason);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Chain(int length, string step, bool isJson = false)
    {
        var steps = Enumerable.Range(1, length).Select(at =>
        {
            var value = step.Replace("{0}", $"{at - 1}", StringComparison.Ordinal);
            return $"\"v{at}\": {(isJson ? value : $"\"{value}\"")}";
        });
        return $"{{ \"v0\": \"xx\", {string.Join(',', steps)}, \"last\": \"[variables('v{length}')]\" }}";
    }
}
