namespace AmlSecurity.Domain.Encryption;

/// <summary>Fetches bytes of a message from wherever it is stored.</summary>
/// <param name="offset">The offset of the first byte in the message.</param>
/// <param name="destination">Where the bytes go, to be filled whole.</param>
/// <returns><see langword="false"/> if the bytes cannot be had. What it throws passes through to the caller.</returns>
public delegate bool CiphertextRangeReader(long offset, Span<byte> destination);
