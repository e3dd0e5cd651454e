using AmlSecurity.Domain.Encryption;
using FsCheck.Xunit;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Random lives of a key against a model that only keeps flags.</summary>
public sealed class KeyRingProperties
{
    private static readonly Instant T0 = Lab.Now;

    [Property(MaxTest = 500)]
    public void A_ring_is_what_a_few_flags_make_of_the_same_life(byte[] moves)
    {
        var ring = KeyRing.Create(Lab.KeyUri, [new KeyVersion("0", T0)], isPurgeProtected: false).Expect();
        var model = new Flags();
        var now = T0;
        foreach (var move in moves)
        {
            now += Duration.FromDays(move / 16 % 3);
            var version = $"{move / 64}";
            var (outcome, isExpected) = (move % 8) switch
            {
                0 => (ring.Rotate(new KeyVersion($"{model.Versions}", now), now), model.Rotate(now)),
                1 or 2 => (ring.Disable(version, now), model.Set(model.Disabled, version, to: true, now)),
                3 => (ring.Enable(version, now), model.Set(model.Disabled, version, to: false, now)),
                4 => (ring.Delete(now, Duration.FromDays(7)), model.Delete(now)),
                5 => (ring.Recover(now), model.Recover(now)),
                6 => (move > 200 ? ring.Purge(now) : KeyRingRefusal.NotDeleted, move > 200 && model.Purge(now)),
                _ => (ring.MarkCompromised(version, now), model.Mark(version)),
            };
            Assert.Equal(isExpected, outcome.IsT0);
            ring = outcome.TryPickT0(out var next, out _) ? next : ring;
            Assert.All(
                Enumerable.Range(0, model.Versions),
                one => Assert.Equal(model.StateOf(one, now), ring.StateOf($"{one}", now)));
        }
    }

    private sealed class Flags
    {
        private readonly HashSet<int> _compromised = [];
        private Instant? _deletedAt;
        private bool _isPurged;

        public int Versions { get; private set; } = 1;

        public HashSet<int> Disabled { get; } = [];

        public bool Rotate(Instant now) => IsAlive(now) && Versions++ > 0;

        public bool Set(HashSet<int> flags, string version, bool to, Instant now) =>
            IsAlive(now) && int.Parse(version, null) < Versions
            && (to ? flags.Add(int.Parse(version, null)) : flags.Remove(int.Parse(version, null)));

        public bool Mark(string version) => int.Parse(version, null) < Versions && _compromised.Add(int.Parse(version, null));

        public bool Delete(Instant now)
        {
            var isAlive = IsAlive(now);
            _deletedAt = isAlive ? now : _deletedAt;
            return isAlive;
        }

        public bool Recover(Instant now)
        {
            var can = !IsAlive(now) && !IsGone(now);
            _deletedAt = can ? null : _deletedAt;
            return can;
        }

        public bool Purge(Instant now)
        {
            var can = !IsAlive(now) && !IsGone(now);
            _isPurged |= can;
            return can;
        }

        public KeyState StateOf(int version, Instant now) =>
            IsGone(now) ? KeyState.Destroyed
            : !IsAlive(now) ? KeyState.Suspended
            : _compromised.Contains(version) ? KeyState.Compromised
            : Disabled.Contains(version) ? KeyState.Suspended
            : version == Versions - 1 ? KeyState.Active
            : KeyState.Deactivated;

        private bool IsAlive(Instant now) => _deletedAt is null && !IsGone(now);

        private bool IsGone(Instant now) => _isPurged || _deletedAt + Duration.FromDays(7) <= now;
    }
}
