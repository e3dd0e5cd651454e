using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Machines that are wrong about the vault, its answers and the host, each in one way.</summary>
internal static class VaultMutants
{
    private static Machine Sound => Mutants.Sound;

    public static KeyCacheStep Keeps_a_key_that_is_denied(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return happened.Kind == KeyCacheEventKind.UnwrapDenied && step.Zeroes
            ? step with { Next = step.Next with { Grant = state.Grant }, Zeroes = false }
            : step;
    }

    public static KeyCacheStep Renews_one_version_by_the_other(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return step.Verdict == KeyCacheVerdict.Kept && state.Grant is { } grant && step.Next.Grant is { } next
            ? step with { Next = step.Next with { Grant = next with { Version = grant.Version } } }
            : step;
    }

    public static KeyCacheStep Revokes_the_other_version(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window) =>
        Sound(
            state,
            happened.Kind == KeyCacheEventKind.VersionRevoked
                ? happened with { Number = 1 - happened.Number }
                : happened,
            window);

    public static KeyCacheStep Waits_for_what_is_revoked(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return happened.Kind == KeyCacheEventKind.VersionRevoked
            ? step with { Next = step.Next with { Flight = state.Flight, Attempts = state.Attempts }, Sends = false }
            : step;
    }

    public static KeyCacheStep Takes_a_late_answer(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window) =>
        Sound(
            state,
            state.Flight is { } flight && IsAnswer(happened) ? happened with { Number = flight.Attempt } : happened,
            window);

    public static KeyCacheStep Waits_for_ever(KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var isWaiting = happened.Kind == KeyCacheEventKind.Demanded && state is { Flight: not null, Grant: null };
        return isWaiting ? new(state, KeyCacheVerdict.Waits) : Sound(state, happened, window);
    }

    public static KeyCacheStep Asks_again_while_it_waits(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window) =>
        Sound(
            happened.Kind == KeyCacheEventKind.Demanded && state.Grant is null ? state with { Flight = null } : state,
            happened,
            window);

    public static KeyCacheStep Never_asks_for_the_other_version(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state with { Versions = 1 }, happened, window);
        return step with { Next = step.Next with { Versions = state.Versions } };
    }

    public static KeyCacheStep Does_not_count_a_renewal(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return happened.Kind == KeyCacheEventKind.UnwrapSucceeded && step.Verdict == KeyCacheVerdict.Kept
            && KeyCacheMachine.IsLive(state, happened.Now, window)
                ? step with { Next = step.Next with { Grant = state.Grant } }
                : step;
    }

    public static KeyCacheStep Never_asks_ahead(KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return step.Sends && step.Next.Grant is not null && state.Flight is null
            ? step with { Next = step.Next with { Flight = null, Attempts = state.Attempts }, Sends = false }
            : step;
    }

    public static KeyCacheStep Admits_before_the_answer(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return step.Verdict == KeyCacheVerdict.Waits ? step with { Verdict = KeyCacheVerdict.Admitted } : step;
    }

    public static KeyCacheStep Leaves_a_question_when_evicted(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return happened.Kind == KeyCacheEventKind.Evicted
            ? step with { Next = step.Next with { Flight = state.Flight } }
            : step;
    }

    public static KeyCacheStep Leaves_the_key_in_memory(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window) =>
        Sound(state, happened, window) with { Zeroes = false };

    public static KeyCacheStep Erases_the_key_that_came(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return step with { Zeroes = step.Zeroes || step.Verdict == KeyCacheVerdict.Kept };
    }

    public static KeyCacheStep Wakes_the_host_too_late(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return step with { WakeAt = step.WakeAt?.Plus(window.RetryAfter) };
    }

    private static bool IsAnswer(KeyCacheEvent happened) => happened.Kind
        is KeyCacheEventKind.UnwrapSucceeded or KeyCacheEventKind.UnwrapDenied
        or KeyCacheEventKind.UnwrapUnsound or KeyCacheEventKind.UnwrapUnreachable;
}
