using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A record that does not stand where it is expected.</summary>
/// <param name="Position">Its number as it was read.</param>
/// <param name="Leaf">The hash of its leaf.</param>
/// <param name="Own">The number that it gives itself; -1 if it leaves the format.</param>
/// <param name="RecordedAt">When it was appended.</param>
internal readonly record struct ObservedRecord(long Position, Hash256 Leaf, long Own, Instant RecordedAt);
