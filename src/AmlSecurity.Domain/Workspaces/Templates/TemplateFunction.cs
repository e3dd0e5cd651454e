using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>A function of the expression language whose arguments are all evaluated before it.</summary>
/// <param name="Minimum">The least number of arguments.</param>
/// <param name="Maximum">The greatest number of arguments.</param>
/// <param name="Body">What it does.</param>
internal sealed record TemplateFunction(
    int Minimum, int Maximum, Func<ImmutableArray<ConfigurationValue>, ConfigurationValue> Body)
{
    /// <summary>Gets whether it knows what to do with an argument that is not known.</summary>
    public bool TakesUnresolved { get; init; }

    /// <summary>Gets whether it does not look into lists and objects.</summary>
    public bool IsShallow { get; init; }
}
