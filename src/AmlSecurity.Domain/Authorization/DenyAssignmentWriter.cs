using System.Collections.Immutable;
using System.Text.Json;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Writes one deny assignment as Azure Resource Manager does.</summary>
internal static class DenyAssignmentWriter
{
    public static void Write(Utf8JsonWriter json, DenyAssignment deny)
    {
        json.WriteStartObject();
        json.WriteString("id", deny.Id);
        json.WriteString("type", "Microsoft.Authorization/denyAssignments");
        json.WriteStartObject("properties");
        json.WriteString("denyAssignmentName", deny.Name);
        PermissionWriter.WriteBlocks(json, deny.Blocks);
        json.WriteString("scope", deny.Scope.Text);
        json.WriteBoolean("doNotApplyToChildScopes", deny.DoesNotApplyToChildScopes);
        WritePrincipals(json, "principals", deny.Principals);
        WritePrincipals(json, "excludePrincipals", deny.ExcludedPrincipals);
        json.WriteBoolean("isSystemProtected", deny.IsSystemProtected);
        json.WriteString("denyAssignmentEffect", deny.Effect == DenyEffect.Audit ? "audit" : "enforced");
        json.WriteString("condition", deny.Condition?.Text);
        json.WriteString("conditionVersion", deny.Condition?.Version);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePrincipals(Utf8JsonWriter json, string name, ImmutableArray<DenyPrincipal> principals)
    {
        json.WriteStartArray(name);
        foreach (var principal in principals)
        {
            json.WriteStartObject();
            json.WriteString("id", principal.Id.Text);
            json.WriteString("type", principal.Kind.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
