namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>The question whose answer the use of the key rests on.</summary>
/// <param name="Version">The version that the vault has unwrapped or wrapped under.</param>
/// <param name="Sent">How long ago the question was sent.</param>
/// <param name="HasExpired">Whether the machine has seen the clocks out of its life.</param>
internal readonly record struct Proof(int Version, Age Sent, bool HasExpired);
