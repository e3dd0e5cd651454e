using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Grows the tree of the records as they are read, and compares its root wherever a checkpoint was
/// kept.</summary>
internal sealed class TreeWatch : IDisposable
{
    private const int BundleLevel = 8;

    private readonly ImmutableArray<(Checkpoint Checkpoint, bool IsKept)> _checkpoints;
    private readonly ImmutableArray<Hash256> _bundleRoots;
    private readonly List<(Checkpoint Checkpoint, bool IsKept, bool Holds)> _compared = [];
    private readonly List<(long Size, bool Holds)> _bundles = [];
    private readonly CompactRangeBuilder _tree;
    private readonly long _start;
    private int _next;

    public TreeWatch(AuditEvidence evidence)
    {
        _tree = new CompactRangeBuilder(evidence.Start);
        _start = evidence.Start.Size;
        _bundleRoots = evidence.KeepsBundles ? evidence.BundleRoots : [];
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
            var isBundle = at % AuditEvidence.BundleSize == 0
                && bundle < batch.Roots.Length
                && _tree.Size % AuditEvidence.BundleSize == 0;
            if (isBundle && _tree.Size / AuditEvidence.BundleSize < _bundleRoots.Length)
            {
                var kept = _bundleRoots[(int)(_tree.Size / AuditEvidence.BundleSize)];
                _bundles.Add((_tree.Size + AuditEvidence.BundleSize, batch.Roots[bundle] == kept));
            }

            var isWhole = isBundle
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
    /// <param name="inNumber">Up to which size no record gave itself another number than that of its place.</param>
    public void Tell(List<AuditFinding> findings, long inNumber)
    {
        var failed = _compared.Find(one => !one.Holds).Checkpoint;
        var misfit = SizesWhere(holds: false).DefaultIfEmpty(long.MaxValue).Min();
        if (HoldsBeyond(misfit))
        {
            var common = SizesWhere(holds: true).Where(size => size < misfit).DefaultIfEmpty(_start).Max();
            findings.Add(AuditFinding.At(AuditFindingKind.Forked, common));
        }
        else if (failed is not null)
        {
            findings.Add(AuditFinding.At(AuditFindingKind.RootMismatch, failed.Size));
            var before = _compared.FindLast(one => one.Holds && one.Checkpoint.Size < failed.Size).Checkpoint;
            if (before is not null && inNumber >= failed.Size)
            {
                findings.Add(new AuditFinding(AuditFindingKind.Altered, before.Size, failed.Size - 1));
            }
        }
    }

    public void Dispose() => _tree.Dispose();

    // The sizes of what was kept and does not hold, or of all that holds.
    private IEnumerable<long> SizesWhere(bool holds) =>
    [
        .. _compared.Where(one => one.Holds == holds && (holds || one.IsKept)).Select(one => one.Checkpoint.Size),
        .. _bundles.Where(one => one.Holds == holds).Select(one => one.Size),
    ];

    private void Compare()
    {
        for (; _next < _checkpoints.Length && _checkpoints[_next].Checkpoint.Size == _tree.Size; _next++)
        {
            var (checkpoint, isKept) = _checkpoints[_next];
            _compared.Add((checkpoint, isKept, _tree.Root.Bytes.SequenceEqual(checkpoint.Root.AsSpan())));
        }
    }
}
