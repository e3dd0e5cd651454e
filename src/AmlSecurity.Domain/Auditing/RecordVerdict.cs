using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What was found of one record by itself.</summary>
/// <param name="Fault">-1, or the first byte that leaves the format; then the rest says nothing.</param>
/// <param name="Index">The number that the record gives itself.</param>
/// <param name="RecordedAt">When it was appended.</param>
/// <param name="IsUnattributed">Whether it names nobody.</param>
/// <param name="IsShredded">Whether it has personal data whose key was destroyed.</param>
internal readonly record struct RecordVerdict(
    int Fault, long Index, Instant RecordedAt, bool IsUnattributed, bool IsShredded);
