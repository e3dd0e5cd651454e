namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>The vault's word, given once, that a data key may be used under one version.</summary>
/// <param name="Version">The version, by its place in the header.</param>
/// <param name="Sent">When the vault was asked.</param>
/// <param name="RefreshAt">From when on the vault is to be asked again if the key is in use.</param>
/// <param name="IsUsed">Whether an operation has used the key since.</param>
internal readonly record struct KeyGrant(int Version, Moment Sent, Moment RefreshAt, bool IsUsed);
