using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Machines that are wrong, each in one way: what they are told, or what they say, is changed.</summary>
internal static class Mutants
{
    /// <summary>Gets the machine that is right.</summary>
    public static Machine Sound { get; } =
        (state, happened, window) => KeyCacheMachine.Apply(state, happened, window);

    public static KeyCacheStep Counts_a_life_from_the_answer(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return step.Verdict == KeyCacheVerdict.Kept ? Grant(step, grant => Renewed(grant, happened, window)) : step;
    }

    public static KeyCacheStep Lengthens_a_life_by_use(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return step.Verdict == KeyCacheVerdict.Admitted ? Grant(step, grant => Renewed(grant, happened, window)) : step;
    }

    public static KeyCacheStep Lengthens_a_life_when_the_vault_is_away(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return happened.Kind == KeyCacheEventKind.UnwrapUnreachable
            ? Grant(step, grant => Renewed(grant, happened, window))
            : step;
    }

    public static KeyCacheStep Looks_at_the_wall_clock_only(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window) =>
        Seen(state, happened, window, moment =>
            moment with { Monotonic = happened.Now.Monotonic + (moment.Wall - happened.Now.Wall) });

    public static KeyCacheStep Looks_at_the_monotonic_clock_only(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window) =>
        Seen(state, happened, window, moment =>
            moment with { Wall = happened.Now.Wall + (moment.Monotonic - happened.Now.Monotonic) });

    public static KeyCacheStep Uses_a_key_at_its_deadline(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window) =>
        Sound(state, happened, new RevocationWindow(window.Window + Duration.Epsilon, window.Margin));

    public static KeyCacheStep Forgets_that_a_key_has_expired(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window)
    {
        var step = Sound(state, happened, window);
        return step.Next.Grant is null && happened.Kind is KeyCacheEventKind.Demanded or KeyCacheEventKind.RefreshDue
            ? step with { Next = step.Next with { Grant = state.Grant }, Zeroes = false }
            : step;
    }

    public static KeyCacheStep Does_not_see_that_a_clock_was_set_back(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window) =>
        state.Grant is { } grant && happened.Now.IsBefore(grant.Sent)
            ? Sound(state, happened with { Now = grant.Sent }, window)
            : Sound(state, happened, window);

    private static KeyCacheStep Grant(KeyCacheStep step, Func<KeyGrant, KeyGrant> change) =>
        step.Next.Grant is { } grant ? step with { Next = step.Next with { Grant = change(grant) } } : step;

    private static KeyGrant Renewed(KeyGrant grant, KeyCacheEvent happened, RevocationWindow window) =>
        grant with { Sent = happened.Now, RefreshAt = happened.Now.Plus(window.RefreshAfter) };

    private static KeyCacheStep Seen(
        KeyCacheState state, KeyCacheEvent happened, RevocationWindow window, Func<Moment, Moment> change) =>
        Sound(
            state with
            {
                Grant = state.Grant is { } grant
                    ? grant with { Sent = change(grant.Sent), RefreshAt = change(grant.RefreshAt) }
                    : null,
                Flight = state.Flight is { } flight ? flight with { Sent = change(flight.Sent) } : null,
            },
            happened with { Sent = change(happened.Sent) },
            window);
}
