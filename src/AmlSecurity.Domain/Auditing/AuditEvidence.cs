using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What whoever verifies a log has kept, out of the reach of whoever could alter it.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class AuditEvidence
{
    /// <summary>How many leaves a bundle has, as a full tile of C2SP tlog-tiles.</summary>
    public const int BundleSize = MerkleTile.FullWidth;

    /// <summary>Gets the evidence that holds nothing.</summary>
    public static AuditEvidence Nothing { get; } = new();

    /// <summary>Gets what was before the first record, if older ones were deleted.</summary>
    public CompactRange Start { get; init; } = CompactRange.Empty;

    /// <summary>Gets the time of the last record before the first; null if unknown or none.</summary>
    public Instant? StartRecordedAt { get; init; }

    /// <summary>Gets the checkpoints that were kept, in any order; those that reach no farther than the start say
    /// nothing.</summary>
    public ImmutableArray<Checkpoint> Checkpoints
    {
        get;
        init => field = value.IsDefault ? [] : [.. value.OrderBy(one => one.Size)];
    } = [];

    /// <summary>Gets the newest checkpoint that the log itself shows, which proves only that the log agrees with
    /// itself; null for none.</summary>
    public Checkpoint? Claimed { get; init; }

    /// <summary>Gets the roots of full bundles, from the first record of the log; empty if they were not
    /// kept.</summary>
    public ImmutableArray<Hash256> BundleRoots
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets the leaf hashes, from the start on; default if they were not kept.</summary>
    public ImmutableArray<Hash256>? LeafHashes { get; init; }

    /// <summary>Gets the names of the keys of persons that were destroyed.</summary>
    public ImmutableHashSet<string> DestroyedKeys { get; init; } = [];

    /// <summary>Gets how exactly a report can point at what was altered.</summary>
    public AuditExactness Exactness =>
        LeafHashes is not null ? AuditExactness.Index
        : !BundleRoots.IsEmpty ? AuditExactness.Bundle
        : !Checkpoints.IsEmpty || Claimed is not null ? AuditExactness.Interval
        : AuditExactness.None;

    internal long BundleSizes => (long)BundleRoots.Length * BundleSize;

    internal bool KeepsBundles => LeafHashes is null && !BundleRoots.IsEmpty;

    internal AuditEvidence Claiming(Checkpoint? claimed) => new()
    {
        Start = Start,
        StartRecordedAt = StartRecordedAt,
        Checkpoints = Checkpoints,
        Claimed = claimed,
        BundleRoots = BundleRoots,
        LeafHashes = LeafHashes,
        DestroyedKeys = DestroyedKeys,
    };
}
