using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>An audit log as a value: how many records it has, what its tree must remember, and the time of the last
/// record. The records themselves are the host's to store.</summary>
/// <remarks>Equal by tree and time; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record AuditLog
{
    private AuditLog(CompactRange tree, Instant? lastRecordedAt)
    {
        Tree = tree;
        LastRecordedAt = lastRecordedAt;
    }

    /// <summary>Gets the log without records.</summary>
    public static AuditLog Empty { get; } = new(CompactRange.Empty, lastRecordedAt: null);

    /// <summary>Gets what the tree must remember.</summary>
    public CompactRange Tree { get; }

    /// <summary>Gets when the last record was appended; null if there is none.</summary>
    public Instant? LastRecordedAt { get; }

    /// <summary>Gets how many records there are.</summary>
    public long Size => Tree.Size;

    /// <summary>Takes a log up again.</summary>
    /// <param name="tree">What its tree remembers.</param>
    /// <param name="lastRecordedAt">When the last record was appended.</param>
    /// <returns>The log.</returns>
    public static AuditLog Resume(CompactRange tree, Instant lastRecordedAt)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return tree.Size == 0 ? Empty : new AuditLog(tree, AuditTime.Cut(lastRecordedAt));
    }

    /// <summary>Appends an event as the next record.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="now">The time; refused if it is before that of the last record.</param>
    /// <returns>The log with the record, or why it is not appended.</returns>
    public OneOf<AppendStep, AppendRefusal> Append(AuditEvent happened, Instant now) =>
        Append(new AuditRecord(Size, now, happened));

    /// <summary>Appends an event as the next record even if the clock was set back: the record then has the time of the
    /// last one, and says by how much the clock stood before it. So logging never stops.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="now">The time.</param>
    /// <returns>The log with the record, or why it is not appended.</returns>
    public OneOf<AppendStep, AppendRefusal> AppendClamped(AuditEvent happened, Instant now)
    {
        var cut = AuditTime.Cut(now);
        return LastRecordedAt is { } last && cut < last
            ? Append(new AuditRecord(Size, last, happened, last - cut))
            : Append(happened, cut);
    }

    /// <summary>Appends a record.</summary>
    /// <param name="record">The record, whose number is the next one.</param>
    /// <returns>The log with the record, or why it is not appended.</returns>
    public OneOf<AppendStep, AppendRefusal> Append(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (Refuse(record) is { } refusal)
        {
            return refusal;
        }

        if (!record.Encode().TryPickT0(out var encoded, out var fault))
        {
            return new AppendRefusal(AppendRefusalKind.Unwritable, fault);
        }

        var leaf = MerkleTree.HashLeaf(encoded);
        return new AppendStep(
            new AuditLog(Tree.Append(leaf), record.RecordedAt),
            record,
            [.. encoded],
            new AppendReceipt(record.Index, record.RecordedAt, leaf));
    }

    /// <summary>Appends records, in their order; the same as one after the other, until one is refused.</summary>
    /// <param name="records">The records.</param>
    /// <returns>The log with all of them, or why the first is not appended that is not; then none is.</returns>
    public OneOf<AuditLog, AppendRefusal> AppendMany(params IEnumerable<AuditRecord> records)
    {
        using var writer = new AuditWriter(this);
        foreach (var record in Elements.Of(records, nameof(records)))
        {
            if (writer.Append(record).TryPickT1(out var refusal, out _))
            {
                return refusal;
            }
        }

        return writer.Log;
    }

    /// <summary>Says what the log is at this size, to be signed.</summary>
    /// <param name="origin">The name of the log.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="ArgumentException">The origin is not one line of text.</exception>
    public Checkpoint ToCheckpoint(string origin) => Checkpoint.Create(origin, Size, Tree.Root.Bytes);

    internal static AuditLog Of(CompactRange tree, Instant? lastRecordedAt) => new(tree, lastRecordedAt);

    private AppendRefusal? Refuse(AuditRecord record) =>
        record.Index != Size ? new AppendRefusal(AppendRefusalKind.IndexGap)
        : record.RecordedAt < LastRecordedAt ? new AppendRefusal(AppendRefusalKind.TimeWentBack)
        : null;
}
