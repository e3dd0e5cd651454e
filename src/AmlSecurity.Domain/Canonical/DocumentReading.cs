using System.Collections.Immutable;

namespace AmlSecurity.Domain.Canonical;

/// <summary>What a reader found in a JSON document: everything that it understood, and everything that it did
/// not.</summary>
/// <typeparam name="T">The elements of the document.</typeparam>
/// <param name="Values">The elements that were understood, in the order of the document.</param>
/// <param name="Faults">Why the others were not; an element with a fault is not among the values.</param>
/// <param name="Notices">What was kept although it is irregular; empty in strict reading, where it is a fault.</param>
/// <remarks>A fault in one element never loses the next. Immutable, hence safe for concurrent use.</remarks>
public sealed record DocumentReading<T>(
    ImmutableArray<T> Values, ImmutableArray<DocumentFault> Faults, ImmutableArray<DocumentFault> Notices)
{
    /// <summary>Gets a value indicating whether every element was understood.</summary>
    public bool IsComplete => Faults.IsEmpty;

    /// <summary>Determines whether two readings hold the same elements, faults and notices in the same order.</summary>
    /// <param name="other">The other reading.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(DocumentReading<T>? other) =>
        other is not null
        && Values.SequenceEqual(other.Values)
        && Faults.SequenceEqual(other.Faults)
        && Notices.SequenceEqual(other.Notices);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Length, Faults.Length, Notices.Length);
}
