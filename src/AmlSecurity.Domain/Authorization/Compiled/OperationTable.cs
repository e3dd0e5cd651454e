using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>The operations that a policy is compiled for, numbered, and what entries cover of them as bits.</summary>
internal sealed class OperationTable
{
    private readonly ImmutableArray<ActionName> _names;
    private readonly TextTable _numbers;

    private OperationTable(ImmutableArray<ActionName> names)
    {
        _names = names;
        _numbers = TextTable.Of([.. names.Select(name => name.Canonical)]);
        WordsOfPlane = (names.Length + 63) >> 6;
    }

    /// <summary>Gets how many words of 64 bits one plane takes.</summary>
    public int WordsOfPlane { get; }

    public static OperationTable Of(IEnumerable<ActionName> operations) =>
        new([.. operations.Distinct().OrderBy(name => name.Canonical, StringComparer.Ordinal)]);

    public ActionName NameOf(int number) => _names[number];

    /// <summary>Finds the number of a lower-cased name; -1 if the policy was not compiled for it.</summary>
    public int Find(ReadOnlySpan<char> canonical) => _numbers.Find(canonical);

    /// <summary>Finds the number of a name; -1 if the policy was not compiled for it.</summary>
    public int Find(ActionName action) => _numbers.Find(action.Canonical, action.Hash);

    /// <summary>Gets the place of an operation among the bits of both planes.</summary>
    public int BitOf(int number, Plane plane) => number < 0 ? -1 : ((int)plane * WordsOfPlane * 64) + number;

    /// <summary>Sets the bits of the operations that entries cover.</summary>
    public void Cover(ImmutableArray<ActionPattern> entries, Plane plane, WildcardReading reading, Span<ulong> bits)
    {
        var words = bits.Slice((int)plane * WordsOfPlane, WordsOfPlane);
        foreach (var entry in entries)
        {
            if (entry.Shape == ActionPatternShape.Exact)
            {
                if (_numbers.Find(entry.Canonical) is var exact and >= 0)
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
