using AmlSecurity.Domain.Encryption;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What each transition asks for, and what it refuses with.</summary>
public sealed class KeyRingTransitionTests
{
    private static readonly Instant T0 = Lab.Now;
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Duration Week = Duration.FromDays(7);

    private static readonly KeyRing Fresh =
        KeyRing.Create(Lab.KeyUri, [new KeyVersion("1", T0), new KeyVersion("2", T0)]).Expect();

    private static readonly KeyRing Deleted = Fresh.Delete(T0, Week).Expect();

    [Fact]
    [Trait("Rule", "ENC-07")]
    public void Rotating_adds_a_version_that_is_new_and_not_older_than_the_newest()
    {
        Assert.Equal("3", Fresh.Rotate(new KeyVersion("3", T0), T0).Expect().ActiveVersion(T0).Expect().Version);
        Assert.Equal(KeyRingRefusal.OfAKnownVersion, Fresh.Rotate(new KeyVersion("1", T0 + Day), T0));
        Assert.Equal(KeyRingRefusal.OlderThanTheNewest, Fresh.Rotate(new KeyVersion("3", T0 - Day), T0));
    }

    [Fact]
    [Trait("Rule", "ENC-08")]
    public void Disabling_and_enabling_undo_each_other_and_say_when_there_is_nothing_to_do()
    {
        var disabled = Fresh.Disable("1", T0).Expect();

        Assert.Equal(KeyState.Suspended, disabled.StateOf("1", T0));
        Assert.Equal(Fresh, disabled.Enable("1", T0));
        Assert.Equal(KeyRingRefusal.Disabled, disabled.Disable("1", T0));
        Assert.Equal(KeyRingRefusal.EnabledAlready, Fresh.Enable("1", T0));
        Assert.Equal(KeyRingRefusal.OfAnUnknownVersion, Fresh.Disable("9", T0));
        Assert.Equal(KeyRingRefusal.OfAnUnknownVersion, Fresh.Enable("9", T0));
    }

    [Fact]
    public void Nothing_but_recovering_purging_and_marking_is_done_to_a_deleted_key()
    {
        Assert.All(TransitionsOfALivingKey(Deleted, T0), outcome => Assert.Equal(KeyRingRefusal.Deleted, outcome));
        Assert.Equal(Fresh, Deleted.Recover(T0 + Week - Duration.Epsilon));
        Assert.True(Deleted.MarkCompromised("1", T0).IsT0);
    }

    [Fact]
    public void Nothing_but_marking_is_done_to_a_key_that_is_gone()
    {
        var gone = T0 + Week;

        Assert.All(TransitionsOfALivingKey(Deleted, gone), outcome => Assert.Equal(KeyRingRefusal.Purged, outcome));
        Assert.Equal(KeyRingRefusal.Purged, Deleted.Recover(gone));
        Assert.Equal(KeyRingRefusal.Purged, Deleted.Purge(gone));
        Assert.True(Deleted.MarkCompromised("1", gone).IsT0);
    }

    [Fact]
    [Trait("Rule", "CMK-01")]
    public void A_protected_key_is_not_purged_before_its_date()
    {
        var unprotected = KeyRing.Create(Lab.KeyUri, Fresh.Versions, isPurgeProtected: false).Expect()
            .Delete(T0, Week).Expect();

        Assert.Equal(KeyRingRefusal.ProtectedFromPurge, Deleted.Purge(T0 + Day));
        var purged = unprotected.Purge(T0 + Day).Expect();
        Assert.Equal(KeyState.Destroyed, purged.StateOf("1", T0 + Day));
        Assert.Equal(KeyRingRefusal.Purged, purged.Recover(T0 + Day));
        Assert.Equal(T0 + Day, purged.Deletion!.DestroyedAt);
        Assert.Equal(KeyRingRefusal.Purged, purged.Recover(T0));
        Assert.Equal(KeyState.Destroyed, purged.StateOf("1", T0));
    }

