namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>What follows from an event.</summary>
/// <param name="Next">The next state.</param>
/// <param name="Verdict">What it means for whoever asked.</param>
/// <param name="Sends">Whether the question in <see cref="KeyCacheState.Flight"/> of the next state is to be sent
/// now.</param>
/// <param name="Zeroes">Whether the key that was held is to be erased.</param>
/// <param name="Refusal">Why there is no key, where the verdict is that.</param>
/// <param name="WakeAt">When to come back, if nothing happens before; null for never.</param>
internal readonly record struct KeyCacheStep(
    KeyCacheState Next,
    KeyCacheVerdict Verdict,
    bool Sends = false,
    bool Zeroes = false,
    KeyRefusal Refusal = default,
    Moment? WakeAt = null);
