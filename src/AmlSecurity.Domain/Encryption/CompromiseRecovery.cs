using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The permission to unwrap under one compromised version for a while; <see cref="KeyRing.OpenRecovery"/>
/// makes it.</summary>
/// <remarks>It says who may ask what of whom: a host writes it, and each <see cref="RecoveryUse"/>, into its audit log.
/// Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CompromiseRecovery
{
    internal CompromiseRecovery(KeyVersionId key, string reason, Instant opensAt, Instant closesAt)
    {
        Key = key;
        Reason = reason;
        OpensAt = opensAt;
        ClosesAt = closesAt;
    }

    /// <summary>Gets the longest time that a recovery stays open: 24 hours.</summary>
    public static Duration Longest { get; } = Duration.FromHours(24);

    /// <summary>Gets the compromised version.</summary>
    public KeyVersionId Key { get; }

    /// <summary>Gets why it is opened, in words of the host.</summary>
    public string Reason { get; }

    /// <summary>Gets from when on it is open, included.</summary>
    public Instant OpensAt { get; }

    /// <summary>Gets until when it is open, excluded.</summary>
    public Instant ClosesAt { get; }

    /// <summary>Determines whether it is open.</summary>
    /// <param name="now">The time.</param>
    /// <returns><see langword="true"/> from <see cref="OpensAt"/>, included, to <see cref="ClosesAt"/>,
    /// excluded.</returns>
    public bool IsOpenAt(Instant now) => OpensAt <= now && now < ClosesAt;
}
