using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmlSecurity.Domain.Tests.Canonical;

/// <summary>RFC 8785 in the simplest words: a tree, written by a method that calls itself.</summary>
internal static class CanonicalModel
{
    public static string Write(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray array => $"[{string.Join(',', array.Select(Write))}]",
        JsonObject members => $"{{{string.Join(',', members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{Literal(member.Key)}:{Write(member.Value)}"))}}}",
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => Literal(node.GetValue<string>()),
            JsonValueKind.Number => Number(node.GetValue<double>()),
            var kind => kind.ToString().ToLowerInvariant(),
        },
    };

    public static string Literal(string text) => $"\"{string.Concat(text.Select(Character))}\"";

    // The first precision that reads back; ECMA-262 gives the layouts in this order.
    public static string Number(double value)
    {
        if (value <= 0)
        {
            return value == 0 ? "0" : $"-{Number(-value)}";
        }

        var parts = Enumerable.Range(0, 17)
            .Select(digits => value.ToString($"E{digits}", CultureInfo.InvariantCulture))
            .First(text => double.Parse(text, CultureInfo.InvariantCulture) == value)
            .Split('E');
        var s = parts[0].Replace(".", "", StringComparison.Ordinal);
        var n = int.Parse(parts[1], CultureInfo.InvariantCulture) + 1;
        return n switch
        {
            _ when s.Length <= n && n <= 21 => s.PadRight(n, '0'),
            > 0 and <= 21 => s.Insert(n, "."),
            > -6 and <= 0 => $"0.{new string('0', -n)}{s}",
            _ => $"{(s.Length == 1 ? s : s.Insert(1, "."))}e{n - 1:+0;-0}",
        };
    }

    private static string Character(char character) => character switch
    {
        '\b' => @"\b",
        '\t' => @"\t",
        '\n' => @"\n",
        '\f' => @"\f",
        '\r' => @"\r",
        '"' => @"\""",
        '\\' => @"\\",
        < ' ' => $"\\u{(int)character:x4}",
        _ => character.ToString(),
    };
}
