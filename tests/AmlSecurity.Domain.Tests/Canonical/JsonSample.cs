using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmlSecurity.Domain.Tests.Canonical;

/// <summary>One JSON value and the many ways to write it; all follows from the seed.</summary>
public sealed record JsonSample(int Seed)
{
    private static readonly string[] Pieces =
    [
        "a", "b", "Z", "0", "10", "actor", "occurredAt", " ", "/", "\"", "\\", "\n", "\t", "\0", "\u001F", "\u007F",
        "\u00FC", "u\u0308", "\u20AC", "\u2028", "\uD7FF", "\uE000", "\uFB33", "\uFFFF", "\U00010000", "\U0001F600",
        "\U0010FFFF",
    ];

    /// <summary>Gets the value.</summary>
    public JsonNode? Value => Make(new Random(Seed), depth: 0);

    /// <summary>Writes the value with white space, member order, escapes and digits as chance has them.</summary>
    public byte[] Write(int seed)
    {
        var text = new StringBuilder();
        Write(Value, text, new Random(seed));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static JsonNode? Make(Random random, int depth) => random.Next(depth < 5 ? 9 : 5) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create((double)random.Next(-1000, 1000)),
        3 => JsonValue.Create(MakeNumber(random)),
        4 => JsonValue.Create(MakeText(random)),
        5 or 6 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Make(random, depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(8))
            .Select(_ => MakeText(random))
            .Distinct()
            .Select(name => KeyValuePair.Create(name, Make(random, depth + 1)))),
    };

    private static double MakeNumber(Random random) => double.Parse(
        $"{random.NextInt64(-(1L << random.Next(1, 60)), 1L << random.Next(1, 60))}e{random.Next(-40, 40)}",
        CultureInfo.InvariantCulture);

    private static string MakeText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static void Write(JsonNode? node, StringBuilder text, Random random)
    {
        AppendBlank(text, random);
        switch (node)
        {
            case JsonArray array:
                text.Append('[');
                AppendAll([.. array.Select(element => (Action)(() => Write(element, text, random)))], text);
                AppendBlank(text, random);
                text.Append(']');
                break;
            case JsonObject members:
                var shuffled = members.ToArray();
                random.Shuffle(shuffled);
                text.Append('{');
                AppendAll([.. shuffled.Select(member => (Action)(() => WriteMember(member, text, random)))], text);
                AppendBlank(text, random);
                text.Append('}');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteText(value.GetValue<string>(), text, random);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                WriteNumber(value.GetValue<double>(), text, random);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }

        AppendBlank(text, random);
    }

    private static void WriteMember(KeyValuePair<string, JsonNode?> member, StringBuilder text, Random random)
    {
        AppendBlank(text, random);
        WriteText(member.Key, text, random);
        AppendBlank(text, random);
        text.Append(':');
        Write(member.Value, text, random);
    }

    private static void WriteText(string value, StringBuilder text, Random random)
    {
        // One way for each text, so that no surrogate stands beside the escape of its partner.
        var all = random.Next(2) == 0;
        text.Append('"');
        foreach (var character in value)
        {
            text.Append(all || character is < ' ' or '"' or '\\'
                ? $"\\u{((int)character).ToString(random.Next(2) == 0 ? "x4" : "X4", CultureInfo.InvariantCulture)}"
                : character);
        }

        text.Append('"');
    }

    private static void WriteNumber(double value, StringBuilder text, Random random) => text.Append(
        value.ToString(random.Next(3) switch { 0 => "E16", 1 => "R", _ => "e20" }, CultureInfo.InvariantCulture));

    private static void AppendAll(Action[] elements, StringBuilder text)
    {
        foreach (var (at, element) in elements.Index())
        {
            text.Append(at == 0 ? "" : ",");
            element();
        }
    }

    private static void AppendBlank(StringBuilder text, Random random) =>
        text.Append(random.Next(8) switch { 0 => " ", 1 => "\n", 2 => "\r\n\t", _ => "" });
}
