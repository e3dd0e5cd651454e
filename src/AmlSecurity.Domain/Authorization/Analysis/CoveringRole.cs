namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>A role that covers everything that was used.</summary>
/// <param name="Role">The role.</param>
/// <param name="Surplus">How many operations of the inventory it grants beyond, on both planes.</param>
/// <param name="Size">How many entries and exclusions it has.</param>
/// <remarks>Equal by all members; no order of its own. Immutable, hence safe for concurrent use.</remarks>
public sealed record CoveringRole(RoleDefinition Role, int Surplus, int Size)
{
    /// <summary>Returns name and surplus.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Role.Name}: {Surplus} operations more";
}
