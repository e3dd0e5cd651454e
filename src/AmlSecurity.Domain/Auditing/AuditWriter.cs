using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Appends to a log in place, without allocation: the fast door to what <see cref="AuditLog"/> does.</summary>
/// <remarks>For one thread at a time: a log has a single writer. To be disposed.</remarks>
public sealed class AuditWriter : IDisposable
{
    // The byte before a record is that of a leaf, so that record and leaf are hashed where they stand.
    private readonly byte[] _leaf = new byte[1 + AuditRecord.MaximumLength];
    private readonly CompactRangeBuilder _tree;
    private Instant? _lastRecordedAt;
    private int _length;

    /// <summary>Creates a writer.</summary>
    /// <param name="start">The log to go on with.</param>
    public AuditWriter(AuditLog start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _tree = new CompactRangeBuilder(start.Tree);
        _lastRecordedAt = start.LastRecordedAt;
        _leaf[0] = MerkleTree.LeafPrefix;
    }

    /// <summary>Gets how many records the log has.</summary>
    public long Size => _tree.Size;

    /// <summary>Gets the log as a value; it stays as it is when the writer goes on.</summary>
    public AuditLog Log => AuditLog.Of(_tree.ToRange(), _lastRecordedAt);

    /// <summary>Gets the bytes of the record that was appended last, to be stored before the next is; empty before the
    /// first.</summary>
    public ReadOnlyMemory<byte> Written => _leaf.AsMemory(1, _length);

    /// <summary>Appends an event as the next record.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="now">The time; refused if it is before that of the last record.</param>
    /// <returns>The receipt, or why it is not appended.</returns>
    public OneOf<AppendReceipt, AppendRefusal> Append(AuditEvent happened, Instant now)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Append(Size, AuditTime.Cut(now), clockStep: null, happened);
    }

    /// <summary>Appends an event as the next record even if the clock was set back, as
    /// <see cref="AuditLog.AppendClamped"/> does.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="now">The time.</param>
    /// <returns>The receipt, or why it is not appended.</returns>
    public OneOf<AppendReceipt, AppendRefusal> AppendClamped(AuditEvent happened, Instant now)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var cut = AuditTime.Cut(now);
        return _lastRecordedAt is { } last && cut < last
            ? Append(Size, last, last - cut, happened)
            : Append(Size, cut, clockStep: null, happened);
    }

    /// <summary>Appends a record.</summary>
    /// <param name="record">The record, whose number is the next one.</param>
    /// <returns>The receipt, or why it is not appended.</returns>
    public OneOf<AppendReceipt, AppendRefusal> Append(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Append(record.Index, record.RecordedAt, record.ClockStep, record.Event);
    }

    /// <summary>Frees the digest context.</summary>
    public void Dispose() => _tree.Dispose();

    private OneOf<AppendReceipt, AppendRefusal> Append(
        long index, Instant recordedAt, Duration? clockStep, AuditEvent happened)
    {
        if (index != Size)
        {
            return new AppendRefusal(AppendRefusalKind.IndexGap);
        }

        if (recordedAt < _lastRecordedAt)
        {
            return new AppendRefusal(AppendRefusalKind.TimeWentBack);
        }

        var fault = AuditRecordWriter.Write(index, recordedAt, clockStep, happened, _leaf.AsSpan(1), out var length);
        if (fault is not null)
        {
            _length = 0;
            return new AppendRefusal(AppendRefusalKind.Unwritable, fault);
        }

        _length = length;
        var leaf = _tree.Hasher.HashPrefixed(_leaf.AsSpan(0, 1 + length));
        _tree.Append(leaf);
        _lastRecordedAt = recordedAt;
        return new AppendReceipt(index, recordedAt, leaf);
    }
}
