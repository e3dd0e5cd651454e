using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>How long runs and their tokens last. Nothing of this is published, so a host chooses.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record RunPolicy
{
    /// <summary>Creates a policy.</summary>
    /// <param name="longestRun">After how long a run is closed in any case, counted from its submission, more than
    /// zero; no token of it outlasts that.</param>
    /// <param name="grace">How long after its completion a run may still call back, zero or more.</param>
    /// <param name="refresh">When its token is replaced; <see cref="RefreshPolicy.RunToken"/> by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is out of bounds.</exception>
    public RunPolicy(Duration longestRun, Duration grace, RefreshPolicy? refresh = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(longestRun, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(grace, Duration.Zero);
        LongestRun = longestRun;
        Grace = grace;
        Refresh = refresh ?? RefreshPolicy.RunToken;
    }

    /// <summary>Gets after how long a run is closed in any case.</summary>
    public Duration LongestRun { get; }

    /// <summary>Gets how long after its completion a run may still call back.</summary>
    public Duration Grace { get; }

    /// <summary>Gets when its token is replaced.</summary>
    public RefreshPolicy Refresh { get; }
}
