using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What an incident does to one thing that steps need.</summary>
/// <param name="Need">The thing.</param>
/// <param name="MayFailFrom">From when requests that need it may fail.</param>
/// <param name="FailsFrom">From when at the latest they fail; null if they may fail and need not.</param>
/// <param name="EndsAt">When it is over by itself; null if it never is.</param>
/// <param name="Restored">What restores it.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record NeedImpact(
    StepNeed Need, Instant MayFailFrom, Instant? FailsFrom, Instant? EndsAt, Restoration Restored)
{
    /// <summary>Gets what becomes of requests because of this alone.</summary>
    /// <param name="now">The time.</param>
    /// <returns>What is expected.</returns>
    public RequestOutlook At(Instant now) =>
        now < MayFailFrom || now >= EndsAt ? RequestOutlook.Succeed
        : now >= FailsFrom ? RequestOutlook.Fail
        : RequestOutlook.MayFail;

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The need, the times and what restores it.</returns>
    public override string ToString() =>
        $"{Need}: {(FailsFrom is { } fails ? $"fails from {fails} at the latest" : $"may fail from {MayFailFrom}")}"
        + $"{(EndsAt is { } ends ? $" until {ends}" : "")}; {Restored.Step} ({Restored.Rule})";
}
