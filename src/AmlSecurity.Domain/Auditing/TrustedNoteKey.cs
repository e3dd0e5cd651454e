using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A key whose signatures count, up to the time at which it is retired.</summary>
/// <param name="Key">The key.</param>
/// <param name="RetiredAt">From when on its signatures do not count any more, included; null for never.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record TrustedNoteKey(NoteVerifierKey Key, Instant? RetiredAt = null)
{
    /// <summary>Gets the key.</summary>
    public NoteVerifierKey Key { get; } = Key ?? throw new ArgumentNullException(nameof(Key));

    /// <summary>Gets from when on its signatures do not count any more, included; null for never.</summary>
    public Instant? RetiredAt { get; } = RetiredAt;

    /// <summary>Determines whether the key is retired.</summary>
    /// <param name="at">The time.</param>
    /// <returns><see langword="true"/> from <see cref="RetiredAt"/> on.</returns>
    public bool IsRetiredAt(Instant at) => RetiredAt <= at;
}
