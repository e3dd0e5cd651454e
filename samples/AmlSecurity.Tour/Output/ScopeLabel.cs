using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Tour.Output;

/// <summary>Names a scope in a few words; its id fills a line.</summary>
internal static class ScopeLabel
{
    public static string Of(ResourceId scope) => scope.Level switch
    {
        ScopeLevel.Tenant => "the tenant's root",
        ScopeLevel.ManagementGroup => $"management group {scope.ManagementGroup}",
        ScopeLevel.Subscription => $"subscription {Short(scope.Subscription)}",
        ScopeLevel.ResourceGroup => $"resource group {scope.ResourceGroup}",
        _ => $"{Kind(scope.ResourceType)} {NameOf(scope)}",
    };

    /// <summary>Names a resource by its resource group and its own name.</summary>
    public static string NameOf(ResourceId scope)
    {
        var name = scope.Text[(scope.Text.LastIndexOf('/') + 1)..];
        return scope.ResourceGroup is { } group ? $"{group}/{name}" : name;
    }

    // The last word of a type is a plural: `workspaces`, `registries`.
    private static string Kind(string? type) => type?[(type.LastIndexOf('/') + 1)..] switch
    {
        null => "resource",
        [.. var stem, 'i', 'e', 's'] => stem + "y",
        var plural => plural.TrimEnd('s'),
    };

    private static string Short(string? subscription) =>
        subscription is { Length: 36 } ? $"{subscription[..8]}…" : subscription ?? "";
}
