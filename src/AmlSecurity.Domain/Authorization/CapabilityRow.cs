using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Whether a role allows one of the 13 operations of the matrix, in which way, or what it lacks.</summary>
/// <remarks>Equal by operation and ways in their order; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CapabilityRow
{
    internal CapabilityRow(MlOperation operation, ImmutableArray<CapabilityWay> ways)
    {
        Operation = operation;
        Ways = ways;

        // A way without a condition says more than one under a condition, and of closed ways the nearest to open.
        Best = ways.MinBy(way => (way.Missing.Length, way.IsConditional))!;
    }

    /// <summary>Gets the row of the matrix.</summary>
    public MlOperation Operation { get; }

    /// <summary>Gets each way to carry it out, in the order of the matrix.</summary>
    public ImmutableArray<CapabilityWay> Ways { get; }

    /// <summary>Gets the way that lacks least, which is the way that allows the operation where one does.</summary>
    public CapabilityWay Best { get; }

    /// <summary>Gets a value indicating whether a way is open, conditions aside.</summary>
    public bool IsAllowed => Best.IsOpen;

    /// <summary>Gets a value indicating whether a way is open, and each open one only under a condition.</summary>
    public bool IsConditional => Best is { IsOpen: true, IsConditional: true };

    /// <summary>Determines whether two rows say the same of the same operation.</summary>
    /// <param name="other">The other row.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(CapabilityRow? other) =>
        other is not null && Operation == other.Operation && Ways.SequenceEqual(other.Ways);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operation, Best);

    /// <summary>Returns the operation and the answer in a line.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var by = Best.Way.Name.Length > 0 ? $" by {Best.Way.Name}" : "";
        return IsAllowed
            ? $"{Operation}: allowed{by}{(IsConditional ? ", under a condition" : "")}"
            : $"{Operation}: denied, for want of {string.Join(", ", Best.Missing)}";
    }
}
