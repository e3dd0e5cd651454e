using System.Text.Json;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

/// <summary>Drawn expressions against values that were computed while drawing them.</summary>
public sealed class TemplateExpressionProperties
{
    private const int Cases = 4_000 / Law.Share;

    private static readonly Func<Random, int, DrawnExpression>[] Kinds =
        [DrawnExpression.Boolean, DrawnExpression.Integer, DrawnExpression.String, DrawnExpression.List];

    [Fact]
    public void With_every_parameter_given_an_expression_has_its_value()
    {
        var random = new Random(2);
        foreach (var drawn in Draw(random, Cases))
        {
            Assert.Equal(Shown(drawn), Evaluated(drawn, DrawnExpression.Given.Keys));
        }
    }

    // Whatever the missing parameters are, a value that is given must be the one that comes out in the end.
    [Fact]
    public void With_some_parameters_given_it_has_that_value_or_is_not_known()
    {
        var random = new Random(3);
        var (known, unknown, inside) = (0, 0, 0);
        foreach (var drawn in Draw(random, Cases))
        {
            var given = DrawnExpression.Given.Keys.Where(_ => random.Next(2) == 0).ToList();
            var value = Evaluated(drawn, given);
            if (value == "?")
            {
                unknown++;
            }
            else if (value.Contains('?', StringComparison.Ordinal))
            {
                inside++;
                var parts = value.Trim('[', ']').Split(',');
                var expected = Shown(drawn).Trim('[', ']').Split(',');
                Assert.Equal(expected.Length, parts.Length);
                Assert.All(parts.Zip(expected), part => Assert.True(part.First == "?" || part.First == part.Second));
            }
            else
            {
                known++;
                Assert.Equal(Shown(drawn), value);
            }
        }

        Assert.All([known, unknown], count => Assert.InRange(count, Cases / 10, Cases * 9 / 10));
        Assert.NotEqual(0, inside);
    }

    private static IEnumerable<DrawnExpression> Draw(Random random, int count) =>
        Enumerable.Range(0, count).Select(at => Kinds[at % Kinds.Length](random, random.Next(1, 5)));

    private static string Shown(DrawnExpression drawn) => drawn.Value switch
    {
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        string[] list => $"[{string.Join(',', list.Select(text => $"\"{text}\""))}]",
        var number => $"{number}",
    };

    private static string Evaluated(DrawnExpression drawn, IEnumerable<string> given) => TemplateLab.Show(
        TemplateLab.Evaluate(
            drawn.Text,
            DrawnExpression.Parameters,
            given: JsonSerializer.Serialize(given.ToDictionary(name => name, name => DrawnExpression.Given[name]))));
}
