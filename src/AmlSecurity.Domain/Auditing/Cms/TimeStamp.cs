using NodaTime;

namespace AmlSecurity.Domain.Auditing.Cms;

/// <summary>When a checkpoint existed, as a time-stamping authority says.</summary>
/// <param name="At">The time.</param>
/// <param name="Accuracy">By how much it may be off either way; null if the authority does not say.</param>
/// <param name="Policy">The object identifier of the policy of the authority.</param>
/// <param name="SerialNumber">The number of the token in hexadecimal, unique to the authority.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record TimeStamp(Instant At, Duration? Accuracy, string Policy, string SerialNumber);
