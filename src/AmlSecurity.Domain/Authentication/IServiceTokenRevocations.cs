namespace AmlSecurity.Domain.Authentication;

/// <summary>Knows which service tokens and runs are revoked. Implementations must be safe for concurrent use.</summary>
public interface IServiceTokenRevocations
{
    /// <summary>Determines whether a token is not to be accepted any more. It is used many times: having seen it before
    /// is no reason.</summary>
    /// <param name="tokenId">The id of the token; null if it has none.</param>
    /// <param name="run">The run; null if the token names none.</param>
    /// <returns><see langword="true"/> if the token, or its run, is revoked.</returns>
    bool IsRevoked(string? tokenId, string? run);
}
