using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>What <see cref="KeyCacheMachine"/> does, by example: minutes are counted from the first question.</summary>
public sealed class KeyCacheMachineTests
{
    private static readonly RevocationWindow Window = RevocationWindow.OneHour;

    private KeyCacheState _state = new(Versions: 2);

    public static TheoryData<KeyRefusal, KeyRefusal, KeyRefusal> Refusals => new()
    {
        { KeyRefusal.Disabled, KeyRefusal.Deleted, KeyRefusal.Deleted },
        { KeyRefusal.Disabled, KeyRefusal.Unreachable, KeyRefusal.Unreachable },
        { KeyRefusal.Disabled, KeyRefusal.Unsound, KeyRefusal.Unsound },
        { KeyRefusal.Unreachable, KeyRefusal.Disabled, KeyRefusal.Unreachable },
        { KeyRefusal.Unreachable, KeyRefusal.Unreachable, KeyRefusal.Unreachable },
        { KeyRefusal.Unreachable, KeyRefusal.Unsound, KeyRefusal.Unsound },
        { KeyRefusal.Unsound, KeyRefusal.Disabled, KeyRefusal.Unsound },
        { KeyRefusal.Unsound, KeyRefusal.Unreachable, KeyRefusal.Unsound },
    };

    [Fact]
    public void The_first_demand_asks_the_vault_and_the_next_ones_wait_for_the_same_answer()
    {
        var first = Demand(0);
        var second = Demand(1);

        Assert.Equal((KeyCacheVerdict.Waits, true), (first.Verdict, first.Sends));
        Assert.Equal(new KeyFlight(Attempt: 1, Version: 0, IsSecond: false, At(0), Before: null), first.Next.Flight);
        Assert.Equal((KeyCacheVerdict.Waits, false), (second.Verdict, second.Sends));
        Assert.Equal(KeyCacheVerdict.Kept, Succeed(2).Verdict);
        Assert.Equal(KeyCacheVerdict.Admitted, Demand(3).Verdict);
    }

    [Fact]
    public void A_key_is_used_up_to_its_deadline_and_not_at_it()
    {
        Demand(0);
        Succeed(30);
        Assert.Equal(KeyCacheVerdict.Admitted, After(KeyCacheEvent.Demanded(At(50, less: Duration.Epsilon))).Verdict);

        // The question of the last demand hangs.
        var late = Demand(50);
        Assert.Equal((KeyCacheVerdict.Waits, true), (late.Verdict, late.Zeroes));
        Assert.Null(late.Next.Grant);
    }

    [Fact]
    public void An_answer_that_comes_after_the_life_it_would_begin_is_worth_nothing()
    {
        Demand(0);
        Assert.Equal(KeyCacheVerdict.None, Succeed(50).Verdict);
        Assert.True(Demand(51).Sends);
    }

    [Theory]
    [InlineData(50, 10)]
    [InlineData(10, 50)]
    [InlineData(-1, 10)]
    public void Either_clock_ends_a_life_and_so_does_one_that_is_set_back_before_it(int wall, int monotonic)
    {
        Demand(0);
        Succeed(0);
        var step = After(KeyCacheEvent.Demanded(new(At(wall).Wall, At(monotonic).Monotonic)));

        Assert.Equal((KeyCacheVerdict.Waits, true), (step.Verdict, step.Zeroes));
        Assert.NotEqual(KeyCacheVerdict.Admitted, Demand(10).Verdict);
    }

    [Fact]
    public void A_wrap_proves_as_much_as_an_unwrap_that_was_sent_with_it()
    {
        Assert.Equal(KeyCacheVerdict.None, After(KeyCacheEvent.Wrapped(At(50), version: 1, sent: At(0))).Verdict);
        Assert.Equal(KeyCacheVerdict.Kept, After(KeyCacheEvent.Wrapped(At(51), version: 1, sent: At(2))).Verdict);
        Assert.Equal(KeyCacheVerdict.Admitted, Demand(51).Verdict);
        Assert.Equal(1, _state.Grant!.Value.Version);
        Assert.Equal(KeyCacheVerdict.Waits, Demand(52).Verdict);
    }

