using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>One side of a comparison: an attribute, or values that stand in the condition itself.</summary>
/// <remarks>
/// One of the two cases; no other can be added. Equal by attribute, or by the values in their order; no order.
/// Immutable, hence safe for concurrent use.
/// </remarks>
public abstract record ConditionOperand
{
    private ConditionOperand()
    {
    }

    /// <summary>Makes an operand of values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The operand.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is null.</exception>
    public static Values Of(params ImmutableArray<ConditionValue> values) => new(values);

    /// <summary>An attribute, looked up when the condition is evaluated.</summary>
    /// <param name="Name">Which.</param>
    public sealed record Named(AttributeName Name) : ConditionOperand
    {
        /// <inheritdoc/>
        public override string ToString() => Name.ToString();
    }

    /// <summary>One value or more.</summary>
    public sealed record Values : ConditionOperand
    {
        internal Values(ImmutableArray<ConditionValue> all) =>
            All = all.IsDefaultOrEmpty || all.Contains(null!)
                ? throw new ArgumentException("there is no value, or one is null", nameof(all))
                : all;

        /// <summary>Gets the values, in the order written.</summary>
        public ImmutableArray<ConditionValue> All { get; }

        /// <summary>Determines whether two operands hold the same values in the same order.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns><see langword="true"/> if they do.</returns>
        public bool Equals(Values? other) => other is not null && All.SequenceEqual(other.All);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(All.Length, All[0]);

        /// <inheritdoc/>
        public override string ToString() => $"{{{string.Join(", ", All)}}}";
    }
}
