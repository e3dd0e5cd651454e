using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>How long and how much one handle of a data key may be written with; whichever is reached first retires
/// it.</summary>
/// <remarks>
/// Each handle counts for itself: replicas do not share the count. Reading is not limited. Equal by its members; no
/// order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record DataKeyLimits
{
    /// <summary>The most messages: 2^32.</summary>
    public const long GreatestMessageCount = 1L << 32;

    /// <summary>The most bytes of plaintext: 2^50.</summary>
    public const long GreatestByteCount = 1L << 50;

    /// <summary>Creates limits, which may only be lowered.</summary>
    /// <param name="age">The greatest age, more than zero and at most <see cref="GreatestAge"/>.</param>
    /// <param name="messages">The most messages, 1 to <see cref="GreatestMessageCount"/>.</param>
    /// <param name="bytes">The most bytes of plaintext, 1 to <see cref="GreatestByteCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of bounds.</exception>
    public DataKeyLimits(Duration age, long messages = GreatestMessageCount, long bytes = GreatestByteCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(age, GreatestAge);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(age, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(messages, GreatestMessageCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(messages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, GreatestByteCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        Age = age;
        Messages = messages;
        Bytes = bytes;
    }

    /// <summary>Gets the greatest age that can be allowed: 24 hours.</summary>
    public static Duration GreatestAge { get; } = Duration.FromHours(24);

    /// <summary>Gets the widest limits.</summary>
    public static DataKeyLimits Widest { get; } = new(GreatestAge);

    /// <summary>Gets the greatest age at which the handle still writes, excluded.</summary>
    public Duration Age { get; }

    /// <summary>Gets the most messages.</summary>
    public long Messages { get; }

    /// <summary>Gets the most bytes of plaintext.</summary>
    public long Bytes { get; }
}
