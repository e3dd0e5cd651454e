namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>What is known of one data key in the cache.</summary>
/// <param name="Versions">The versions that it may be unwrapped under, one or two, by their place in the
/// header.</param>
/// <param name="Attempts">How many questions were sent to the vault.</param>
/// <param name="Grant">The vault's word, while there is one.</param>
/// <param name="Flight">The question under way, while there is one.</param>
internal sealed record KeyCacheState(int Versions, int Attempts = 0, KeyGrant? Grant = null, KeyFlight? Flight = null);
