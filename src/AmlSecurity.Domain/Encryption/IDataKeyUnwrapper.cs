namespace AmlSecurity.Domain.Encryption;

/// <summary>Unwraps data keys under keys that stay where they are. Implementations must be safe for concurrent
/// use.</summary>
public interface IDataKeyUnwrapper
{
    /// <summary>Unwraps a data key.</summary>
    /// <param name="stanza">The wrapped data key. Its address was allowed by the caller, but is not yet
    /// authentic.</param>
    /// <param name="dataKey">Where the data key goes, 32 bytes. The callee must not keep it.</param>
    /// <returns>How it ended. A wrapped key of another length than 32 bytes has failed.</returns>
    UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey);
}
