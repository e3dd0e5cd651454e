using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>One leaf of an audit log: an event with its place.</summary>
/// <remarks>Its bytes are those of <c>docs/audit-format.md</c>, at most <see cref="MaximumLength"/> of them. Equal by
/// all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record AuditRecord
{
    /// <summary>The most bytes of a record.</summary>
    public const int MaximumLength = 65_536;

    private const int UsualLength = 2_048;

    /// <summary>Creates a record.</summary>
    /// <param name="index">Its number, 0 or more.</param>
    /// <param name="recordedAt">When it was appended; cut to steps of 100 ns.</param>
    /// <param name="happened">What it tells.</param>
    /// <param name="clockStep">By how much the clock stood before the time of the record before; null if it did
    /// not.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative, or the step is less than 100 ns.</exception>
    public AuditRecord(long index, Instant recordedAt, AuditEvent happened, Duration? clockStep = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentNullException.ThrowIfNull(happened);
        if (clockStep is { } step)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(step, Duration.FromTicks(1), nameof(clockStep));
            ClockStep = Duration.FromTicks((long)step.TotalTicks);
        }

        Index = index;
        RecordedAt = AuditTime.Cut(recordedAt);
        Event = happened;
    }

    /// <summary>Gets its number, from 0.</summary>
    public long Index { get; }

    /// <summary>Gets when it was appended.</summary>
    public Instant RecordedAt { get; }

    /// <summary>Gets what it tells.</summary>
    public AuditEvent Event { get; }

    /// <summary>Gets by how much the clock stood before the time of the record before; null if it did not.</summary>
    public Duration? ClockStep { get; }

    /// <summary>Reads a record.</summary>
    /// <param name="utf8">Its bytes, without a line feed.</param>
    /// <returns>The record, or where the bytes first leave the format. A record that is read encodes to the same
    /// bytes.</returns>
    public static OneOf<AuditRecord, AuditRecordFault> Read(ReadOnlySpan<byte> utf8) => AuditRecordReader.Read(utf8);

    /// <summary>Writes the record.</summary>
    /// <returns>The bytes, without a line feed; or the member that is out of its bounds.</returns>
    public OneOf<byte[], AuditEncodingFault> Encode()
    {
        Span<byte> usual = stackalloc byte[UsualLength];
        if (AuditRecordWriter.Write(this, usual, out var length) is null)
        {
            return usual[..length].ToArray();
        }

        // Either it is longer than most are, or it cannot be written: with room enough, the fault says which.
        var buffer = new byte[MaximumLength];
        var fault = AuditRecordWriter.Write(this, buffer, out length);
        return fault is { } found ? found : buffer[..length];
    }
}
