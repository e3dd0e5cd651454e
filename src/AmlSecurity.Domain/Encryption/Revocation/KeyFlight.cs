namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>A question to the vault that has no answer yet.</summary>
/// <param name="Attempt">Its number, by which the answer is known.</param>
/// <param name="Version">The version that it is about.</param>
/// <param name="IsSecond">Whether the other version was asked for before.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Before">What came of the question before, if it is the second one.</param>
internal readonly record struct KeyFlight(
    int Attempt, int Version, bool IsSecond, Moment Sent, KeyRefusal? Before);
