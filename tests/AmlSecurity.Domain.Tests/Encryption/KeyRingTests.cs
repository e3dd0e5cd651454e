using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>The table of states, row by row.</summary>
public sealed class KeyRingTests
{
    private static readonly Instant T0 = Lab.Now;
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    [Trait("Rule", "ENC-07")]
    [Trait("Rule", "ENC-25")]
    public void The_newest_version_is_active_and_the_older_ones_only_unwrap()
    {
        var ring = RingOf(Version("1"), Version("2"));

        Assert.Equal(KeyState.Deactivated, ring.StateOf("1", T0));
        Assert.Equal(KeyState.Active, ring.StateOf("2", T0));
        Assert.Equal("2", ring.ActiveVersion(T0).Expect().Version);
        Assert.Null(ring.UnwrapRefusal("1", T0));
        Assert.Null(ring.UnwrapRefusal("2", T0));
    }

    [Fact]
    public void A_version_before_its_date_unwraps_and_leaves_its_predecessor_active()
    {
        var ring = RingOf(Version("1"), Version("2", notBefore: T0 + Day));

        Assert.Equal(KeyState.PreActivation, ring.StateOf("2", T0 + Day - Duration.Epsilon));
        Assert.Null(ring.UnwrapRefusal("2", T0));
        Assert.Equal("1", ring.ActiveVersion(T0 + Day - Duration.Epsilon).Expect().Version);
        Assert.Equal("2", ring.ActiveVersion(T0 + Day).Expect().Version);
    }

    [Fact]
    public void A_version_past_its_date_unwraps_and_nothing_takes_its_place()
    {
        var ring = RingOf(Version("1"), Version("2", expires: T0 + Day));

        Assert.Equal(KeyState.Active, ring.StateOf("2", T0 + Day - Duration.Epsilon));
        Assert.Equal(KeyState.Deactivated, ring.StateOf("2", T0 + Day));
        Assert.Null(ring.UnwrapRefusal("2", T0 + Day));
        Assert.Equal(KeyRefusal.Expired, ring.ActiveVersion(T0 + Day));
    }

    [Fact]
    [Trait("Rule", "ENC-08")]
    [Trait("Rule", "ENC-25")]
    public void A_disabled_version_neither_wraps_nor_unwraps_and_nothing_takes_its_place()
    {
        var ring = RingOf(Version("1"), Version("2")).Disable("2", T0).Expect();

        Assert.Equal(KeyState.Suspended, ring.StateOf("2", T0));
        Assert.Equal(KeyRefusal.Disabled, ring.UnwrapRefusal("2", T0));
        Assert.Equal(KeyRefusal.Disabled, ring.ActiveVersion(T0));
        Assert.Equal(KeyState.Deactivated, ring.StateOf("1", T0));
    }

    [Fact]
    [Trait("Rule", "CMK-01")]
    public void A_deleted_key_is_suspended_until_its_date_and_destroyed_from_then_on()
    {
        var ring = RingOf(Version("1")).Delete(T0, KeyDeletion.ShortestRetention).Expect();
        var end = T0 + Duration.FromDays(7);

        Assert.Equal(KeyState.Suspended, ring.StateOf("1", end - Duration.Epsilon));
        Assert.Equal(KeyRefusal.Deleted, ring.UnwrapRefusal("1", end - Duration.Epsilon));
        Assert.Equal(KeyState.Destroyed, ring.StateOf("1", end));
        Assert.Equal(KeyRefusal.Purged, ring.UnwrapRefusal("1", end));
        Assert.Equal(KeyRefusal.Purged, ring.ActiveVersion(end));
        Assert.Equal(KeyRingRefusal.Purged, ring.Recover(end));
    }

    [Fact]
    public void A_compromised_version_does_nothing_outside_of_a_recovery()
    {
        var ring = RingOf(Version("1")).MarkCompromised("1", T0).Expect();

        Assert.Equal(KeyState.Compromised, ring.StateOf("1", T0));
        Assert.Equal(KeyRefusal.Compromised, ring.UnwrapRefusal("1", T0));
        Assert.Equal(KeyRefusal.Compromised, ring.ActiveVersion(T0));
        var recovery = ring.OpenRecovery("1", "key 1 was in a dump", T0, Duration.FromHours(1)).Expect();
        Assert.False(recovery.IsOpenAt(T0 - Duration.Epsilon));
        Assert.True(recovery.IsOpenAt(T0));
        Assert.False(recovery.IsOpenAt(T0 + Duration.FromHours(1)));
        Assert.Equal(("1", "key 1 was in a dump"), (recovery.Key.Version, recovery.Reason));
    }

