namespace AmlSecurity.Domain.Tests.Vectors;

/// <summary>Marks a fact that needs outside vectors; without them it is skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorFactAttribute : FactAttribute
{
    /// <summary>Names the vectors.</summary>
    /// <param name="paths">Files or folders, such as <c>rbac/builtin-roles.json</c>.</param>
    public VectorFactAttribute(params string[] paths)
    {
        Paths = paths;
        Skip = OutsideVectors.ReasonToSkip(paths);
    }

    /// <summary>Gets the files or folders.</summary>
    public IReadOnlyList<string> Paths { get; }
}
