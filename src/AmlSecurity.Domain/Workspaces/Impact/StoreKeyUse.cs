using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>The versions of the customer's key that a store uses.</summary>
/// <param name="Store">The store.</param>
/// <param name="Current">The version for new data.</param>
/// <param name="Previous">The version before, or null.</param>
/// <param name="PreviousNeededUntil">Until when, excluded, the version before is needed.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record StoreKeyUse(
    StoreKind Store, KeyVersionId Current, KeyVersionId? Previous = null, Instant PreviousNeededUntil = default)
{
    /// <summary>Gets the version for new data.</summary>
    public KeyVersionId Current { get; } = Current ?? throw new ArgumentNullException(nameof(Current));

    internal StoreKeyUse Rotate(KeyChange change, Duration delay) => new(
        Store,
        change.Key,
        Current,
        Store == StoreKind.DedicatedCosmosDb ? change.PredecessorNeededUntil : change.ExpectedEffectiveAt(delay));

    /// <summary>Determines whether the version before is needed at a time.</summary>
    internal bool NeedsPrevious(KeyVersionId version, Instant at) =>
        version == Previous && version != Current && at < PreviousNeededUntil;
}
