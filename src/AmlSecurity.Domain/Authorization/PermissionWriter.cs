using System.Collections.Immutable;
using System.Text.Json;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Writes the pieces that role definitions and deny assignments share.</summary>
internal static class PermissionWriter
{
    public static void WriteBlocks(Utf8JsonWriter json, ImmutableArray<PermissionBlock> blocks)
    {
        json.WriteStartArray("permissions");
        foreach (var block in blocks)
        {
            json.WriteStartObject();
            WritePatterns(json, "actions", block.Actions);
            json.WriteString("condition", block.Condition?.Text);
            json.WriteString("conditionVersion", block.Condition?.Version);
            WritePatterns(json, "dataActions", block.DataActions);
            WritePatterns(json, "notActions", block.NotActions);
            WritePatterns(json, "notDataActions", block.NotDataActions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WritePatterns(Utf8JsonWriter json, string name, ImmutableArray<ActionPattern> patterns)
    {
        json.WriteStartArray(name);
        foreach (var pattern in patterns)
        {
            json.WriteStringValue(pattern.Text);
        }

        json.WriteEndArray();
    }
}
