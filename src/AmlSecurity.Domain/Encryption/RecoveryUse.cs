using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>One use of a compromised version, to be written into the audit log.</summary>
/// <param name="Recovery">The permission that it rests on.</param>
/// <param name="DataKeyId">The data key that was unwrapped.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="IsOpened">Whether the envelope opened.</param>
/// <remarks>Equal by all members; no order. Holds no secret. Immutable, hence safe for concurrent use.</remarks>
public sealed record RecoveryUse(CompromiseRecovery Recovery, DataKeyId DataKeyId, Instant At, bool IsOpened);
