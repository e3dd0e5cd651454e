using System.Globalization;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

/// <summary>A drawn expression and its value, computed here and now without the library.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Value">A Boolean, a long, a string or a list of strings.</param>
internal sealed record DrawnExpression(string Text, object Value)
{
    public const string Parameters = """
        {
          "b0": { "type": "bool" }, "b1": { "type": "bool" }, "i0": { "type": "int" }, "i1": { "type": "int" },
          "s0": { "type": "string" }, "s1": { "type": "string" }, "l0": { "type": "array" }, "l1": { "type": "array" }
        }
        """;

    /// <summary>Gets what the parameters are given.</summary>
    public static IReadOnlyDictionary<string, object> Given { get; } = new Dictionary<string, object>
    {
        ["b0"] = false,
        ["b1"] = true,
        ["i0"] = 2L,
        ["i1"] = -7L,
        ["s0"] = "ab",
        ["s1"] = "it's",
        ["l0"] = new[] { "ab", "c" },
        ["l1"] = Array.Empty<string>(),
    };

    public static DrawnExpression Boolean(Random random, int depth) => (depth == 0 ? 0 : random.Next(1, 9)) switch
    {
        1 => Call<bool, bool>("and", Boolean, Boolean, (left, right) => left && right, random, depth),
        2 => Call<bool, bool>("or", Boolean, Boolean, (left, right) => left || right, random, depth),
        3 => Call<string, string>("equals", String, String, (left, right) => left == right, random, depth),
        4 => Call<long, long>("less", Integer, Integer, (left, right) => left < right, random, depth),
        5 => Call<string[], string>("contains", List, String, (left, right) => left.Contains(right), random, depth),
        6 => Call<string, string>("contains", String, String, (left, right) => left.Contains(right), random, depth),
        7 => Call<string[]>("empty", List, list => list.Length == 0, random, depth),
        8 => random.Next(2) == 0
            ? Call<bool>("not", Boolean, value => !value, random, depth)
            : If(Boolean, random, depth),
        _ => random.Next(3) == 0
            ? random.Next(2) == 0 ? new DrawnExpression("true()", true) : new DrawnExpression("false()", false)
            : Parameter($"b{random.Next(2)}"),
    };

    public static DrawnExpression Integer(Random random, int depth) => (depth == 0 ? 0 : random.Next(1, 6)) switch
    {
        1 => Call<long, long>("add", Integer, Integer, (left, right) => left + right, random, depth),
        2 => Call<long, long>("sub", Integer, Integer, (left, right) => left - right, random, depth),
        3 => Call<long, long>("max", Integer, Integer, (left, right) => left > right ? left : right, random, depth),
        4 => Call<string[]>("length", List, list => (long)list.Length, random, depth),
        5 => If(Integer, random, depth),
        _ => random.Next(3) == 0 ? new DrawnExpression("5", 5L) : Parameter($"i{random.Next(2)}"),
    };

    public static DrawnExpression String(Random random, int depth) => (depth == 0 ? 0 : random.Next(1, 7)) switch
    {
        1 => Call<string, string>("concat", String, String, (left, right) => left + right, random, depth),
        2 => Call<string>("toUpper", String, text => text.ToUpperInvariant(), random, depth),
        3 => Call<string, long>("concat", String, Integer, (left, right) => left + Shown(right), random, depth),
        4 => Call<long>("string", Integer, Shown, random, depth),
        5 => Call<string[], string>("join", List, String, (list, with) => string.Join(with, list), random, depth),
        6 => If(String, random, depth),
        _ => random.Next(3) == 0 ? new DrawnExpression("'C'", "C") : Parameter($"s{random.Next(2)}"),
    };

    public static DrawnExpression List(Random random, int depth) => (depth == 0 ? 0 : random.Next(1, 6)) switch
    {
        1 => Call<string, string>("createArray", String, String, (left, right) => new[] { left, right }, random, depth),
        2 => Call<string[], string[]>(
            "concat", List, List, (left, right) => left.Concat(right).ToArray(), random, depth),
        3 => Call<string[], string[]>("union", List, List, (left, right) => left.Union(right).ToArray(), random, depth),
        4 => Call<string[], long>(
            "skip", List, Integer, (list, count) => list.Skip((int)Math.Clamp(count, 0, 99)).ToArray(), random, depth),
        5 => If(List, random, depth),
        _ => Parameter($"l{random.Next(2)}"),
    };

    private static string Shown(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static DrawnExpression Parameter(string name) => new($"parameters('{name}')", Given[name]);

    private static DrawnExpression If(Func<Random, int, DrawnExpression> draw, Random random, int depth)
    {
        var (test, first, second) = (Boolean(random, depth - 1), draw(random, depth - 1), draw(random, depth - 1));
        return new DrawnExpression(
            $"if({test.Text}, {first.Text}, {second.Text})", (bool)test.Value ? first.Value : second.Value);
    }

    private static DrawnExpression Call<T>(
        string name, Func<Random, int, DrawnExpression> draw, Func<T, object> apply, Random random, int depth)
    {
        var argument = draw(random, depth - 1);
        return new DrawnExpression($"{name}({argument.Text})", apply((T)argument.Value));
    }

    private static DrawnExpression Call<TLeft, TRight>(
        string name,
        Func<Random, int, DrawnExpression> drawLeft,
        Func<Random, int, DrawnExpression> drawRight,
        Func<TLeft, TRight, object> apply,
        Random random,
        int depth)
    {
        var (left, right) = (drawLeft(random, depth - 1), drawRight(random, depth - 1));
        return new DrawnExpression(
            $"{name}({left.Text}, {right.Text})", apply((TLeft)left.Value, (TRight)right.Value));
    }
}
