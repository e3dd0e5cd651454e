using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>What came of opening an envelope under a compromised version.</summary>
/// <param name="Plaintext">The plaintext, or why it did not open.</param>
/// <param name="Use">What is to be written into the audit log, in either case.</param>
/// <remarks>Equal by both, the plaintext by reference; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record RecoveredEnvelope(OneOf<ReadOnlyMemory<byte>, OpenRefusal> Plaintext, RecoveryUse Use);
