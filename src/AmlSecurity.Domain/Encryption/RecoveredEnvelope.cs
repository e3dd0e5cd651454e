using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>What came of opening an envelope under a compromised version.</summary>
/// <param name="Plaintext">The plaintext, or why it did not open.</param>
/// <param name="Use">What is to be written into the audit log, in either case.</param>
/// <remarks>Reference equality of the plaintext; no order. Immutable but for the caller's own bytes.</remarks>
public sealed record RecoveredEnvelope(OneOf<byte[], OpenRefusal> Plaintext, RecoveryUse Use);