    [Fact]
    public void A_compromised_version_that_is_deleted_is_so_first_and_stays_compromised_when_recovered()
    {
        var deleted = RingOf(Version("1")).MarkCompromised("1", T0).Expect().Delete(T0, 7 * Day).Expect();

        Assert.Equal(KeyState.Suspended, deleted.StateOf("1", T0));
        Assert.Equal(KeyState.Destroyed, deleted.StateOf("1", T0 + (7 * Day)));
        Assert.Equal(KeyState.Compromised, deleted.Recover(T0).Expect().StateOf("1", T0));
    }

    [Fact]
    public void A_version_that_the_ring_does_not_hold_has_no_state_and_may_be_asked_for()
    {
        var ring = RingOf(Version("1"));

        Assert.Equal(KeyRingRefusal.OfAnUnknownVersion, ring.StateOf("2", T0));
        Assert.Null(ring.UnwrapRefusal("2", T0));
        Assert.Equal(KeyRefusal.Deleted, ring.Delete(T0, 7 * Day).Expect().UnwrapRefusal("2", T0));
    }

    [Fact]
    [Trait("Rule", "DEC-02")]
    public void A_versioned_address_is_where_a_ring_begins_and_a_rotation_goes_on()
    {
        var start = KeyVersionId.Create(Lab.KeyUri, Lab.Version).Expect();

        var ring = KeyRing.StartingAt(start, T0);
        var rotated = ring.Rotate(new KeyVersion("2", T0 + Day), T0 + Day).Expect();

        Assert.Equal(start, ring.ActiveVersion(T0));
        Assert.Equal("2", rotated.ActiveVersion(T0 + Day).Expect().Version);
        Assert.Equal([Lab.Version, "2"], rotated.Versions.Select(one => one.Version));
        Assert.True(rotated.IsPurgeProtected);
    }

    [Fact]
    public void Versions_are_ordered_by_their_creation_whatever_order_they_are_given_in()
    {
        var ring = RingOf(new KeyVersion("b", T0), new KeyVersion("a", T0 - Day), new KeyVersion("c", T0));

        Assert.Equal(["a", "b", "c"], ring.Versions.Select(one => one.Version));
    }

    [Fact]
    public void A_ring_has_a_version_and_each_once_and_a_sound_address()
    {
        Assert.Throws<ArgumentException>(() => KeyRing.Create(Lab.KeyUri, []));
        Assert.Throws<ArgumentException>(() => KeyRing.Create(Lab.KeyUri, [Version("1"), Version("1")]));
        Assert.Throws<ArgumentNullException>(() => KeyRing.Create(Lab.KeyUri, [null!]));
        Assert.True(KeyRing.Create("", [Version("1")]).IsT1);
        Assert.Equal(
            RingOf(Version("1")), KeyRing.Create("https://TestKv.vault.azure.net/keys/TestKey", [Version("1")]).Expect());
    }

    [Fact]
    public void Rings_are_equal_by_all_members()
    {
        var ring = RingOf(Version("1"), Version("2"));

        Assert.Equal(ring, RingOf(Version("1"), Version("2")));
        Assert.Equal(ring.GetHashCode(), RingOf(Version("1"), Version("2")).GetHashCode());
        Assert.NotEqual(ring, RingOf(Version("1")));
        Assert.NotEqual(ring, ring.Disable("1", T0).Expect());
        Assert.NotEqual(ring, ring.MarkCompromised("1", T0).Expect());
        Assert.NotEqual(ring, ring.Delete(T0, 7 * Day).Expect());
        Assert.NotEqual(ring, KeyRing.Create(Lab.KeyUri, ring.Versions, isPurgeProtected: false).Expect());
        Assert.False(ring.Equals(null));
    }

    private static KeyVersion Version(string name, Instant? notBefore = null, Instant? expires = null) =>
        new(name, T0, notBefore, expires);

    private static KeyRing RingOf(params KeyVersion[] versions) => KeyRing.Create(Lab.KeyUri, versions).Expect();
}
