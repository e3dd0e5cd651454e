using NodaTime;

namespace AmlSecurity.Tour.KeyVersions;

/// <summary>One thing that was done in the life of a key, when, and what came of it.</summary>
/// <param name="At">How long after the beginning.</param>
/// <param name="What">What was done.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="VaultCalls">How often the vault was asked to wrap or unwrap.</param>
internal sealed record KeyStep(Duration At, string What, string Outcome, int VaultCalls);
