namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>Decides how long an unwrapped data key is used, and when the vault is asked again.</summary>
/// <remarks>
/// <para>
/// The law: no operation under a version is admitted at or after the time at which the version was disabled, plus the
/// window. It holds as long as not both clocks miss more than the margin within one life of a key. The tests search
/// every course of events up to a bound for a violation, and prove that the search finds one in a machine that is
/// wrong.
/// </para>
/// <para>
/// A function of state and event: no clock, no I/O, nothing shared. At most one question is under way for a data key,
/// and nothing depends on who waits for the answer, so that a caller's cancellation is no event.
/// </para>
/// </remarks>
internal static class KeyCacheMachine
{
    /// <summary>Determines whether an operation would be admitted.</summary>
    public static bool IsLive(KeyCacheState state, Moment now, RevocationWindow window) =>
        state.Grant is { } grant && IsWithin(grant.Sent, now, window);

    /// <summary>Applies an event.</summary>
    public static KeyCacheStep Apply(KeyCacheState state, in KeyCacheEvent happened, RevocationWindow window)
    {
        // INVARIANT: what has been seen to expire is gone; a clock that is set back does not bring it to life.
        var expires = state.Grant is not null && !IsLive(state, happened.Now, window);
        var step = After(expires ? state with { Grant = null } : state, happened, window);
        return step with
        {
            Zeroes = (expires || step.Zeroes) && step.Verdict != KeyCacheVerdict.Kept,
            WakeAt = WakeAt(step.Next, window),
        };
    }

    private static KeyCacheStep After(KeyCacheState state, in KeyCacheEvent happened, RevocationWindow window) =>
        happened.Kind switch
        {
            KeyCacheEventKind.Demanded => Demand(state, happened.Now, window),
            KeyCacheEventKind.Wrapped => Grant(state, happened.Number, happened.Sent, happened.Now, window),
            KeyCacheEventKind.RefreshDue => Refresh(state, happened.Now),
            KeyCacheEventKind.VersionRevoked => Revoke(state, happened),
            KeyCacheEventKind.Evicted => new(
                state with { Grant = null, Flight = null }, KeyCacheVerdict.None, Zeroes: state.Grant is not null),
            _ when state.Flight?.Attempt != happened.Number => new(state, KeyCacheVerdict.None),
            KeyCacheEventKind.UnwrapSucceeded => Succeed(state, happened.Now, window),
            KeyCacheEventKind.UnwrapUnreachable => Fail(
                Postpone(state, happened.Now.Plus(window.RetryAfter)), KeyRefusal.Unreachable, happened.Now),
            KeyCacheEventKind.UnwrapUnsound => Withdraw(state, KeyRefusal.Unsound, happened.Now),
            _ => Withdraw(state, happened.Denial, happened.Now),
        };

    private static KeyCacheStep Demand(KeyCacheState state, Moment now, RevocationWindow window)
    {
        if (state.Grant is { } grant)
        {
            var used = grant.IsUsed ? state : state with { Grant = grant with { IsUsed = true } };
            return Refresh(used, now) with { Verdict = KeyCacheVerdict.Admitted };
        }

        // The answer to a question that is older than a key's life would be worth nothing: it is asked anew.
        return state.Flight is { } flight && IsWithin(flight.Sent, now, window)
            ? new(state, KeyCacheVerdict.Waits)
            : Send(state, version: 0, isSecond: false, before: null, now, KeyCacheVerdict.Waits);
    }

    // A key that nobody has used since the vault's last word is not asked for again: it expires.
    private static KeyCacheStep Refresh(KeyCacheState state, Moment now) =>
        state is { Grant: { IsUsed: true } grant, Flight: null } && now.HasReached(grant.RefreshAt)
            ? Send(state, grant.Version, isSecond: false, before: null, now, KeyCacheVerdict.None)
            : new(state, KeyCacheVerdict.None);

    private static KeyCacheStep Succeed(KeyCacheState state, Moment now, RevocationWindow window)
    {
        var flight = state.Flight!.Value;
        return Grant(state with { Flight = null }, flight.Version, flight.Sent, now, window);
    }

    private static KeyCacheStep Grant(
        KeyCacheState state, int version, Moment sent, Moment now, RevocationWindow window) =>
        IsWithin(sent, now, window)
            ? new(
                state with { Grant = new KeyGrant(version, sent, sent.Plus(window.RefreshAfter), IsUsed: false) },
                KeyCacheVerdict.Kept)
            : new(state, KeyCacheVerdict.None);

    private static KeyCacheStep Revoke(KeyCacheState state, in KeyCacheEvent happened)
    {
        var isGranted = state.Grant is { } grant && grant.Version == happened.Number;
        var rest = isGranted ? state with { Grant = null } : state;
        var step = rest.Flight is { } flight && flight.Version == happened.Number
            ? Fail(rest, happened.Denial, happened.Now)
            : new KeyCacheStep(rest, KeyCacheVerdict.None);
        return step with { Zeroes = isGranted };
    }

    // The vault's refusal takes back what it said of this version before, at once.
    private static KeyCacheStep Withdraw(KeyCacheState state, KeyRefusal refusal, Moment now)
    {
        var isGranted = state.Grant is { } grant && grant.Version == state.Flight!.Value.Version;
        return Fail(isGranted ? state with { Grant = null } : state, refusal, now) with { Zeroes = isGranted };
    }

    // Nothing came of the question: the other version is asked for, once.
    private static KeyCacheStep Fail(KeyCacheState state, KeyRefusal refusal, Moment now)
    {
        var flight = state.Flight!.Value;
        var weighed = Weigh(flight.Before, refusal);
        return flight.IsSecond || state.Versions == 1
            ? new(state with { Flight = null }, KeyCacheVerdict.Refused, Refusal: weighed)
            : Send(state, 1 - flight.Version, isSecond: true, weighed, now, KeyCacheVerdict.None);
    }

    private static KeyCacheStep Send(
        KeyCacheState state, int version, bool isSecond, KeyRefusal? before, Moment now, KeyCacheVerdict verdict)
    {
        var attempt = state.Attempts + 1;
        var flight = new KeyFlight(attempt, version, isSecond, now, before);
        return new(state with { Attempts = attempt, Flight = flight }, verdict, Sends: true);
    }

    private static KeyCacheState Postpone(KeyCacheState state, Moment refreshAt) => state.Grant is { } grant
        ? state with { Grant = grant with { RefreshAt = refreshAt } }
        : state;

    // A wrapped key that is unsound says more than a vault that is away, which says more than one that refuses.
    private static KeyRefusal Weigh(KeyRefusal? before, KeyRefusal refusal) => (before, refusal) switch
    {
        (KeyRefusal.Unsound, _) => KeyRefusal.Unsound,
        (KeyRefusal.Unreachable, not KeyRefusal.Unsound) => KeyRefusal.Unreachable,
        _ => refusal,
    };

    // Either clock ends a life, and so does one that shows less than when the question was sent.
    private static bool IsWithin(Moment sent, Moment now, RevocationWindow window) =>
        !now.IsBefore(sent) && !now.HasReached(sent.Plus(window.Lifetime));

    private static Moment? WakeAt(KeyCacheState state, RevocationWindow window)
    {
        if (state.Grant is not { } grant)
        {
            return null;
        }

        var deadline = grant.Sent.Plus(window.Lifetime);
        return grant.IsUsed && state.Flight is null ? deadline.Earlier(grant.RefreshAt) : deadline;
    }
}
