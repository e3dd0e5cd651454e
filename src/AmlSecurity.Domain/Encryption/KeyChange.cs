using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>A rotation or revocation of a key that a service follows in its own time, such as a storage account or
/// Cosmos DB (ENC-07 to ENC-09, ENC-25).</summary>
/// <param name="Key">The version that was added, disabled or enabled again.</param>
/// <param name="At">When.</param>
/// <remarks>
/// The source page says "about one hour", which is usual and not promised; hence the time is a parameter and the
/// last word is only that the change is expected to be effective. What this library itself unwraps follows
/// <see cref="RevocationWindow"/>, which is a promise. Equal by both; no order. Immutable, hence safe for concurrent
/// use.
/// </remarks>
public sealed record KeyChange(KeyVersionId Key, Instant At)
{
    /// <summary>Gets the usual time until a service follows: one hour.</summary>
    public static Duration UsualDelay { get; } = Duration.FromHours(1);

    /// <summary>Gets until when Cosmos DB may need the version before: 24 hours after a rotation (CMK-03).</summary>
    public Instant PredecessorNeededUntil => At.Later(Duration.FromHours(24));

    /// <summary>Gets how far the change has come.</summary>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long the service is expected to take, zero or more; <see cref="UsualDelay"/> by
    /// default.</param>
    /// <returns>Pending until the time is over, excluded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is less than zero.</exception>
    public KeyChangeStatus StatusAt(Instant now, Duration? delay = null) => now < ExpectedEffectiveAt(delay)
        ? KeyChangeStatus.Pending
        : KeyChangeStatus.ExpectedEffective;

    /// <summary>Gets when the change is expected to be effective.</summary>
    /// <param name="delay">How long the service is expected to take, zero or more; <see cref="UsualDelay"/> by
    /// default.</param>
    /// <returns>The time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is less than zero.</exception>
    public Instant ExpectedEffectiveAt(Duration? delay = null)
    {
        var length = delay ?? UsualDelay;
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Duration.Zero, nameof(delay));
        return At.Later(length);
    }
}
