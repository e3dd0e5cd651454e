using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Proves to the caller that a record has its place in the log: with an inclusion proof for this leaf, anybody
/// can be shown.</summary>
/// <param name="Index">The number of the record.</param>
/// <param name="RecordedAt">When it was appended.</param>
/// <param name="LeafHash">The hash of its leaf.</param>
/// <remarks>Equal by all members; no order. Holds nothing of the record. Safe for concurrent use.</remarks>
public readonly record struct AppendReceipt(long Index, Instant RecordedAt, Hash256 LeafHash);
