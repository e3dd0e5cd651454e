namespace AmlSecurity.Domain.Auditing;

/// <summary>Signs notes with a key that never leaves it. Implementations must be safe for concurrent use.</summary>
public interface INoteSigner
{
    /// <summary>Gets the name of the key: not empty, without a space and without a plus.</summary>
    string Name { get; }

    /// <summary>Gets the number that tells keys of one name apart, <see cref="NoteVerifierKey.KeyId"/>.</summary>
    uint KeyId { get; }

    /// <summary>Signs.</summary>
    /// <param name="body">What is signed: the text of the note with its last newline.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The signature without the key id: for ECDSA the DER of r and s over the SHA-256 of the text.</returns>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation);
}
