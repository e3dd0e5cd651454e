using System.Collections.Immutable;

namespace AmlSecurity.Domain.Flows;

/// <summary>What follows from an event: the next state, and what the host is to carry out.</summary>
/// <typeparam name="TState">The states of the flow.</typeparam>
/// <typeparam name="TEffect">The effects of the flow.</typeparam>
/// <remarks>Equal by state and effects; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record FlowStep<TState, TEffect>
{
    internal FlowStep(TState next, ImmutableArray<TEffect> effects)
    {
        Next = next;
        Effects = effects;
    }

    /// <summary>Gets the next state, which may be equal to the one before.</summary>
    public TState Next { get; }

    /// <summary>Gets what is to be done, in this order.</summary>
    public ImmutableArray<TEffect> Effects { get; }

    /// <summary>Determines whether two steps are the same.</summary>
    /// <param name="other">The other step.</param>
    /// <returns><see langword="true"/> if state and effects are equal.</returns>
    public bool Equals(FlowStep<TState, TEffect>? other) =>
        other is not null
        && EqualityComparer<TState>.Default.Equals(Next, other.Next)
        && Effects.SequenceEqual(other.Effects);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Next, Effects.Length);
}
