namespace AmlSecurity.Domain.Auditing;

/// <summary>One thing that is wrong with a log.</summary>
/// <remarks>Equal by all members; no order. Holds nothing of a record. Safe for concurrent use.</remarks>
public readonly record struct AuditFinding
{
    internal AuditFinding(AuditFindingKind kind, long index, long to, int offset = 0)
    {
        Kind = kind;
        Index = index;
        To = to;
        Offset = offset;
    }

    /// <summary>Gets what is wrong.</summary>
    public AuditFindingKind Kind { get; }

    /// <summary>Gets the number of the record, or of the first one; a size for roots and forks.</summary>
    public long Index { get; }

    /// <summary>Gets the number of the last record, included; that of the first if it is one.</summary>
    public long To { get; }

    /// <summary>Gets, for a record that leaves the format, the first byte that does not fit; else 0.</summary>
    public int Offset { get; }

    private string Range => Index == To ? $"record {Index} is" : $"records {Index} to {To} are";

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Kind and place.</returns>
    public override string ToString() => Kind switch
    {
        AuditFindingKind.NonCanonical => $"record {Index} leaves the format at byte {Offset}",
        AuditFindingKind.Altered when Index == To => $"record {Index} is altered",
        AuditFindingKind.Altered => $"of records {Index} to {To} some are altered",
        AuditFindingKind.Missing => $"{Range} missing",
        AuditFindingKind.Truncated => $"{Range} cut off at the end",
        AuditFindingKind.Inserted => $"record {Index} is one too many",
        AuditFindingKind.Reordered => $"{Range} in another order",
        AuditFindingKind.TimeWentBack => $"record {Index} was recorded before the one before it",
        AuditFindingKind.RootMismatch => $"the root of the first {Index} records is not that of the checkpoint",
        AuditFindingKind.Forked => $"the records fit a newer commitment, and part from an older one after {Index}",
        AuditFindingKind.SignatureBad => "the signature of the checkpoint is bad",
        AuditFindingKind.KeyUnknown => "no known key has signed the checkpoint",
        AuditFindingKind.KeyRetired => "the key of the checkpoint was retired",
        _ => "the checkpoint cannot be read, or is of another log",
    };

    internal static AuditFinding At(AuditFindingKind kind, long index) => new(kind, index, index);
}
