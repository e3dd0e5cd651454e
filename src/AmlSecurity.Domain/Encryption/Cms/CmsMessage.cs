using System.Collections.Immutable;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>A message as it was read: what is needed to open it, and nothing judged yet.</summary>
/// <param name="Recipients">For whom it is.</param>
/// <param name="ContentType">What is inside.</param>
/// <param name="Algorithm">How it is encrypted.</param>
/// <param name="Ciphertext">The encrypted content.</param>
/// <param name="Attributes">The authenticated attributes as encoded; null if there are none.</param>
/// <param name="Tag">The authentication tag.</param>
/// <remarks>Reference equality.</remarks>
internal sealed record CmsMessage(
    ImmutableArray<CmsRecipientInfo> Recipients,
    string ContentType,
    CmsAlgorithm Algorithm,
    byte[] Ciphertext,
    ReadOnlyMemory<byte>? Attributes,
    byte[] Tag)
{
    public bool Equals(CmsMessage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Ciphertext.Length;
}
