namespace AmlSecurity.Domain.Authorization;

/// <summary>How an assignment names its role: by id, by name, or by both.</summary>
/// <param name="Id">The id, or null.</param>
/// <param name="Name">The name for people, or null. It counts only where the id finds nothing.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record RoleReference(RoleDefinitionId? Id, string? Name = null)
{
    /// <summary>Returns the name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name ?? Id?.Name ?? "";
}
