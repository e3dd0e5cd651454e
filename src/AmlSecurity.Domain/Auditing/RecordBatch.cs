using System.Text.Json;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Some thousand records that are hashed and read together, on one or more threads, a bundle at a time.</summary>
/// <remarks>Filled and taken by one thread.</remarks>
internal sealed class RecordBatch(AuditEvidence evidence, int degree, bool reads) : IDisposable
{
    /// <summary>How many records are held at once.</summary>
    public const int Size = 16 * AuditEvidence.BundleSize;

    private readonly ReadOnlyMemory<byte>[] _records = new ReadOnlyMemory<byte>[Size];
    private readonly Hash256[] _leaves = new Hash256[Size];
    private readonly RecordVerdict[] _verdicts = new RecordVerdict[Size];
    private readonly Hash256[] _roots = new Hash256[Size / AuditEvidence.BundleSize];
    private readonly MerkleHasher?[] _hashers = new MerkleHasher?[Size / AuditEvidence.BundleSize];

    // The first batch ends where a bundle does, so that those of all others are the bundles of the tree.
    private int _capacity = evidence.Start.Size % AuditEvidence.BundleSize == 0
        ? Size
        : AuditEvidence.BundleSize - (int)(evidence.Start.Size % AuditEvidence.BundleSize);

    public int Count { get; private set; }

    public ReadOnlySpan<Hash256> Leaves => _leaves.AsSpan(0, Count);

    public ReadOnlySpan<RecordVerdict> Verdicts => _verdicts.AsSpan(0, Count);

    /// <summary>Gets the roots of the full runs of 256 records, from the first of the batch.</summary>
    public ReadOnlySpan<Hash256> Roots => _roots.AsSpan(0, Count / AuditEvidence.BundleSize);

    /// <summary>Adds a record.</summary>
    /// <returns><see langword="true"/> if the batch is full.</returns>
    public bool Add(ReadOnlyMemory<byte> record)
    {
        _records[Count++] = record;
        return Count == _capacity;
    }

    /// <summary>Hashes and reads all records of the batch.</summary>
    public void Work()
    {
        var bundles = (Count + AuditEvidence.BundleSize - 1) / AuditEvidence.BundleSize;
        if (degree == 1)
        {
            for (var bundle = 0; bundle < bundles; bundle++)
            {
                Work(bundle);
            }
        }
        else
        {
            Parallel.For(0, bundles, new ParallelOptions { MaxDegreeOfParallelism = degree }, Work);
        }
    }

    public void Clear()
    {
        _records.AsSpan(0, Count).Clear();
        Count = 0;
        _capacity = Size;
    }

    public void Dispose()
    {
        foreach (var hasher in _hashers)
        {
            hasher?.Dispose();
        }
    }

    private void Work(int bundle)
    {
        var hasher = _hashers[bundle] ??= new MerkleHasher();
        var first = bundle * AuditEvidence.BundleSize;
        var end = Math.Min(first + AuditEvidence.BundleSize, Count);
        for (var at = first; at < end; at++)
        {
            var record = _records[at].Span;
            _leaves[at] = hasher.HashLeaf(record);
            _verdicts[at] = reads ? Judge(record) : default;
        }

        if (end - first == AuditEvidence.BundleSize)
        {
            _roots[bundle] = RootOf(hasher, _leaves.AsSpan(first, AuditEvidence.BundleSize));
        }
    }

    private static Hash256 RootOf(MerkleHasher hasher, ReadOnlySpan<Hash256> leaves)
    {
        Span<Hash256> level = stackalloc Hash256[AuditEvidence.BundleSize / 2];
        for (var at = 0; at < level.Length; at++)
        {
            level[at] = hasher.HashNode(leaves[2 * at], leaves[(2 * at) + 1]);
        }

        for (var count = level.Length / 2; count > 0; count /= 2)
        {
            for (var at = 0; at < count; at++)
            {
                level[at] = hasher.HashNode(level[2 * at], level[(2 * at) + 1]);
            }
        }

        return level[0];
    }

    private RecordVerdict Judge(ReadOnlySpan<byte> record)
    {
        var layout = default(RecordLayout);
        var fault = AuditRecordScan.Scan(record, ref layout);
        return fault < 0
            ? new RecordVerdict(
                fault, layout.Index, layout.RecordedAt, layout.IsUnattributed, IsShredded(record, in layout))
            : new RecordVerdict(fault, Index: -1, default, IsUnattributed: false, IsShredded: false);
    }

    private bool IsShredded(ReadOnlySpan<byte> record, in RecordLayout layout) =>
        layout.HasSealed
        && evidence.DestroyedKeys.Count > 0
        && (IsShredded(record, in layout, RecordMember.ActorName)
            || IsShredded(record, in layout, RecordMember.Origin)
            || IsShredded(record, in layout, RecordMember.UserAgent)
            || IsShredded(record, in layout, RecordMember.RequestUrl)
            || IsShredded(record, in layout, RecordMember.ScoringUserAgent));

    private bool IsShredded(ReadOnlySpan<byte> record, in RecordLayout layout, RecordMember member)
    {
        if (!layout.Has(member))
        {
            return false;
        }

        var json = new Utf8JsonReader(layout.Raw(record, member));
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("subject"u8))
            {
                json.Read();
                return evidence.DestroyedKeys.Contains(json.GetString()!);
            }
        }

        return false;
    }
}
