using AmlSecurity.Domain.Authorization;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>One action of one principal at one scope, and what came of it.</summary>
/// <param name="Action">The action.</param>
/// <param name="Succeeded">How many operations ended well.</param>
/// <param name="Failed">How many ended badly, for want of access or for another reason.</param>
/// <param name="Open">How many began and have no end in the log.</param>
/// <param name="First">When it was first done or tried.</param>
/// <param name="Last">When it was last done or tried.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record UsedAction(
    ActionName Action, int Succeeded, int Failed, int Open, Instant First, Instant Last)
{
    /// <summary>Gets a value indicating whether it was really used: some operation ended well, or began.</summary>
    public bool IsUsed => Succeeded + Open > 0;
}
