using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>What the text of one document holds, and what was wrong with it without making it unreadable.</summary>
internal sealed class ConfigurationText
{
    private ConfigurationText(ConfigurationValue value, ImmutableArray<DocumentFault> notices)
    {
        Value = value;
        Notices = notices;
    }

    public ConfigurationValue Value { get; }

    public ImmutableArray<DocumentFault> Notices { get; }

    /// <summary>Reads a document.</summary>
    /// <returns>The value, or where the text stops being JSON.</returns>
    public static OneOf<ConfigurationText, DocumentFault> Read(ReadOnlySpan<byte> utf8)
    {
        var relaxed = RelaxedJson.Of(utf8);
        var json = new JsonCursor(relaxed.Utf8.AsSpan(), Strictness.Lenient);
        var value = ConfigurationValue.Absent;
        try
        {
            json.Read();
            value = ReadValue(ref json, relaxed);
            json.Read();
        }
        catch (JsonException error)
        {
            json.FailSyntax(error, relaxed.Utf8.AsSpan());
        }

        var faults = json.Faults
            .Select(fault => fault with { Offset = relaxed.OriginalOf(fault.Offset) })
            .ToImmutableArray();
        return faults is [.., { Kind: DocumentFaultKind.NotJson } broken]
            ? broken
            : new ConfigurationText(value, faults);
    }

    private static ConfigurationValue ReadValue(ref JsonCursor json, RelaxedJson relaxed)
    {
        var offset = relaxed.OriginalOf(json.Offset);
        var value = json.Token switch
        {
            JsonTokenType.StartObject => ReadObject(ref json, relaxed),
            JsonTokenType.StartArray => ReadArray(ref json, relaxed),
            JsonTokenType.String => ReadText(ref json),
            JsonTokenType.Number => ConfigurationValue.OfNumber(json.NumberText()),
            JsonTokenType.True => ConfigurationValue.True,
            JsonTokenType.False => ConfigurationValue.False,
            _ => ConfigurationValue.Null,
        };
        return value with { Offset = offset };
    }

    private static ConfigurationValue ReadText(ref JsonCursor json) => json.Text() is { } text
        ? ConfigurationValue.Of(text)
        : ConfigurationValue.Faulty("the text is not Unicode");

    private static ConfigurationValue ReadArray(ref JsonCursor json, RelaxedJson relaxed)
    {
        var items = ImmutableArray.CreateBuilder<ConfigurationValue>();
        json.EnterArray();
        while (json.NextElement())
        {
            items.Add(ReadValue(ref json, relaxed));
        }

        return ConfigurationValue.Of(items.DrainToImmutable());
    }

    private static ConfigurationValue ReadObject(ref JsonCursor json, RelaxedJson relaxed)
    {
        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, ConfigurationValue>>();
        var positions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        json.EnterObject();
        while (json.NextMember())
        {
            // A member whose name is not Unicode has none here, and the cursor has said so.
            var name = json.MemberAsWritten;
            var value = ReadValue(ref json, relaxed);
            if (positions.TryAdd(name, members.Count))
            {
                members.Add(KeyValuePair.Create(name, value));
            }
            else
            {
                // Readers differ in which of the two they take, so that neither is what the document says.
                var twice = ConfigurationValue.Faulty("the member is there twice") with { Offset = value.Offset };
                members[positions[name]] = KeyValuePair.Create(members[positions[name]].Key, twice);
            }
        }

        return ConfigurationValue.Of(members.DrainToImmutable());
    }
}
