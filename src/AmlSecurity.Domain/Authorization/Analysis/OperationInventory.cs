using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>The operations that somebody knows of, by plane.</summary>
/// <remarks>
/// No public list is complete: what is not in it may still exist. Names that differ in case only are one, the first
/// given. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class OperationInventory
{
    private OperationInventory(ImmutableArray<ActionName> control, ImmutableArray<ActionName> data)
    {
        Control = control;
        Data = data;
    }

    /// <summary>Gets the operations of the control plane, in ordinal order.</summary>
    public ImmutableArray<ActionName> Control { get; }

    /// <summary>Gets the operations of the data plane, in ordinal order.</summary>
    public ImmutableArray<ActionName> Data { get; }

    /// <summary>Creates an inventory.</summary>
    /// <param name="control">The operations of the control plane, in any order.</param>
    /// <param name="data">The operations of the data plane, in any order.</param>
    /// <returns>The inventory.</returns>
    /// <exception cref="ArgumentNullException">A list or one of its elements is null.</exception>
    public static OperationInventory Create(IEnumerable<ActionName> control, IEnumerable<ActionName> data) =>
        new(Sorted(control, nameof(control)), Sorted(data, nameof(data)));

    /// <summary>Gets the operations of one plane.</summary>
    /// <param name="plane">The plane.</param>
    /// <returns>The operations, in ordinal order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public ImmutableArray<ActionName> On(Plane plane)
    {
        Choice.Demand(plane, nameof(plane));
        return plane == Plane.Control ? Control : Data;
    }

    /// <summary>Determines whether an entry matches an operation of a plane.</summary>
    /// <param name="pattern">The entry.</param>
    /// <param name="plane">The plane.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns><see langword="true"/> if it matches one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public bool Knows(ActionPattern pattern, Plane plane, WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var operations = On(plane);
        var start = pattern.Shape == ActionPatternShape.Exact ? pattern.Canonical : Begin(pattern);
        for (var at = FirstFrom(operations, start); at < operations.Length; at++)
        {
            if (!operations[at].Canonical.StartsWith(start, StringComparison.Ordinal))
            {
                return false;
            }

            if (pattern.Matches(operations[at], reading))
            {
                return true;
            }
        }

        return false;
    }

    // Without its slash the head is also the beginning of the name where the star covers nothing.
    private static string Begin(ActionPattern pattern) => pattern.Head.TrimEnd('/');

    private static int FirstFrom(ImmutableArray<ActionName> operations, string start)
    {
        var (low, high) = (0, operations.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(operations[middle].Canonical, start) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static ImmutableArray<ActionName> Sorted(IEnumerable<ActionName> operations, string name) =>
        [.. Elements.Of(operations, name).Distinct().OrderBy(operation => operation.Canonical, StringComparer.Ordinal)];
}
