using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization;

/// <summary>What a role lacks for one way to carry out an operation of the matrix.</summary>
/// <remarks>Equal by all members, the missing actions in their order; no order. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed record CapabilityWay
{
    internal CapabilityWay(ActionAlternative way, ImmutableArray<ActionName> missing, bool isConditional)
    {
        Way = way;
        Missing = missing;
        IsConditional = isConditional;
    }

    /// <summary>Gets the actions that it takes, all of them.</summary>
    public ActionAlternative Way { get; }

    /// <summary>Gets those of the actions that the role does not cover.</summary>
    public ImmutableArray<ActionName> Missing { get; }

    /// <summary>Gets a value indicating whether the role covers every action, conditions aside.</summary>
    public bool IsOpen => Missing.IsEmpty;

    /// <summary>Gets a value indicating whether the way is open only where a condition of the role holds
    /// (RBAC-04).</summary>
    public bool IsConditional { get; }

    /// <summary>Determines whether two ways lack the same.</summary>
    /// <param name="other">The other way.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(CapabilityWay? other) =>
        other is not null
        && Way == other.Way
        && IsConditional == other.IsConditional
        && Missing.SequenceEqual(other.Missing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Way, Missing.Length, IsConditional);
}
