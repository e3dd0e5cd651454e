using System.Collections.Immutable;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What an incident does to one step of a data flow.</summary>
/// <remarks>Equal by step and causes; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record StepImpact
{
    internal StepImpact(DataFlowStep step, ImmutableArray<NeedImpact> because)
    {
        Step = step;
        Because = because;
    }

    /// <summary>Gets which step it is.</summary>
    public DataFlowStep Step { get; }

    /// <summary>Gets what the step needs and the incident hits, one at least.</summary>
    public ImmutableArray<NeedImpact> Because { get; }

    /// <summary>Gets from when at the latest the step fails; null if it may fail and need not.</summary>
    public Instant? FailsFrom => Because.Min(cause => cause.FailsFrom);

    /// <summary>Gets what becomes of the step because of this alone: the worst of the causes.</summary>
    /// <param name="now">The time.</param>
    /// <returns>What is expected.</returns>
    public RequestOutlook At(Instant now) => Because.Max(cause => cause.At(now));

    /// <summary>Determines whether two impacts are the same.</summary>
    /// <param name="other">The other impact.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(StepImpact? other) =>
        other is not null && Step == other.Step && Because.SequenceEqual(other.Because);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Step, Because.Length);

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The step and its causes.</returns>
    public override string ToString() => $"{Step}: {string.Join("; ", Because)}";
}
