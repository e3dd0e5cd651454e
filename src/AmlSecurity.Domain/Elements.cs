using System.Collections.Immutable;

namespace AmlSecurity.Domain;

/// <summary>Takes lists from callers.</summary>
internal static class Elements
{
    /// <summary>Copies a list.</summary>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public static ImmutableArray<T> Of<T>(IEnumerable<T> list, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(list, name);
        ImmutableArray<T> elements = [.. list];
        return elements.Contains(null!) ? throw new ArgumentNullException(name, "an element is null") : elements;
    }
}
