using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AmlSecurity.Tour.Sarif;

/// <summary>Finds the line and column at which the value of a JSON path begins.</summary>
/// <remarks>Of text that is JSON only to Azure, such as one with line ends in strings, places are known up to
/// there.</remarks>
internal sealed class TextPlaces
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);
    private readonly byte[] _utf8;
    private readonly int _skipped;

    private TextPlaces(byte[] utf8)
    {
        _utf8 = utf8;
        _skipped = utf8.AsSpan().StartsWith(Mark) ? Mark.Length : 0;
    }

    public static TextPlaces Of(byte[] utf8)
    {
        var places = new TextPlaces(utf8);
        places.Walk();
        return places;
    }

    /// <summary>Finds a place, or that of what is next above it where nothing is there.</summary>
    /// <returns>Line and column from one on; null if nothing above it but the document is found.</returns>
    public (int Line, int Column)? Find(string path)
    {
        for (var text = path; text.Length > (path.Length > 1 ? 1 : 0); text = text[..Math.Max(text.LastIndexOfAny(['.', '[']), 0)])
        {
            if (_offsets.TryGetValue(text, out var offset))
            {
                return PlaceOf(offset);
            }
        }

        return null;
    }

    private (int Line, int Column) PlaceOf(int offset)
    {
        var before = _utf8.AsSpan(_skipped, offset - _skipped);
        var start = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }

    private void Walk()
    {
        var json = new Utf8JsonReader(
            _utf8.AsSpan(_skipped),
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 });
        try
        {
            if (json.Read())
            {
                Walk(ref json, "$");
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Half of the places are better than none.
        }
    }

    private void Walk(ref Utf8JsonReader json, string path)
    {
        _offsets.TryAdd(path, (int)json.TokenStartIndex + _skipped);
        if (json.TokenType == JsonTokenType.StartArray)
        {
            for (var at = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; at++)
            {
                Walk(ref json, string.Create(CultureInfo.InvariantCulture, $"{path}[{at}]"));
            }
        }
        else if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                var name = json.GetString()!;
                json.Read();
                Walk(ref json, path + Step(name));
            }
        }
    }

    // As the library writes the members of a path.
    private static string Step(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? $".{name}"
            : $"['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";
}
