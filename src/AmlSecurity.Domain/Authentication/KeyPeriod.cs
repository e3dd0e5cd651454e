using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>When a key signs service tokens, and whether it is revoked.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record KeyPeriod
{
    /// <summary>Creates a period.</summary>
    /// <param name="notBefore">From when on it signs, included.</param>
    /// <param name="retireAt">From when on it signs no more, included; null for never.</param>
    /// <param name="isRevoked">Whether nothing under it counts any more.</param>
    /// <exception cref="ArgumentException">It retires before it begins.</exception>
    public KeyPeriod(Instant notBefore, Instant? retireAt = null, bool isRevoked = false)
    {
        if (retireAt < notBefore)
        {
            throw new ArgumentException("the key retires before it begins", nameof(retireAt));
        }

        NotBefore = notBefore;
        RetireAt = retireAt;
        IsRevoked = isRevoked;
    }

    /// <summary>Gets the period without beginning and end.</summary>
    public static KeyPeriod Always { get; } = new(Instant.MinValue);

    /// <summary>Gets from when on it signs, included.</summary>
    public Instant NotBefore { get; }

    /// <summary>Gets from when on it signs no more, included; null for never.</summary>
    public Instant? RetireAt { get; }

    /// <summary>Gets a value indicating whether nothing under it counts any more.</summary>
    public bool IsRevoked { get; }

    /// <summary>Determines whether tokens are signed under it.</summary>
    /// <param name="now">The time.</param>
    /// <returns><see langword="true"/> from its beginning, included, to its retirement, excluded, unless it is
    /// revoked.</returns>
    public bool SignsAt(Instant now) => !IsRevoked && NotBefore <= now && (RetireAt is not { } end || now < end);

    /// <summary>Determines whether tokens that were signed under it still count.</summary>
    /// <param name="now">The time.</param>
    /// <param name="longestLife">How long a token lasts at the most.</param>
    /// <param name="skew">By how much clocks may differ.</param>
    /// <returns><see langword="true"/> from its beginning until the last token under it has expired.</returns>
    public bool CountsAt(Instant now, Duration longestLife, Duration skew) =>
        !IsRevoked
        && NotBefore - now <= skew
        && (RetireAt is not { } end || now < end.Later(longestLife));
}
