using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>How long a kind of token is valid.</summary>
/// <remarks>
/// One of <see cref="Fixed"/>, <see cref="Range"/> and <see cref="UntilRevoked"/>; no other case can be added. Equal by
/// case and members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public abstract record LifetimePolicy
{
    private LifetimePolicy()
    {
    }

    /// <summary>Gets the lifetime of a token that is issued.</summary>
    /// <param name="issuedAt">When.</param>
    /// <param name="draw">What chooses within a range, 0 to 1, both included; drawn by the caller.</param>
    /// <returns>The lifetime.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The draw is out of bounds.</exception>
    public TokenLifetime LifetimeFrom(Instant issuedAt, double draw = 0)
    {
        if (!(draw is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(draw));
        }

        return new TokenLifetime(issuedAt, End(issuedAt, draw));
    }

    private protected abstract Instant End(Instant issuedAt, double draw);

    /// <summary>Always the same time.</summary>
    public sealed record Fixed : LifetimePolicy
    {
        /// <summary>Creates a policy.</summary>
        /// <param name="length">The time, more than zero.</param>
        /// <exception cref="ArgumentOutOfRangeException">The time is zero or less.</exception>
        public Fixed(Duration length)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero);
            Length = length;
        }

        /// <summary>Gets the time.</summary>
        public Duration Length { get; }

        private protected override Instant End(Instant issuedAt, double draw) => issuedAt.Later(Length);
    }

    /// <summary>A time that the issuer draws anew for each token, so that not all expire together.</summary>
    public sealed record Range : LifetimePolicy
    {
        /// <summary>Creates a policy.</summary>
        /// <param name="shortest">The shortest time, more than zero, included.</param>
        /// <param name="longest">The longest time, at least the shortest, included.</param>
        /// <exception cref="ArgumentOutOfRangeException">A time is out of bounds.</exception>
        public Range(Duration shortest, Duration longest)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(shortest, Duration.Zero);
            ArgumentOutOfRangeException.ThrowIfLessThan(longest, shortest);
            Shortest = shortest;
            Longest = longest;
        }

        /// <summary>Gets the shortest time.</summary>
        public Duration Shortest { get; }

        /// <summary>Gets the longest time.</summary>
        public Duration Longest { get; }

        private protected override Instant End(Instant issuedAt, double draw) =>
            issuedAt.Later(Shortest).Later((Longest - Shortest) * draw);
    }

    /// <summary>Until somebody takes it back; a token that is not used for a time ends by itself.</summary>
    public sealed record UntilRevoked : LifetimePolicy
    {
        /// <summary>Creates a policy.</summary>
        /// <param name="idle">After how long without use it ends, more than zero; null for never.</param>
        /// <exception cref="ArgumentOutOfRangeException">The time is zero or less.</exception>
        public UntilRevoked(Duration? idle = null)
        {
            if (idle is { } time)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, Duration.Zero, nameof(idle));
            }

            Idle = idle;
        }

        /// <summary>Gets after how long without use it ends; null for never.</summary>
        public Duration? Idle { get; }

        private protected override Instant End(Instant issuedAt, double draw) =>
            issuedAt.Later(Idle ?? Duration.MaxValue);
    }
}
