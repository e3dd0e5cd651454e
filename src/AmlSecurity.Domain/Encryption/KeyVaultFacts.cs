using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Encryption;

/// <summary>What is known of a vault that its resource id does not say. What is null is not known.</summary>
/// <param name="Region">Where it is.</param>
/// <param name="HasSoftDelete">Whether a deleted key can be recovered.</param>
/// <param name="HasPurgeProtection">Whether a deleted key is kept until its date, whoever asks.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record KeyVaultFacts(
    Region? Region = null, bool? HasSoftDelete = null, bool? HasPurgeProtection = null);
