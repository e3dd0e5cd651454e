using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A trusted key with what the platform makes of it.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class KnownNoteKey(TrustedNoteKey trusted) : IDisposable
{
    private readonly EcdsaVerifier _verifier =
        new(P256PublicKey.ToParameters(trusted.Key.SubjectPublicKeyInfo.AsSpan()));

    public TrustedNoteKey Trusted { get; } = trusted;

    public bool HasSigned(ReadOnlySpan<byte> body, ImmutableArray<byte> signature) =>
        _verifier.Verify(body, signature.AsSpan(), DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => _verifier.Dispose();
}
