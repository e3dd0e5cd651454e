using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>The operations that a policy is compiled for, numbered, and what entries cover of them as bits.</summary>
internal sealed class OperationTable
{
    private readonly ImmutableArray<ActionName> _names;
    private readonly NumberedTable<OperationBit> _bits;

    private OperationTable(ImmutableArray<ActionName> names)
    {
        _names = names;
        _bits = NumberedTable<OperationBit>.Of([.. names.Select((name, at) => new OperationBit(name, at))]);
        WordsOfPlane = (names.Length + 63) >> 6;
    }

    /// <summary>Gets how many words of 64 bits one plane takes.</summary>
    public int WordsOfPlane { get; }

    public static OperationTable Of(IEnumerable<ActionName> operations) =>
        new([.. operations.Distinct().OrderBy(name => name.Canonical, StringComparer.Ordinal)]);

    /// <summary>Finds an operation by its lower-cased name and the hash of it; null if the policy was not compiled for
    /// it.</summary>
    public OperationBit? Find(ReadOnlySpan<char> canonical, int hash) => _bits.Find(canonical, hash);

    /// <summary>Finds an operation; null if the policy was not compiled for it.</summary>
    public OperationBit? Find(ActionName action) => _bits.Find(action.Canonical, action.Hash);

    /// <summary>Gets the place of an operation among the bits of both planes; -1 for one without.</summary>
    public int PlaceOf(OperationBit? operation, Plane plane) =>
        operation is null ? -1 : ((int)plane * WordsOfPlane * 64) + operation.Number;

    /// <summary>Sets the bits of the operations that entries cover.</summary>
    public void Cover(ImmutableArray<ActionPattern> entries, Plane plane, WildcardReading reading, Span<ulong> bits)
    {
        var words = bits.Slice((int)plane * WordsOfPlane, WordsOfPlane);
        foreach (var entry in entries)
        {
            if (entry.Shape == ActionPatternShape.Exact)
            {
                if (_bits.Find(entry.Canonical, TextHash.Of(entry.Canonical)) is { Number: var exact })
                {
                    words[exact >> 6] |= 1UL << exact;
                }

                continue;
            }

            // Without its slash the head is also the beginning of a name where the star covers nothing.
            var begin = entry.Head.TrimEnd('/');
            for (var at = FirstFrom(begin); at < _names.Length; at++)
            {
                if (!_names[at].Canonical.StartsWith(begin, StringComparison.Ordinal))
                {
                    break;
                }

                if (entry.Matches(_names[at], reading))
                {
                    words[at >> 6] |= 1UL << at;
                }
            }
        }
    }

    private int FirstFrom(string begin)
    {
        var (low, high) = (0, _names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_names[middle].Canonical, begin) < 0
                ? (middle + 1, high)
                : (low, middle);
        }

        return low;
    }
}
