using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Why access was decided as it was.</summary>
/// <remarks>Equal by both members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record DecisionTrace
{
    /// <summary>Gets the digest of the policy that decided; null if unknown.</summary>
    public Hash256? Policy { get; init; }

    /// <summary>Gets the ids of the rules that the decision rests on, at most 64.</summary>
    public ImmutableArray<string> Rules
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    internal bool IsEmpty => Policy is null && Rules.IsEmpty;

    /// <summary>Determines whether two traces are the same.</summary>
    /// <param name="other">The other trace.</param>
    /// <returns><see langword="true"/> if policy and rules are equal.</returns>
    public bool Equals(DecisionTrace? other) =>
        other is not null && Policy == other.Policy && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Policy, Rules.Length);
}
