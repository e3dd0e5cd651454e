using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>How long an unwrapped data key may be used without asking the vault again (ENC-09, ENC-25).</summary>
/// <remarks>
/// <code>
/// sent ------------------- refresh (80 %) ------- deadline ---- margin ---- window
/// </code>
/// Counted from when the last successful unwrap was sent, never from its answer, and not moved by use. The margin is
/// for what no clock shows: see <c>docs/threat-model.md</c>. Equal by its members; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public sealed record RevocationWindow
{
    /// <summary>Creates a window.</summary>
    /// <param name="window">Within which time a revocation must be effective, more than zero and at most
    /// <see cref="Longest"/>.</param>
    /// <param name="margin">By how much earlier keys are given up, zero or more and less than the window.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is out of bounds.</exception>
    public RevocationWindow(Duration window, Duration margin)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, Longest);
        ArgumentOutOfRangeException.ThrowIfLessThan(margin, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(margin, window);
        Window = window;
        Margin = margin;
    }

    /// <summary>Gets the longest window that can be asked for: 24 hours.</summary>
    public static Duration Longest { get; } = Duration.FromHours(24);

    /// <summary>Gets the window of the source page, about one hour: 60 minutes with a margin of 10.</summary>
    public static RevocationWindow OneHour { get; } = new(Duration.FromMinutes(60), Duration.FromMinutes(10));

    /// <summary>Gets the time within which a revocation is effective.</summary>
    public Duration Window { get; }

    /// <summary>Gets by how much earlier keys are given up.</summary>
    public Duration Margin { get; }

    /// <summary>Gets how long after it was sent an unwrap counts; the end is excluded.</summary>
    public Duration Lifetime => Window - Margin;

    /// <summary>Gets the age from which a key in use is unwrapped again: 80 % of its life.</summary>
    public Duration RefreshAfter => Lifetime * 4 / 5;

    /// <summary>Gets how long to wait after a vault did not answer, before a key in use is unwrapped again: 2 % of its
    /// life.</summary>
    public Duration RetryAfter => Lifetime / 50;
}
