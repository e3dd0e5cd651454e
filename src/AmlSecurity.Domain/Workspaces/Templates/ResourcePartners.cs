using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Finds the resource of earlier documents that one of the next document is.</summary>
internal sealed class ResourcePartners
{
    private readonly Dictionary<ResourceId, int> _byId = [];
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ConfigurationResource> _earlier;

    public ResourcePartners(IReadOnlyList<ConfigurationResource> earlier)
    {
        _earlier = earlier;
        foreach (var (at, resource) in earlier.Index())
        {
            if (resource.Id is { } id)
            {
                _byId.TryAdd(id, at);
            }

            if (KeyOf(resource) is { } key)
            {
                (_byKey.TryGetValue(key, out var known) ? known : _byKey[key] = []).Add(at);
            }
        }
    }

    public int? Find(ConfigurationResource resource)
    {
        if (resource.Id is { } id && _byId.TryGetValue(id, out var same))
        {
            return same;
        }

        return KeyOf(resource) is { } key
            && _byKey.TryGetValue(key, out var candidates)
            && candidates is [var only]
            && (resource.Id is null || _earlier[only].Id is null)
            ? only
            : null;
    }

    // What is left of an expression means nothing in another document.
    private static string? KeyOf(ConfigurationResource resource) =>
        resource.Name.AsText is not null ? resource.Key : null;
}
