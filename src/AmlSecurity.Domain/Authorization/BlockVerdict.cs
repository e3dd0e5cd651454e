namespace AmlSecurity.Domain.Authorization;

/// <summary>What one block of permissions makes of an operation, and by which entries.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Covering">The first entry that covers the operation, or null.</param>
/// <param name="Excluding">The first exclusion that takes it away, or null.</param>
/// <remarks>Equal by its members; no order. The default is silent, which does not grant.</remarks>
public readonly record struct BlockVerdict(BlockOutcome Outcome, ActionPattern? Covering, ActionPattern? Excluding)
{
    /// <summary>Gets a value indicating whether the block grants the operation, conditions aside.</summary>
    public bool IsGranted => Outcome == BlockOutcome.Granted;
}