    [Fact]
    public void Only_a_deleted_key_is_recovered_or_purged()
    {
        Assert.Equal(KeyRingRefusal.NotDeleted, Fresh.Recover(T0));
        Assert.Equal(KeyRingRefusal.NotDeleted, Fresh.Purge(T0));
    }

    [Fact]
    public void A_deleted_key_is_kept_for_7_to_90_days()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fresh.Delete(T0, Week - Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fresh.Delete(T0, (90 * Day) + Duration.Epsilon));
        Assert.Equal(T0 + (90 * Day), Fresh.Delete(T0, 90 * Day).Expect().Deletion!.RecoverableUntil);
    }

    [Fact]
    public void Nothing_takes_a_compromise_back()
    {
        var marked = Fresh.MarkCompromised("1", T0).Expect();
        var disabled = marked.Disable("1", T0).Expect();

        Assert.Equal(KeyRingRefusal.Compromised, marked.MarkCompromised("1", T0 + Day));
        Assert.Equal(KeyRingRefusal.OfAnUnknownVersion, marked.MarkCompromised("9", T0));
        Assert.Equal(KeyState.Compromised, disabled.Enable("1", T0).Expect().StateOf("1", T0));
        Assert.Equal(KeyState.Compromised, marked.Adopt(Fresh.Versions, T0).Expect().StateOf("1", T0));
        Assert.Equal(T0, marked.Adopt(Fresh.Versions, T0).Expect().Versions[0].CompromisedAt);
    }

    [Fact]
    public void A_recovery_is_of_an_enabled_compromised_version_with_a_reason_and_for_at_most_a_day()
    {
        var marked = Fresh.MarkCompromised("1", T0).Expect();

        Assert.Equal(KeyRingRefusal.NotCompromised, Fresh.OpenRecovery("1", "why", T0, Day));
        Assert.Equal(KeyRingRefusal.OfAnUnknownVersion, marked.OpenRecovery("9", "why", T0, Day));
        Assert.Equal(KeyRingRefusal.Disabled, marked.Disable("1", T0).Expect().OpenRecovery("1", "why", T0, Day));
        Assert.Throws<ArgumentException>(() => marked.OpenRecovery("1", " ", T0, Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => marked.OpenRecovery("1", "why", T0, Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => marked.OpenRecovery("1", "why", T0, Day + Duration.Epsilon));
        Assert.Equal(T0 + Day, marked.OpenRecovery("1", "why", T0, Day).Expect().ClosesAt);
    }

    [Fact]
    [Trait("Rule", "ENC-25")]
    public void What_a_vault_says_is_taken_over_and_what_it_does_not_list_any_more_is_disabled()
    {
        var adopted = Fresh.Adopt([new KeyVersion("2", T0, isEnabled: false), new KeyVersion("3", T0 + Day)], T0).Expect();

        Assert.Equal(["1", "2", "3"], adopted.Versions.Select(one => one.Version));
        Assert.Equal([false, false, true], adopted.Versions.Select(one => one.IsEnabled));
        Assert.Equal("3", adopted.ActiveVersion(T0 + Day).Expect().Version);
        Assert.Throws<ArgumentException>(() => Fresh.Adopt([new KeyVersion("2", T0), new KeyVersion("2", T0)], T0));
    }

    private static List<KeyRingRefusal> TransitionsOfALivingKey(KeyRing ring, Instant now) =>
    [
        Refusal(ring.Rotate(new KeyVersion("3", T0), now)),
        Refusal(ring.Disable("1", now)),
        Refusal(ring.Enable("1", now)),
        Refusal(ring.Delete(now, Week)),
        Refusal(ring.OpenRecovery("1", "why", now, Day)),
        Refusal(ring.Adopt(Fresh.Versions, now)),
    ];

    private static KeyRingRefusal Refusal<T>(OneOf<T, KeyRingRefusal> outcome) => outcome.AsT1;
}
