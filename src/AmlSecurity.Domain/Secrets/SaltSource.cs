using System.Buffers.Binary;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace AmlSecurity.Domain.Secrets;

/// <summary>Makes a salt for each message: random bytes, the last eight of them mixed with a stamp.</summary>
/// <remarks>
/// The stamp is monotonic time plus a counter, added by exclusive or: it cannot make a random salt worse and shows
/// nothing, and two clones of one machine, whose generators may repeat each other, still part ways. The time is a
/// parameter; only <see cref="OfSystem"/> takes the system's timer, and nothing is ever decided by it. Reference
/// equality; no order. Safe for concurrent use if its parts are.
/// </remarks>
public sealed class SaltSource
{
    private readonly IRandomSource _random;
    private readonly Func<long> _monotonicTime;
    private long _counter;

    /// <summary>Creates a source.</summary>
    /// <param name="random">Where the random bytes come from.</param>
    /// <param name="monotonicTime">Gives a time that never goes back, in any unit.</param>
    public SaltSource(IRandomSource random, Func<long> monotonicTime)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(monotonicTime);
        _random = random;
        _monotonicTime = monotonicTime;
    }

    /// <summary>Creates the source that hosts use: the system's random generator and its monotonic timer.</summary>
    /// <param name="buffered">Whether random bytes are taken in portions; see
    /// <see cref="BufferedRandomSource"/>.</param>
    /// <returns>The source.</returns>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The named system source; the timer only stamps salts.")]
    public static SaltSource OfSystem(bool buffered = false)
    {
        var random = new SystemRandomSource();
        return new SaltSource(buffered ? new BufferedRandomSource(random) : random, Stopwatch.GetTimestamp);
    }

    /// <summary>Makes the next salt.</summary>
    /// <param name="salt">Where it goes; at least eight bytes, filled whole.</param>
    /// <exception cref="ArgumentException">The span is shorter than the stamp.</exception>
    public void Next(Span<byte> salt)
    {
        if (salt.Length < sizeof(ulong))
        {
            throw new ArgumentException("a salt has at least eight bytes", nameof(salt));
        }

        _random.Fill(salt);
        var stamped = salt[^sizeof(ulong)..];
        var stamp = unchecked((ulong)_monotonicTime() + ((ulong)Interlocked.Increment(ref _counter) << 40));
        BinaryPrimitives.WriteUInt64BigEndian(stamped, BinaryPrimitives.ReadUInt64BigEndian(stamped) ^ stamp);
    }
}
