using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>One move in a course of events.</summary>
/// <param name="Kind">Who moves.</param>
/// <param name="Event">What happens to the machine, if anything.</param>
/// <param name="Version">The version that is wrapped under or revoked.</param>
/// <param name="Age">How long ago the wrap was sent, or what passes.</param>
internal sealed record Move(MoveKind Kind, KeyCacheEventKind Event = default, int Version = 0, Age Age = default)
{
    /// <summary>Determines whether the machine hears of it.</summary>
    public bool IsEvent { get; } = Kind is MoveKind.Event or MoveKind.LateAnswer;

    /// <summary>Determines whether it answers a question.</summary>
    public bool IsAnswer { get; } = Event
        is KeyCacheEventKind.UnwrapSucceeded or KeyCacheEventKind.UnwrapDenied
        or KeyCacheEventKind.UnwrapUnsound or KeyCacheEventKind.UnwrapUnreachable;

    /// <summary>Lists the moves of a scope.</summary>
    public static IReadOnlyList<Move> In(Scope scope)
    {
        var versions = Enumerable.Range(0, scope.Versions).ToList();
        var plain = Enum.GetValues<KeyCacheEventKind>()
            .Where(kind => kind is not (KeyCacheEventKind.Wrapped or KeyCacheEventKind.VersionRevoked))
            .Select(kind => new Move(MoveKind.Event, kind))
            .ToList();
        return
        [
            new(MoveKind.Time, Age: Age.Tick), new(MoveKind.Time, Age: Age.Sleep), new(MoveKind.Time, Age: Age.SetBack),
            new(MoveKind.Disable), new(MoveKind.Enable),
            .. plain,
            .. plain.Where(move => move.IsAnswer).Select(move => new Move(MoveKind.LateAnswer, move.Event)),
            .. versions.Select(version => new Move(MoveKind.Event, KeyCacheEventKind.VersionRevoked, version)),
            .. from version in versions
               from age in SendingAges(scope)
               select new Move(MoveKind.Event, KeyCacheEventKind.Wrapped, version, age),
        ];
    }

    /// <summary>Makes the event that the machine hears of now.</summary>
    public KeyCacheEvent ToEvent(KeyCacheState state) => Event switch
    {
        KeyCacheEventKind.VersionRevoked => KeyCacheEvent.Revoked(Ticks.Now, Version, KeyRefusal.Disabled),
        KeyCacheEventKind.Wrapped => KeyCacheEvent.Wrapped(Ticks.Now, Version, Age.ToMoment()),
        KeyCacheEventKind.UnwrapDenied => new(Event, Ticks.Now, AttemptIn(state), Denial: KeyRefusal.Disabled),
        _ => new(Event, Ticks.Now, IsAnswer ? AttemptIn(state) : 0),
    };

    public override string ToString() => Kind switch
    {
        MoveKind.Time when Age == Age.Tick => "a tick passes",
        MoveKind.Time when Age == Age.Sleep => "a tick passes asleep",
        MoveKind.Time => "the wall clock is set back by a tick",
        MoveKind.LateAnswer => $"{Event} of a question that was given up",
        MoveKind.Event when Event == KeyCacheEventKind.VersionRevoked => $"{Event} {Version}",
        MoveKind.Event when Event == KeyCacheEventKind.Wrapped => $"{Event} under {Version}, sent {Age}",
        MoveKind.Event => $"{Event}",
        _ => $"the tracked version is {Kind}d".ToLowerInvariant(),
    };

    // Whatever the clocks may have missed between a wrap and its answer; what is older than the window is all the same.
    private static IEnumerable<Age> SendingAges(Scope scope) =>
        from age in Enumerable.Range(0, scope.OldWraps ? scope.WindowTicks + 1 : 1)
        from asleep in Enumerable.Range(0, Math.Min(age, scope.Misses) + 1)
        from setBack in Enumerable.Range(0, scope.OldWraps ? scope.Misses + 1 : 1)
        let sent = new Age(age, age - setBack, age - asleep)
        where scope.Allows(sent)
        select sent;

    // The question before the one under way is one that was given up; so is the last one, if none is under way.
    private int AttemptIn(KeyCacheState state) => (Kind, state.Flight) switch
    {
        (MoveKind.LateAnswer, not null) => state.Attempts - 1,
        (_, { } flight) => flight.Attempt,
        _ => state.Attempts,
    };
}
