namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>One turn of a <c>copy</c> loop.</summary>
/// <param name="Name">The name of the loop.</param>
/// <param name="Index">The turn from zero; null if the number of turns is not known.</param>
/// <param name="Outer">The loop around it.</param>
internal sealed record TemplateLoop(string Name, long? Index, TemplateLoop? Outer)
{
    /// <summary>The greatest number of turns, that of Azure.</summary>
    public const int MaximumTurns = 800;

    /// <summary>Finds the loop of a name, or the innermost for none.</summary>
    public TemplateLoop? Find(string? name) =>
        name is null || string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) ? this : Outer?.Find(name);
}
