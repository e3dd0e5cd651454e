namespace AmlSecurity.Domain.Authentication;

/// <summary>Signs service tokens with a key that never leaves it. Implementations must be safe for concurrent
/// use.</summary>
public interface IServiceTokenSigner
{
    /// <summary>Gets the name of the key.</summary>
    string KeyId { get; }

    /// <summary>Gets its algorithm.</summary>
    ServiceTokenAlgorithm Algorithm { get; }

    /// <summary>Gets when the key signs.</summary>
    KeyPeriod Period { get; }

    /// <summary>Signs.</summary>
    /// <param name="signingInput">What is signed: header, dot and payload, encoded.</param>
    /// <param name="signature">Receives the signature, exactly as many bytes as it has: 64 for ES256 (r and s), 32 for
    /// HS256.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>How many bytes were written.</returns>
    ValueTask<int> SignAsync(
        ReadOnlyMemory<byte> signingInput, Memory<byte> signature, CancellationToken cancellation);
}
