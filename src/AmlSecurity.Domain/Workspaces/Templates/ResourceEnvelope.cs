using System.Collections.Frozen;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Knows what stands around the properties of a resource, and puts the output of commands into that
/// form.</summary>
internal static class ResourceEnvelope
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "id", "name", "type", "apiVersion", "location", "tags", "sku", "kind", "identity", "etag", "plan", "zones",
            "managedBy", "resourceGroup", "systemData",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Moves into <c>properties</c> what stands beside the name, if there are none.</summary>
    public static ConfigurationValue Normalize(ConfigurationValue body, ConfigurationPath path)
    {
        if (body.Member("properties").Kind != ConfigurationNodeKind.Absent
            || body.Members.All(member => Names.Contains(member.Key)))
        {
            return body;
        }

        var properties = ConfigurationValue.Of(
            [.. body.Members.Where(member => !Names.Contains(member.Key))]) with
        {
            Offset = body.Offset,
            Anchor = new ConfigurationAnchor(null, path),
        };
        return ConfigurationValue.Of(
            [
                .. body.Members.Where(member => Names.Contains(member.Key)),
                KeyValuePair.Create("properties", properties),
            ]) with
        {
            Offset = body.Offset,
        };
    }
}
