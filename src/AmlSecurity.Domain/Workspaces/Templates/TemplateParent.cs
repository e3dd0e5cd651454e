using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>What a resource of a template has from the one around it.</summary>
/// <param name="Type">The type of the one around it, or null.</param>
/// <param name="Names">The names down to the one around it.</param>
/// <param name="Condition">Whether the deployment is made that it is in; null if not known.</param>
internal sealed record TemplateParent(string? Type, ImmutableArray<ConfigurationValue> Names, bool? Condition)
{
    /// <summary>Returns the full type; inside of another resource it is written without that of the
    /// other.</summary>
    public string? TypeOf(string? type) =>
        Type is null || type is null || type.Split('/')[0].Contains('.', StringComparison.Ordinal)
            ? type
            : $"{Type}/{type}";

    public bool? And(bool? condition) =>
        Condition == false || condition == false ? false : Condition is null ? null : condition;

    public bool Equals(TemplateParent? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(Type, Condition);
}
