using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Grows the tree of the records as they are read, and compares its root wherever a checkpoint was
/// kept.</summary>
internal sealed class TreeWatch : IDisposable
{
    private const int BundleLevel = 8;

    private readonly ImmutableArray<(Checkpoint Checkpoint, bool IsKept)> _checkpoints;
    private readonly List<(Checkpoint Checkpoint, bool IsKept, bool Holds)> _compared = [];
    private readonly CompactRangeBuilder _tree;
    private readonly long _start;
    private int _next;

    public TreeWatch(AuditEvidence evidence)
    {
        _tree = new CompactRangeBuilder(evidence.Start);
        _start = evidence.Start.Size;
        IEnumerable<(Checkpoint Checkpoint, bool IsKept)> all = evidence.Checkpoints.Select(one => (one, true));
        if (evidence.Claimed is { } claimed)
        {
            all = all.Append((claimed, false));
        }

        _checkpoints = [.. all.Where(one => one.Checkpoint.Size >= _tree.Size).OrderBy(one => one.Checkpoint.Size)];
        CommittedSize = _checkpoints.IsEmpty ? _tree.Size : _checkpoints[^1].Checkpoint.Size;
        Compare();
    }

    /// <summary>Gets how many records there must be, by the checkpoints.</summary>
    public long CommittedSize { get; }

    public long Size => _tree.Size;

    public CompactRange Tree => _tree.ToRange();

    /// <summary>Gets the largest checkpoint that was kept and holds.</summary>
    public Checkpoint? Anchor => _compared.LastOrDefault(one => one is { IsKept: true, Holds: true }).Checkpoint;

    /// <summary>Determines whether the records have the root of a checkpoint of more records than so many.</summary>
    public bool HoldsBeyond(long size) => _compared.Exists(one => one.Holds && one.Checkpoint.Size > size);

    /// <summary>Adds the records of a batch.</summary>
    public void Append(RecordBatch batch)
    {
        var leaves = batch.Leaves;
        for (var at = 0; at < leaves.Length;)
        {
            var bundle = at / AuditEvidence.BundleSize;
            var isWhole = at % AuditEvidence.BundleSize == 0
                && bundle < batch.Roots.Length
                && _tree.Size % AuditEvidence.BundleSize == 0
                && !(_next < _checkpoints.Length
                    && _checkpoints[_next].Checkpoint.Size < _tree.Size + AuditEvidence.BundleSize);
            if (isWhole)
            {
                _tree.AppendSubtree(BundleLevel, batch.Roots[bundle]);
                at += AuditEvidence.BundleSize;
            }
            else
            {
                _tree.Append(leaves[at++]);
            }

            Compare();
        }
    }

    /// <summary>Tells what the roots say: forks, and the first checkpoint that does not hold.</summary>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="isExplained">Whether what is wrong is already known more exactly.</param>
    /// <param name="inOrder">Up to which size all records stood in their places.</param>
    public void Tell(List<AuditFinding> findings, bool isExplained, long inOrder)
    {
        var failed = _compared.FindIndex(one => !one.Holds);
        if (failed < 0)
        {
            return;
        }

        var size = _compared[failed].Checkpoint.Size;
        var before = failed == 0 ? -1 : _compared.FindLastIndex(failed - 1, one => one.Holds);
        var common = before < 0 ? _start : _compared[before].Checkpoint.Size;
        if (_compared.FindIndex(failed, one => one.Holds) >= 0)
        {
            if (!findings.Exists(finding => finding.Kind == AuditFindingKind.Forked))
            {
                findings.Add(AuditFinding.At(AuditFindingKind.Forked, common));
            }
        }
        else if (!isExplained)
        {
            findings.Add(AuditFinding.At(AuditFindingKind.RootMismatch, size));
            if (before >= 0 && inOrder >= size)
            {
                findings.Add(new AuditFinding(AuditFindingKind.Altered, common, size - 1));
            }
        }
    }

    public void Dispose() => _tree.Dispose();

    private void Compare()
    {
        for (; _next < _checkpoints.Length && _checkpoints[_next].Checkpoint.Size == _tree.Size; _next++)
        {
            var (checkpoint, isKept) = _checkpoints[_next];
            _compared.Add((checkpoint, isKept, _tree.Root.Bytes.SequenceEqual(checkpoint.Root.AsSpan())));
        }
    }
}
