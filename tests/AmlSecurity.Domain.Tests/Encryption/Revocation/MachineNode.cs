using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>A state of the machine, and what has been found out about it.</summary>
internal sealed class MachineNode(KeyCacheState state, int id, int moves)
{
    /// <summary>Gets the state.</summary>
    public KeyCacheState State { get; } = state;

    /// <summary>Gets its number.</summary>
    public int Id { get; } = id;

    /// <summary>Gets by how many ticks the clocks disagree at most about how long ago the machine asked what it goes
    /// by, where the monotonic clock has missed more.</summary>
    public int MissedAsleep { get; } = SkewsOf(state).Append(0).Max();

    /// <summary>Gets the same where the wall clock has missed more.</summary>
    public int MissedSetBack { get; } = -SkewsOf(state).Append(0).Min();

    /// <summary>Gets what each move leads to, as far as it was tried.</summary>
    public Outcome?[] Outcomes { get; } = new Outcome?[moves];

    /// <summary>Gets or sets whether its future has not been looked at.</summary>
    public bool IsNew { get; set; } = true;

    private static IEnumerable<int> SkewsOf(KeyCacheState state) =>
        new[] { state.Grant?.Sent, state.Flight?.Sent }
            .OfType<Moment>()
            .Select(sent => Ticks.In(Ticks.Now.Wall - sent.Wall) - Ticks.In(Ticks.Now.Monotonic - sent.Monotonic));
}
