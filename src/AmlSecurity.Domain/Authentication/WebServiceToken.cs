using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>How long a token of a web service lasts, and when to get another (AUTHN-10).</summary>
/// <remarks>The lengths are not published; the service says both times with each token. Equal by both; no order.
/// Immutable, hence safe for concurrent use.</remarks>
public sealed record WebServiceToken
{
    /// <summary>Creates a description of a token.</summary>
    /// <param name="lifetime">How long it lasts.</param>
    /// <param name="refreshAfter">From when on another is to be got, included; within the lifetime.</param>
    /// <exception cref="ArgumentException">The time is outside of the lifetime.</exception>
    public WebServiceToken(TokenLifetime lifetime, Instant refreshAfter)
    {
        if (refreshAfter < lifetime.Starts || refreshAfter > lifetime.Expires)
        {
            throw new ArgumentException("the token is to be replaced outside of its lifetime", nameof(refreshAfter));
        }

        Lifetime = lifetime;
        RefreshAfter = refreshAfter;
    }

    /// <summary>Gets how long it lasts.</summary>
    public TokenLifetime Lifetime { get; }

    /// <summary>Gets from when on another is to be got, included.</summary>
    public Instant RefreshAfter { get; }

    /// <summary>Determines what a caller does with the token.</summary>
    /// <param name="now">The time.</param>
    /// <returns>What to do.</returns>
    public RefreshAdvice AdviseAt(Instant now) => !Lifetime.IncludesAt(now) ? RefreshAdvice.DoNotUse
        : now >= RefreshAfter ? RefreshAdvice.UseAndRefresh
        : RefreshAdvice.Use;
}
