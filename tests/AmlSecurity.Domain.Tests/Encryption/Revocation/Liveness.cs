using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Finds out what becomes of a state of the machine when nothing stands in its way any more.</summary>
internal sealed class Liveness(Machine machine, Scope scope)
{
    /// <summary>Gets the rules that are broken, whichever versions are enabled from now on.</summary>
    public Rule Broken(KeyCacheState state)
    {
        var broken = Rule.None;
        for (var enabled = 1; enabled < 1 << scope.Versions && broken == Rule.None; enabled++)
        {
            broken = Follow(state, enabled, hung: null);
            if (broken == Rule.None && state.Flight is { } flight)
            {
                broken = Follow(state, enabled, flight.Attempt);
            }
        }

        return broken;
    }

    // The question under way is answered now or, if it hangs, never; every later one is answered at once.
    private Rule Follow(KeyCacheState state, int enabled, int? hung)
    {
        var isAdmitted = false;
        var isRenewed = false;
        var now = Ticks.Now;
        for (var tick = 0; tick < 2 * scope.LifeTicks; tick++, now = now.Later(1, 1))
        {
            var verdict = Demand(ref state, now);
            if (isRenewed && verdict != KeyCacheVerdict.Admitted)
            {
                return Rule.Continuity;
            }

            isRenewed |= Answer(ref state, now, enabled, hung);
            isAdmitted |= verdict == KeyCacheVerdict.Admitted || Demand(ref state, now) == KeyCacheVerdict.Admitted;
            if (tick >= scope.LifeTicks && !isAdmitted)
            {
                return Rule.Recovery;
            }
        }

        return Rule.None;
    }

    private KeyCacheVerdict Demand(ref KeyCacheState state, Moment now)
    {
        var step = machine(state, KeyCacheEvent.Demanded(now), scope.Window);
        state = step.Next;
        return step.Verdict;
    }

    // The vault tells the truth, also about the other version if it is asked for that. Says whether a question that
    // has only just been sent led to a key.
    private bool Answer(ref KeyCacheState state, Moment now, int enabled, int? hung)
    {
        var isRenewed = false;
        for (var turn = 0; turn < scope.Versions && state.Flight is { } flight && flight.Attempt != hung; turn++)
        {
            var isEnabled = (enabled >> flight.Version & 1) == 1;
            var step = machine(
                state,
                isEnabled
                    ? KeyCacheEvent.Succeeded(now, flight.Attempt)
                    : KeyCacheEvent.Refused(now, flight.Attempt, KeyRefusal.Disabled),
                scope.Window);
            state = step.Next;
            isRenewed |= step.Verdict == KeyCacheVerdict.Kept && flight.Sent == now;
        }

        return isRenewed;
    }
}
