using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>What the blocks of a role or of a deny assignment make of each operation, on both planes.</summary>
internal sealed class CompiledBlocks
{
    // For each word of operations: those that a block grants, then those that a block covers, exclusions aside.
    private readonly ulong[] _bits;

    public CompiledBlocks(ImmutableArray<PermissionBlock> blocks, OperationTable operations, WildcardReading reading)
    {
        var length = operations.WordsOfPlane * 2;
        _bits = new ulong[length * 2];
        var (covered, excluded) = (new ulong[length], new ulong[length]);
        foreach (var block in blocks)
        {
            Array.Clear(covered);
            Array.Clear(excluded);
            operations.Cover(block.Actions, Plane.Control, reading, covered);
            operations.Cover(block.DataActions, Plane.Data, reading, covered);
            operations.Cover(block.NotActions, Plane.Control, reading, excluded);
            operations.Cover(block.NotDataActions, Plane.Data, reading, excluded);
            for (var at = 0; at < length; at++)
            {
                _bits[at * 2] |= covered[at] & ~excluded[at];
                _bits[(at * 2) + 1] |= covered[at];
            }
        }
    }

    /// <summary>Judges an operation by its place among the bits, conditions aside.</summary>
    public BlockOutcome this[int bit]
    {
        get
        {
            var at = (bit >> 6) * 2;
            return (_bits[at] >> bit & 1) != 0 ? BlockOutcome.Granted
                : (_bits[at + 1] >> bit & 1) != 0 ? BlockOutcome.Excluded
                : BlockOutcome.Silent;
        }
    }
}
