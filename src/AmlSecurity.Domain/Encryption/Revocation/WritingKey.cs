namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>The data key that a sealer writes with.</summary>
/// <param name="Key">The data key and its header.</param>
/// <param name="Version">The version that it is wrapped under.</param>
/// <param name="Place">Its place in the cache, which owns it.</param>
internal sealed record WritingKey(EnvelopeKey Key, KeyVersionId Version, CachedKey Place);
