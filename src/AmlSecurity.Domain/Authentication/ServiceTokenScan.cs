using System.Text.Json;
using System.Text.Unicode;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Step 7 of the profile: reads a payload once, refuses what is not one sound object, and notes where the
/// known claims stand.</summary>
internal static class ServiceTokenScan
{
    private const int Deepest = 8;

    // A member has five bytes or more: a name's quotes, a colon, a value, and a comma or a brace.
    private const int MostMembers = (ServiceTokenChecker.MaximumPayloadLength / 5) + 1;

    /// <summary>Scans a payload.</summary>
    /// <returns><see langword="false"/> if it is not one object in UTF-8, has a member twice at any level, a surrogate
    /// alone, or something behind it.</returns>
    public static bool TryScan(ReadOnlySpan<byte> payload, ref ServiceTokenLayout layout)
    {
        if (!Utf8.IsValid(payload))
        {
            return false;
        }

        var json = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            return json.Read()
                && json.TokenType == JsonTokenType.StartObject
                && ScanMembers(ref json, payload, ref layout);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is what the platform says of an escape that is no Unicode.
            return false;
        }
    }

    private static bool ScanMembers(ref Utf8JsonReader json, ReadOnlySpan<byte> payload, ref ServiceTokenLayout layout)
    {
        // The names of every open object, one object behind the other; and where those of each level begin.
        Span<(ushort Start, ushort Length)> names = stackalloc (ushort, ushort)[MostMembers];
        Span<int> levels = stackalloc int[Deepest + 2];
        var count = 0;
        ServiceTokenClaim? claim = null;
        var start = 0;
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.PropertyName:
                    RefuseLoneSurrogates(json);
                    var of = names[levels[json.CurrentDepth]..count];
                    if (Contains(of, json, payload))
                    {
                        return false;
                    }

                    names[count++] = ((ushort)(json.TokenStartIndex + 1), (ushort)json.ValueSpan.Length);
                    if (json.CurrentDepth == 1)
                    {
                        claim = ServiceTokenLayout.ClaimOf(json);
                    }

                    continue;
                case JsonTokenType.StartObject:
                    levels[json.CurrentDepth + 1] = count;
                    break;
                case JsonTokenType.EndObject:
                    count = levels[json.CurrentDepth + 1];
                    break;
                case JsonTokenType.String:
                    RefuseLoneSurrogates(json);
                    break;
            }

            if (json.CurrentDepth != 1 || claim is not { } known)
            {
                continue;
            }

            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                start = (int)json.TokenStartIndex;
                continue;
            }

            var isEnd = json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            var begin = isEnd ? start : (int)json.TokenStartIndex;
            layout[(int)known] = new(json.TokenType, (ushort)begin, (ushort)(json.BytesConsumed - begin));
        }

        return true;
    }

    private static bool Contains(
        ReadOnlySpan<(ushort Start, ushort Length)> names, in Utf8JsonReader name, ReadOnlySpan<byte> payload)
    {
        foreach (var (start, length) in names)
        {
            var earlier = payload.Slice(start, length);
            if (earlier.Contains((byte)'\\')
                ? name.ValueTextEquals(Unescape(payload.Slice(start - 1, length + 2)))
                : name.ValueTextEquals(earlier))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Unescape(ReadOnlySpan<byte> literal)
    {
        var text = new Utf8JsonReader(literal);
        text.Read();
        return text.GetString();
    }

    private static void RefuseLoneSurrogates(in Utf8JsonReader text)
    {
        if (text.ValueIsEscaped)
        {
            _ = text.GetString();
        }
    }
}