    [Fact]
    public void A_key_in_use_is_asked_for_from_80_percent_of_its_life_on_and_is_used_meanwhile()
    {
        Demand(0);
        Succeed(0);
        Assert.False(Demand(39).Sends);

        var ahead = Demand(40);
        Assert.Equal((KeyCacheVerdict.Admitted, true), (ahead.Verdict, ahead.Sends));
        Assert.Equal(KeyCacheVerdict.Kept, Succeed(45).Verdict);
        Assert.Equal(KeyCacheVerdict.Admitted, Demand(89).Verdict);
    }

    [Fact]
    public void The_host_is_woken_to_ask_for_a_key_in_use_and_to_erase_one_that_is_not()
    {
        Assert.Null(Demand(0).WakeAt);
        Assert.Equal(At(50), Succeed(0).WakeAt);
        Assert.False(After(KeyCacheEvent.RefreshDue(At(45))).Sends);
        Assert.Equal(At(50), Demand(45).WakeAt);

        Succeed(45);
        Assert.Equal(At(85), Demand(46).WakeAt);
        Assert.True(After(KeyCacheEvent.RefreshDue(At(85))).Sends);
    }

    [Fact]
    public void A_key_that_nobody_uses_is_erased_when_its_time_has_come()
    {
        Demand(0);
        Succeed(0);
        var due = After(KeyCacheEvent.RefreshDue(At(50)));

        Assert.Equal((KeyCacheVerdict.None, false, true), (due.Verdict, due.Sends, due.Zeroes));
        Assert.Null(due.WakeAt);
    }

    [Fact]
    public void A_vault_that_does_not_answer_is_asked_again_after_a_while_and_lengthens_nothing()
    {
        Demand(0);
        Succeed(0);
        Demand(40);
        Refuse(41, KeyRefusal.Unreachable);
        var step = Refuse(42, KeyRefusal.Unreachable);

        Assert.Equal((KeyCacheVerdict.Refused, false), (step.Verdict, step.Zeroes));
        Assert.Equal(At(42).Plus(Window.RetryAfter), step.WakeAt);
        Assert.False(After(KeyCacheEvent.Demanded(At(43, less: Duration.Epsilon))).Sends);
        Assert.True(Demand(43).Sends);
        Assert.Equal(KeyCacheVerdict.Waits, Demand(50).Verdict);
    }

    [Fact]
    public void A_denial_erases_the_key_at_once_and_the_other_version_is_asked_for()
    {
        Demand(0);
        Succeed(0);
        Demand(40);
        var step = Refuse(41, KeyRefusal.Disabled);

        Assert.Equal((KeyCacheVerdict.None, true, true), (step.Verdict, step.Zeroes, step.Sends));
        Assert.Equal(1, step.Next.Flight!.Value.Version);
        Assert.Equal(KeyCacheVerdict.Waits, Demand(41).Verdict);
        Assert.Equal(KeyCacheVerdict.Kept, Succeed(42).Verdict);
        Assert.Equal(1, _state.Grant!.Value.Version);
    }

    [Fact]
    public void An_unsound_answer_erases_the_key_as_a_denial_does()
    {
        Demand(0);
        Succeed(0);
        Demand(40);

        Assert.True(Refuse(41, KeyRefusal.Unsound).Zeroes);
    }

