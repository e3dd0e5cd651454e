using System.Text.Json;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Writes one role definition in the shape that is asked for.</summary>
internal static class RoleDefinitionWriter
{
    private const string ResourceType = "Microsoft.Authorization/roleDefinitions";

    public static void Write(Utf8JsonWriter json, RoleDefinition role, RoleShape shape)
    {
        json.WriteStartObject();
        switch (shape)
        {
            case RoleShape.Cli:
                WriteCli(json, role);
                break;
            case RoleShape.Arm:
                WriteArm(json, role);
                break;
            default:
                WriteBody(json, role);
                WriteId(json, role);
                json.WriteString("roleType", KindOf(role));
                json.WriteString("type", ResourceType);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteArm(Utf8JsonWriter json, RoleDefinition role)
    {
        WriteId(json, role);
        json.WriteString("type", ResourceType);
        json.WriteStartObject("properties");
        WriteBody(json, role);
        json.WriteString("type", KindOf(role));
        json.WriteEndObject();
    }

    private static void WriteCli(Utf8JsonWriter json, RoleDefinition role)
    {
        json.WriteString("Name", role.Name);
        if (role.Id is { } id)
        {
            json.WriteString("Id", id.Text);
        }

        json.WriteBoolean("IsCustom", role.Kind == RoleKind.Custom);
        WriteOptional(json, "Description", role.Description);
        var block = role.Blocks is [var only] ? only : new PermissionBlock();
        PermissionWriter.WritePatterns(json, "Actions", block.Actions);
        PermissionWriter.WritePatterns(json, "NotActions", block.NotActions);
        PermissionWriter.WritePatterns(json, "DataActions", block.DataActions);
        PermissionWriter.WritePatterns(json, "NotDataActions", block.NotDataActions);
        WriteScopes(json, "AssignableScopes", role);
    }

    private static void WriteBody(Utf8JsonWriter json, RoleDefinition role)
    {
        WriteScopes(json, "assignableScopes", role);
        WriteOptional(json, "description", role.Description);
        PermissionWriter.WriteBlocks(json, role.Blocks);
        json.WriteString("roleName", role.Name);
    }

    // A path goes under `id`, a lone GUID under `name`, where tools expect each.
    private static void WriteId(Utf8JsonWriter json, RoleDefinition role)
    {
        if (role.Id is not { } id)
        {
            return;
        }

        if (id.Text != id.Name)
        {
            json.WriteString("id", id.Text);
        }

        json.WriteString("name", id.Name);
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteScopes(Utf8JsonWriter json, string name, RoleDefinition role)
    {
        json.WriteStartArray(name);
        foreach (var scope in role.AssignableScopes)
        {
            json.WriteStringValue(scope.Text);
        }

        json.WriteEndArray();
    }

    private static string KindOf(RoleDefinition role) => role.Kind == RoleKind.BuiltIn ? "BuiltInRole" : "CustomRole";
}
