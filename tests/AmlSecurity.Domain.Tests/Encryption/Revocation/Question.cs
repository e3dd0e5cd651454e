namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>A question that the vault has been asked, as the vault and the true time know it.</summary>
/// <param name="Version">The version that it is about.</param>
/// <param name="Sent">How long ago it was sent.</param>
/// <param name="MaySucceed">Whether the version has been enabled at some time since: the vault may look at it at any
/// time before it answers.</param>
internal readonly record struct Question(int Version, Age Sent, bool MaySucceed);
