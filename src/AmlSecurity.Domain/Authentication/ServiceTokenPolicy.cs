using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What a checker of service tokens asks of each.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class ServiceTokenPolicy
{
    /// <summary>Creates a policy.</summary>
    /// <param name="issuer">The issuer, compared ordinally.</param>
    /// <param name="audience">The audience, compared ordinally.</param>
    /// <param name="longestLife">How long a token lasts at the most, from its issue, more than zero.</param>
    /// <param name="skew">By how much clocks may differ, zero to <see cref="TokenLifetime.LongestSkew"/>; the longest
    /// by default.</param>
    /// <param name="demanded">Claims that must be there beyond those that are required.</param>
    /// <exception cref="ArgumentException">A period is out of bounds, or a name null.</exception>
    public ServiceTokenPolicy(
        string issuer,
        string audience,
        Duration longestLife,
        Duration? skew = null,
        params IEnumerable<string> demanded)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(longestLife, Duration.Zero);
        var allowed = skew ?? TokenLifetime.LongestSkew;
        ArgumentOutOfRangeException.ThrowIfLessThan(allowed, Duration.Zero, nameof(skew));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(allowed, TokenLifetime.LongestSkew, nameof(skew));
        Issuer = issuer;
        Audience = audience;
        LongestLife = longestLife;
        Skew = allowed;
        Demanded = Elements.Of(demanded, nameof(demanded));
    }

    /// <summary>Gets who must have made the token.</summary>
    public string Issuer { get; }

    /// <summary>Gets for whom it must be.</summary>
    public string Audience { get; }

    /// <summary>Gets how long a token lasts at the most.</summary>
    public Duration LongestLife { get; }

    /// <summary>Gets by how much clocks may differ.</summary>
    public Duration Skew { get; }

    /// <summary>Gets the claims that must be there beyond those that are required.</summary>
    public ImmutableArray<string> Demanded { get; }
}
