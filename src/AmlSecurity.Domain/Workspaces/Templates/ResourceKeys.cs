using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Makes the keys by which resources of one document are compared: the type and the names, without the
/// scope.</summary>
internal static class ResourceKeys
{
    /// <summary>Makes the key of a type and of a name such as <c>vnet/subnet</c>.</summary>
    public static string Of(string type, string name) => CaseFolding.Fold($"{type}|{name}");

    /// <summary>Makes the key of a type and of a name that may not be known.</summary>
    /// <returns>The key, or null if nothing tells the name from another.</returns>
    public static string? Of(string type, ConfigurationValue name) => NameOf(name) is { } text ? Of(type, text) : null;

    /// <summary>Makes the key of an id.</summary>
    /// <returns>The key, or null if the text is not the id of a resource.</returns>
    public static string? OfId(string text) =>
        ResourceId.Read(text, Strictness.Lenient).TryPickT0(out var id, out _) ? Of(id) : null;

    /// <summary>Makes the key of an id.</summary>
    /// <returns>The key, or null if it is the id of a scope.</returns>
    public static string? Of(ResourceId id) =>
        id.ResourceType is { } type && id.Name is not null ? Of(type, NamesOf(id, type)) : null;

    /// <summary>Returns the names of a resource and of those that it lies in, joined.</summary>
    public static string NamesOf(ResourceId id, string type)
    {
        var words = id.Text.Split('/');
        var count = type.Count('/');
        var first = words.Length + 1 - (2 * count);
        return string.Join('/', Enumerable.Range(0, count).Select(at => words[first + (2 * at)]));
    }

    // Braces cannot be in the name of a resource, so that no name is taken for an expression.
    private static string? NameOf(ConfigurationValue name) => name switch
    {
        { Kind: ConfigurationNodeKind.Text } => name.Text,
        { Unresolved.Residue: { } residue } => $"{{{residue}}}",
        _ => null,
    };
}
