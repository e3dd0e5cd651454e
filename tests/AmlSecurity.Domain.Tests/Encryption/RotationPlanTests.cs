using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class RotationPlanTests
{
    private const string Other = "https://other.vault.azure.net/keys/k";
    private static readonly Instant T0 = Lab.Now;

    private static readonly KeyRing Ring = KeyRing.Create(
        Lab.KeyUri, [new KeyVersion("1", T0), new KeyVersion("2", T0), new KeyVersion("3", T0)]).Expect();

    [Fact]
    public void It_counts_what_names_each_version_and_what_needs_it()
    {
        var plan = RotationPlan.Of(Ring, [Wrapped(1, "1"), Wrapped(2, "1", "2"), Wrapped(3, "3"), Wrapped(4, "7")], T0);

        Assert.Equal(
            [
                (KeyState.Deactivated, 2L, 1L),
                (KeyState.Deactivated, 1L, 0L),
                (KeyState.Active, 1L, 1L),
                ((KeyState?)null, 1L, 1L),
            ],
            plan.Uses.Select(use => (use.State, use.Count, use.SoleCount)));
        Assert.Equal(["1", "2", "3", "7"], plan.Uses.Select(use => use.Key.Version));
        Assert.Equal([Lab.IdOf(1), Lab.IdOf(2), Lab.IdOf(4)], plan.ToRewrap.AsEnumerable());
        Assert.Equal(1, plan.CurrentCount);
        Assert.False(plan.IsComplete);
    }

    [Theory]
    [InlineData("1", DisablingObstacle.StillNeeded)]
    [InlineData("2", null)]
    [InlineData("3", DisablingObstacle.InUseForNewData)]
    [InlineData("7", DisablingObstacle.Unknown)]
    public void It_says_what_speaks_against_disabling_a_version(string version, DisablingObstacle? expected)
    {
        var plan = RotationPlan.Of(Ring, [Wrapped(1, "1"), Wrapped(2, "1", "2"), Wrapped(4, "7")], T0);

        Assert.Equal(expected, plan.ObstacleToDisabling(version));
    }

    [Fact]
    public void A_version_that_is_to_become_active_is_not_to_be_disabled()
    {
        var ring = Ring.Rotate(new KeyVersion("4", T0, notBefore: T0 + Duration.FromDays(1)), T0).Expect();

        Assert.Equal(DisablingObstacle.InUseForNewData, RotationPlan.Of(ring, [], T0).ObstacleToDisabling("4"));
    }

    [Fact]
    public void What_is_under_a_compromised_version_is_encrypted_anew_and_not_only_wrapped_anew()
    {
        var ring = Ring.MarkCompromised("1", T0).Expect();

        var plan = RotationPlan.Of(ring, [Wrapped(1, "1", "3"), Wrapped(2, "2"), Wrapped(1, "1")], T0);

        Assert.Equal([Lab.IdOf(1)], plan.ToReencrypt.AsEnumerable());
        Assert.Equal(DisablingObstacle.StillNeeded, plan.ObstacleToDisabling("1"));
        Assert.Equal([Lab.IdOf(2)], plan.ToRewrap.AsEnumerable());
    }

    [Fact]
    public void What_is_only_under_a_disabled_version_is_locked()
    {
        var ring = Ring.Disable("1", T0).Expect();

        var plan = RotationPlan.Of(ring, [Wrapped(1, "1"), Wrapped(2, "1", "2")], T0);

        Assert.Equal([Lab.IdOf(1)], plan.Locked.AsEnumerable());
        Assert.Equal([Lab.IdOf(2)], plan.ToRewrap.AsEnumerable());
        Assert.Equal(DisablingObstacle.StillNeeded, plan.ObstacleToDisabling("2"));
    }

    [Fact]
    public void What_is_under_other_keys_plays_no_part()
    {
        var plan = RotationPlan.Of(Ring, [new WrappedDataKey(Lab.IdOf(1), [Stanza("1", Other)])], T0);

        Assert.True(plan.IsComplete);
        Assert.Equal((0, 0), (plan.CurrentCount, plan.Uses.Sum(use => use.Count)));
        Assert.Throws<ArgumentNullException>(() => RotationPlan.Of(Ring, [null!], T0));
    }

    [Fact]
    public void A_form_under_another_key_beside_the_current_one_changes_nothing()
    {
        var wrapped = new WrappedDataKey(Lab.IdOf(1), [Stanza("1", Other), Stanza("3")]);

        Assert.Equal(WrappingStanding.Current, RotationPlan.StandingOf(Ring, wrapped, T0));
    }

    [Fact]
    public void Nothing_is_current_while_no_version_is_active()
    {
        var ring = Ring.Disable("3", T0).Expect();

        Assert.Equal(WrappingStanding.ToRewrap, RotationPlan.StandingOf(ring, Wrapped(1, "2"), T0));
    }

    [Fact]
    public void A_deleted_key_locks_everything()
    {
        var ring = Ring.Delete(T0, KeyDeletion.ShortestRetention).Expect();

        Assert.Equal([Lab.IdOf(1), Lab.IdOf(2)], RotationPlan.Of(ring, [Wrapped(1, "3"), Wrapped(2, "7")], T0).Locked.AsEnumerable());
    }

    private static WrappedDataKey Wrapped(int id, params string[] versions) =>
        new(Lab.IdOf(id), [.. versions.Select(version => Stanza(version))]);

    private static KeyStanza Stanza(string version, string uri = Lab.KeyUri) =>
        FakeVault.Wrap(Lab.KeyBytes(), uri, version);
}
