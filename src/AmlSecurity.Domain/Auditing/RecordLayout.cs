using System.Runtime.CompilerServices;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Where each value of a record stands, and the few of them that a verification needs.</summary>
internal struct RecordLayout
{
    private Places _places;

    public long Index { get; set; }

    public Instant RecordedAt { get; set; }

    public bool IsUnattributed { get; set; }

    /// <summary>Gets or sets a value indicating whether a slot is sealed.</summary>
    public bool HasSealed { get; set; }

    public readonly bool Has(RecordMember member) => _places[(int)member].Length > 0;

    /// <summary>Gets a value as it is written, with its quotes, brackets or braces.</summary>
    public readonly ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> record, RecordMember member) =>
        record.Slice(_places[(int)member].Start, _places[(int)member].Length);

    public void Set(RecordMember member, int start, int end) => _places[(int)member] = (start, end - start);

    [InlineArray((int)RecordMember.Rules + 1)]
    private struct Places
    {
        private (int Start, int Length) _first;
    }
}
