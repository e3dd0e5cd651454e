using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What came of verifying a log.</summary>
/// <remarks>Reference equality; no order. Holds nothing of a record. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed class AuditReport
{
    internal AuditReport(
        CompactRange tree,
        Checkpoint? anchor,
        AuditExactness exactness,
        ImmutableArray<AuditFinding> findings,
        long unattributed,
        long shredded)
    {
        Tree = tree;
        Anchor = anchor;
        Exactness = exactness;
        Findings = findings;
        Unattributed = unattributed;
        Shredded = shredded;
    }

    /// <summary>Gets the tree of the records as they were read.</summary>
    public CompactRange Tree { get; }

    /// <summary>Gets how many records the log has, with those before the start.</summary>
    public long Size => Tree.Size;

    /// <summary>Gets the largest checkpoint that was kept and whose root is that of the records; null if the log is not
    /// anchored.</summary>
    public Checkpoint? Anchor { get; }

    /// <summary>Gets how exactly the findings point at what was altered.</summary>
    public AuditExactness Exactness { get; }

    /// <summary>Gets what is wrong, by index, those of one index by kind.</summary>
    public ImmutableArray<AuditFinding> Findings { get; }

    /// <summary>Gets a value indicating whether nothing is wrong, as far as what was kept can tell.</summary>
    public bool IsSound => Findings.IsEmpty;

    /// <summary>Gets the first record that is altered, or the first of the range that holds one; null if none
    /// is.</summary>
    public long? FirstAltered
    {
        get
        {
            var altered = Findings.Where(finding => finding.Kind == AuditFindingKind.Altered);
            return altered.Select(finding => (long?)finding.Index).FirstOrDefault();
        }
    }

    /// <summary>Gets how many findings say that records are altered: with leaf hashes, how many records.</summary>
    public int AlteredCount => Findings.Count(finding => finding.Kind == AuditFindingKind.Altered);

    /// <summary>Gets how many records name nobody.</summary>
    public long Unattributed { get; }

    /// <summary>Gets how many records have personal data whose key was destroyed.</summary>
    public long Shredded { get; }
}
