namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>What <see cref="RoleLint"/> goes by.</summary>
/// <param name="Reading">What a star between two slashes covers.</param>
/// <param name="Operations">The operations that are known, or null: then no entry is said to be unknown or of the wrong
/// plane.</param>
/// <remarks>Equal by reading and by the very same inventory; no order. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed record RoleLintOptions(
    WildcardReading Reading = WildcardReading.Azure, OperationInventory? Operations = null)
{
    /// <summary>Gets the options that hold where none are given: the reading of Azure, and no inventory.</summary>
    public static RoleLintOptions Default { get; } = new();
}
