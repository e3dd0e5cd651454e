using AmlSecurity.Domain.Identities;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>From when to when a token is valid.</summary>
/// <remarks>The end is excluded: at <see cref="Expires"/> a token is expired. Equal by both; no order. The default is
/// never valid. Safe for concurrent use.</remarks>
public readonly record struct TokenLifetime
{
    /// <summary>Creates a lifetime.</summary>
    /// <param name="starts">From when on the token is valid, included.</param>
    /// <param name="expires">From when on it is not, included.</param>
    /// <exception cref="ArgumentException">It ends before it starts.</exception>
    public TokenLifetime(Instant starts, Instant expires)
    {
        if (expires < starts)
        {
            throw new ArgumentException("the lifetime ends before it starts", nameof(expires));
        }

        Starts = starts;
        Expires = expires;
    }

    /// <summary>Gets the longest difference between two clocks that can be allowed for: 5 minutes, the usual
    /// one.</summary>
    public static Duration LongestSkew => ClaimsJudgement.LongestSkew;

    /// <summary>Gets from when on the token is valid, included.</summary>
    public Instant Starts { get; }

    /// <summary>Gets from when on it is expired, included.</summary>
    public Instant Expires { get; }

    /// <summary>Gets how long it is valid in all.</summary>
    public Duration Length => Expires - Starts;

    /// <summary>Determines whether the token is valid.</summary>
    /// <param name="now">The time.</param>
    /// <returns><see langword="true"/> from the start, included, to the end, excluded.</returns>
    public bool IncludesAt(Instant now) => Starts <= now && now < Expires;

    /// <summary>Determines, before a call, whether the token will last through it.</summary>
    /// <param name="now">The time.</param>
    /// <param name="duration">How long the operation may take, zero or more.</param>
    /// <param name="skew">By how much the clock of whoever checks it may be ahead, zero to
    /// <see cref="LongestSkew"/>.</param>
    /// <returns><see langword="true"/> if it is valid now, and still when the operation ends on such a clock.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A period is out of bounds.</exception>
    public bool Outlives(Instant now, Duration duration, Duration skew)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(skew, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(skew, LongestSkew);
        return Starts <= now && Expires - now - skew > duration;
    }
}
