using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>When a token is to be replaced before it ends.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record RefreshPolicy
{
    private RefreshPolicy(string name, Duration timeLeft, Duration? halfLifeAbove)
    {
        Name = name;
        TimeLeft = timeLeft;
        HalfLifeAbove = halfLifeAbove;
    }

    /// <summary>Gets that of the service token of a run: with 95 seconds or less left.</summary>
    public static RefreshPolicy RunToken { get; } = new("run token", Duration.FromSeconds(95), null);

    /// <summary>Gets that of a token for Azure Resource Manager: with 5 minutes or less left.</summary>
    public static RefreshPolicy ResourceManagerToken { get; } =
        new("Azure Resource Manager token", Duration.FromMinutes(5), null);

    /// <summary>Gets that of the token of a managed identity: at half its life if that is over two hours, else with
    /// 5 minutes or less left. It cannot be had on demand before.</summary>
    public static RefreshPolicy ManagedIdentityToken { get; } =
        new("managed identity token", Duration.FromMinutes(5), Duration.FromHours(2));

    /// <summary>Gets after how long a token that was asked for and did not come is asked for again: one
    /// minute.</summary>
    public static Duration RetryAfter { get; } = Duration.FromMinutes(1);

    /// <summary>Gets the name for a person.</summary>
    public string Name { get; }

    /// <summary>Gets with how much time left a token is replaced.</summary>
    public Duration TimeLeft { get; }

    /// <summary>Gets the length above which a token is replaced at half its life; null for never.</summary>
    public Duration? HalfLifeAbove { get; }

    /// <summary>Creates a policy.</summary>
    /// <param name="name">The name for a person.</param>
    /// <param name="timeLeft">With how much time left a token is replaced, zero or more.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is less than zero.</exception>
    public static RefreshPolicy WithTimeLeft(string name, Duration timeLeft)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeLeft, Duration.Zero);
        return new RefreshPolicy(name, timeLeft, halfLifeAbove: null);
    }

    /// <summary>Gets from when on a token is to be replaced.</summary>
    /// <param name="lifetime">The lifetime of the token.</param>
    /// <returns>The time, included; not before the token's start.</returns>
    public Instant RefreshAt(TokenLifetime lifetime)
    {
        if (lifetime.Expires == Instant.MaxValue)
        {
            return Instant.MaxValue;
        }

        if (HalfLifeAbove is { } length && lifetime.Length > length)
        {
            return lifetime.Starts + (lifetime.Length / 2);
        }

        // Stryker disable once equality: where both are as long, both answers are the start.
        return TimeLeft >= lifetime.Length ? lifetime.Starts : lifetime.Expires - TimeLeft;
    }

    /// <summary>Determines what to do with a token.</summary>
    /// <param name="lifetime">The lifetime of the token.</param>
    /// <param name="now">The time.</param>
    /// <returns>What to do.</returns>
    public RefreshAdvice AdviseAt(TokenLifetime lifetime, Instant now) =>
        !lifetime.IncludesAt(now) ? RefreshAdvice.DoNotUse
        : now >= RefreshAt(lifetime) ? RefreshAdvice.UseAndRefresh
        : RefreshAdvice.Use;

    /// <summary>Gets when to look at a token again.</summary>
    /// <param name="lifetime">The lifetime of the token.</param>
    /// <param name="now">The time.</param>
    /// <returns>When it is to be replaced; from then on again after <see cref="RetryAfter"/>, and when it ends. Null if
    /// that is past, or never comes.</returns>
    public Instant? NextDeadline(TokenLifetime lifetime, Instant now)
    {
        var next = now < RefreshAt(lifetime)
            ? RefreshAt(lifetime)
            : Instant.Min(now.Later(RetryAfter), lifetime.Expires);
        return now < next && next < Instant.MaxValue ? next : null;
    }
}
