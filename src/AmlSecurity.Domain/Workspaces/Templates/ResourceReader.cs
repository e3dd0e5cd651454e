using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Reads resources that stand as they are, without expressions.</summary>
internal sealed class ResourceReader
{
    private readonly ImmutableArray<DocumentFault>.Builder _notices = ImmutableArray.CreateBuilder<DocumentFault>();

    public ImmutableArray<DocumentFault> Notices => _notices.ToImmutable();

    /// <summary>Reads a resource, or each of a list.</summary>
    public IEnumerable<ConfigurationResource> ReadAll(ConfigurationValue value, ConfigurationPath path)
    {
        if (ListOf(value) is not { } list)
        {
            return Read(value, path) is { } only ? [only] : [];
        }

        if (value.Member("nextLink") is { Kind: ConfigurationNodeKind.Text, Text.Length: > 0 } next)
        {
            Report(DocumentFaultKind.Irregular, path.Member("nextLink"), next, "the list goes on in another document");
        }

        var place = value.Kind == ConfigurationNodeKind.Array ? path : path.Member("value");
        return [.. list.Select((item, at) => Read(item, place.Item(at))).OfType<ConfigurationResource>()];
    }

    /// <summary>Returns the elements of a list, or null if the value is none.</summary>
    public static ImmutableArray<ConfigurationValue>? ListOf(ConfigurationValue value) =>
        value.Kind == ConfigurationNodeKind.Array ? value.Items
        : value.Member("value") is { Kind: ConfigurationNodeKind.Array } list ? list.Items
        : null;

    /// <summary>Determines whether an object that names no resource looks like what one is made of.</summary>
    public static bool IsBody(ConfigurationValue value) =>
        value.Member("properties").Kind == ConfigurationNodeKind.Object || value.TextOf("location") is not null;

    public ConfigurationResource? Read(ConfigurationValue value, ConfigurationPath path)
    {
        if (value.Kind != ConfigurationNodeKind.Object)
        {
            Report(DocumentFaultKind.OfTheWrongType, path, value, "it is not a resource, which is an object");
            return null;
        }

        var id = IdOf(value, path);
        var type = TypeOf(value, path, id);
        if (type is null && !IsDeployment(value))
        {
            Report(DocumentFaultKind.Missing, path, value, "it has neither the id nor the type of a resource");
            if (!IsBody(value))
            {
                return null;
            }
        }

        var body = ResourceEnvelope.Normalize(value, path);
        return new ConfigurationResource(
            type, NameOf(value, path, id, type), id, true, new ConfigurationNode(body, path, 0));
    }

    // The deployment configuration of a web service names where it goes, and no type.
    private static bool IsDeployment(ConfigurationValue value) =>
        value.TextOf("computeType") is not null || value.TextOf("compute_type") is not null;

    private ResourceId? IdOf(ConfigurationValue value, ConfigurationPath path)
    {
        if (value.TextOf("id") is not { } text)
        {
            return null;
        }

        var reading = ResourceId.Read(text, Strictness.Lenient);
        if (reading.TryPickT0(out var id, out var fault) && ResourceKeys.Of(id) is not null)
        {
            return id;
        }

        var detail = id is null ? fault.ToString() : "it is not the id of a resource";
        Report(DocumentFaultKind.Malformed, path.Member("id"), value.Member("id"), detail);
        return null;
    }

    private string? TypeOf(ConfigurationValue value, ConfigurationPath path, ResourceId? id)
    {
        var stated = value.TextOf("type") is { } text && text.Contains('/', StringComparison.Ordinal) ? text : null;
        if (stated is null || id?.ResourceType is not { } known)
        {
            return stated ?? id?.ResourceType;
        }

        if (string.Equals(stated, known, StringComparison.OrdinalIgnoreCase))
        {
            return stated;
        }

        Report(
            DocumentFaultKind.Irregular,
            path.Member("type"),
            value.Member("type"),
            $"the type {Plaintext.Quote(stated)} is not that of the id, {Plaintext.Quote(known)}");
        return known;
    }

    // Such documents name a resource alone; the id has the names of those that it lies in.
    private static ConfigurationNode NameOf(
        ConfigurationValue value, ConfigurationPath path, ResourceId? id, string? type)
    {
        var stated = value.Member("name");
        var name = id is not null && type is not null
            ? ConfigurationValue.Of(ResourceKeys.NamesOf(id, type)) with { Offset = stated.Offset }
            : stated;
        return new ConfigurationNode(name, path.Member("name"), 0);
    }

    private void Report(DocumentFaultKind kind, ConfigurationPath path, ConfigurationValue value, string detail) =>
        _notices.Add(new DocumentFault(kind, path.ToString(), value.Offset ?? 0, detail));
}
