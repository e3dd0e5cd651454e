namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>What came of asking for a data key: the key, or what to wait for, or a refusal.</summary>
/// <param name="Place">The place of the key, which may be another's with the same header.</param>
/// <param name="Key">The key, to be used at once.</param>
/// <param name="Answer">What to wait for before asking again.</param>
/// <param name="Sends">The question to be sent to the vault.</param>
/// <param name="Refusal">Why there is neither.</param>
internal readonly record struct KeyDemand(
    CachedKey Place,
    DataKey? Key = null,
    Task<KeyRefusal?>? Answer = null,
    KeyFlight? Sends = null,
    KeyRefusal Refusal = default);
