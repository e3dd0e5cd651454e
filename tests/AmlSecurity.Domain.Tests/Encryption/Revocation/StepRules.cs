using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Finds out which rules a step of the machine breaks, whatever is true of the vault.</summary>
internal static class StepRules
{
    /// <summary>Gets the rules that are broken.</summary>
    public static Rule Broken(KeyCacheState before, Move move, KeyCacheStep step, RevocationWindow window)
    {
        // What the clocks show is taken in with any event, also with one that says nothing else.
        var isOver = before.Grant is { } grant && !IsWithin(grant.Sent, window);
        var rest = isOver ? before with { Grant = null } : before;
        return If(!IsOneQuestion(before, move, step, window), Rule.OneQuestion)
            | If(!IsWokenInTime(step, window), Rule.Waking)
            | (move.Kind == MoveKind.LateAnswer
                ? If(step.Sends || step.Verdict != KeyCacheVerdict.None || step.Next != rest, Rule.Lateness)
                : BrokenByTaking(rest, move, step));
    }

    private static Rule If(bool isBroken, Rule rule) => isBroken ? rule : Rule.None;

    private static bool IsWithin(Moment sent, RevocationWindow window) =>
        Ticks.Now.Wall >= sent.Wall && Ticks.Now.Wall < sent.Wall + window.Lifetime
        && Ticks.Now.Monotonic >= sent.Monotonic && Ticks.Now.Monotonic < sent.Monotonic + window.Lifetime;

    private static Rule BrokenByTaking(KeyCacheState before, Move move, KeyCacheStep step)
    {
        var granted = step.Next.Grant?.Version;
        return move.Event switch
        {
            KeyCacheEventKind.UnwrapDenied or KeyCacheEventKind.UnwrapUnsound =>
                If(granted is not null && granted == before.Flight?.Version, Rule.Denial),
            KeyCacheEventKind.VersionRevoked => If(
                granted == move.Version
                || (!step.Sends && step.Next.Flight?.Version == move.Version)
                || (before.Grant is { } grant && grant.Version != move.Version && step.Next.Grant != grant),
                Rule.Revocation),
            KeyCacheEventKind.Evicted => If(step.Next is not { Grant: null, Flight: null }, Rule.Eviction),
            _ => Rule.None,
        };
    }

    private static bool IsOneQuestion(KeyCacheState before, Move move, KeyCacheStep step, RevocationWindow window)
    {
        var isAnswered = move is { Kind: MoveKind.Event, IsAnswer: true };
        if (!step.Sends)
        {
            return step.Next.Flight is not { } kept || (!isAnswered && kept == before.Flight);
        }

        var mayAsk = before.Flight is not { } asked
            || isAnswered
            || (move.Event == KeyCacheEventKind.VersionRevoked && move.Version == asked.Version)
            || !IsWithin(asked.Sent, window);
        return mayAsk
            && step.Next.Flight is { } flight
            && flight.Sent == Ticks.Now
            && flight.Attempt == before.Attempts + 1
            && flight.Attempt == step.Next.Attempts;
    }

    private static bool IsWokenInTime(KeyCacheStep step, RevocationWindow window)
    {
        if (step.WakeAt is not { } time || step.Next.Grant is not { } grant)
        {
            return step.WakeAt is null && step.Next.Grant is null;
        }

        var end = grant.Sent.Plus(window.Lifetime);
        return time.Wall <= end.Wall && time.Monotonic <= end.Monotonic;
    }
}
