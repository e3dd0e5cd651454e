namespace AmlSecurity.Domain.Authentication;

/// <summary>Signs service tokens with a key that never leaves it. Implementations must be safe for concurrent
/// use.</summary>
public interface IServiceTokenSigner
{
    /// <summary>Gets the name of the key.</summary>
    string KeyId { get; }

    /// <summary>Gets its algorithm.</summary>
    ServiceTokenAlgorithm Algorithm { get; }

    /// <summary>Signs.</summary>
    /// <param name="signingInput">What is signed: header, dot and payload, encoded.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The signature: 64 bytes for ES256 (r and s), 32 for HS256.</returns>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellation);
}
