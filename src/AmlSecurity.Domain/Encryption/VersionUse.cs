namespace AmlSecurity.Domain.Encryption;

/// <summary>How much still names one version of a key.</summary>
/// <param name="Key">The version.</param>
/// <param name="State">Its state; null if the ring does not hold it.</param>
/// <param name="Count">How many wrapped data keys name it.</param>
/// <param name="SoleCount">How many of these unwrap under no other version as things are, be it within a
/// recovery.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record VersionUse(KeyVersionId Key, KeyState? State, long Count, long SoleCount);