    [Fact]
    public void A_key_of_one_version_is_asked_for_once()
    {
        _state = new KeyCacheState(Versions: 1);
        Demand(0);
        var step = Refuse(1, KeyRefusal.Disabled);

        Assert.Equal((KeyCacheVerdict.Refused, false, KeyRefusal.Disabled), (step.Verdict, step.Sends, step.Refusal));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Of_two_refusals_the_one_that_says_more_is_told(
        KeyRefusal first, KeyRefusal second, KeyRefusal told)
    {
        Demand(0);
        Assert.Equal(KeyCacheVerdict.None, Refuse(1, first).Verdict);
        var step = Refuse(2, second);

        Assert.Equal((KeyCacheVerdict.Refused, false, told), (step.Verdict, step.Sends, step.Refusal));
    }

    [Fact]
    public void A_question_that_hangs_is_given_up_after_a_life_and_its_answer_is_not_heard()
    {
        Demand(0);
        Assert.False(Demand(49).Sends);
        Assert.True(Demand(50).Sends);

        var late = After(KeyCacheEvent.Succeeded(At(51), attempt: 1));
        Assert.Equal((KeyCacheVerdict.None, null), (late.Verdict, late.Next.Grant));
        Assert.Equal(KeyCacheVerdict.Kept, Succeed(52).Verdict);
        Assert.Equal(KeyCacheVerdict.None, After(KeyCacheEvent.Refused(At(53), 1, KeyRefusal.Disabled)).Verdict);
        Assert.Equal(KeyCacheVerdict.Admitted, Demand(54).Verdict);
    }

    [Fact]
    public void A_revoked_version_is_erased_at_once_and_the_other_one_is_not()
    {
        Demand(0);
        Succeed(0);
        Assert.False(After(KeyCacheEvent.Revoked(At(1), version: 1, KeyRefusal.Compromised)).Zeroes);
        Assert.Equal(KeyCacheVerdict.Admitted, Demand(1).Verdict);

        Assert.True(After(KeyCacheEvent.Revoked(At(2), version: 0, KeyRefusal.Compromised)).Zeroes);
        Assert.Equal(KeyCacheVerdict.Waits, Demand(2).Verdict);
    }

    [Fact]
    public void A_question_about_a_version_that_is_revoked_meanwhile_is_given_up()
    {
        Demand(0);
        var step = After(KeyCacheEvent.Revoked(At(1), version: 0, KeyRefusal.Compromised));

        Assert.Equal((true, 1), (step.Sends, step.Next.Flight!.Value.Version));
        Assert.Equal(KeyCacheVerdict.None, After(KeyCacheEvent.Succeeded(At(2), attempt: 1)).Verdict);
        Assert.Equal(KeyRefusal.Deleted, Refuse(3, KeyRefusal.Deleted).Refusal);
    }

    [Fact]
    public void An_eviction_erases_the_key_and_gives_up_the_question()
    {
        Demand(0);
        Succeed(0);
        Demand(40);
        var step = After(KeyCacheEvent.Evicted(At(41)));

        Assert.True(step.Zeroes);
        Assert.Equal(new KeyCacheState(Versions: 2, Attempts: 2), step.Next);
        Assert.Equal(KeyCacheVerdict.None, After(KeyCacheEvent.Succeeded(At(42), attempt: 2)).Verdict);
        Assert.False(After(KeyCacheEvent.Evicted(At(43))).Zeroes);
    }

    private static Moment At(int minutes, Duration less = default) => new Moment(
        Instant.FromUtc(2026, 1, 1, 0, 0), Duration.FromDays(1)).Plus(Duration.FromMinutes(minutes) - less);

    private KeyCacheStep Demand(int minute) => After(KeyCacheEvent.Demanded(At(minute)));

    private KeyCacheStep Succeed(int minute) =>
        After(KeyCacheEvent.Succeeded(At(minute), _state.Flight!.Value.Attempt));

    private KeyCacheStep Refuse(int minute, KeyRefusal refusal) =>
        After(KeyCacheEvent.Refused(At(minute), _state.Flight!.Value.Attempt, refusal));

    private KeyCacheStep After(KeyCacheEvent happened)
    {
        var step = KeyCacheMachine.Apply(_state, happened, Window);
        _state = step.Next;
        return step;
    }
}
