using System.Diagnostics;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Signs notes with an ECDSA key in the memory of this process, for development and tests.</summary>
/// <remarks>ECDSA draws a number for each signature, so the same arguments may give another answer. Reference equality;
/// no order, no text form of the secret. Safe for concurrent use.</remarks>
[DebuggerDisplay("signer {VerifierKey}")]
public sealed class InMemoryNoteSigner : INoteSigner, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ECDsa _key;

    private InMemoryNoteSigner(NoteVerifierKey verifierKey, ECDsa key)
    {
        VerifierKey = verifierKey;
        _key = key;
    }

    /// <summary>Gets the key that its signatures are verified with.</summary>
    public NoteVerifierKey VerifierKey { get; }

    /// <inheritdoc/>
    public string Name => VerifierKey.Name;

    /// <inheritdoc/>
    public uint KeyId => VerifierKey.KeyId;

    /// <summary>Takes in a key.</summary>
    /// <param name="name">The name of the key.</param>
    /// <param name="key">The key with its private half, on P-256, which is copied.</param>
    /// <returns>The signer, to be disposed.</returns>
    /// <exception cref="ArgumentException">The name is none, or the key not on P-256.</exception>
    /// <exception cref="CryptographicException">The key has no private half that it gives out.</exception>
    public static InMemoryNoteSigner Create(string name, ECDsa key)
    {
        var verifierKey = NoteVerifierKey.Create(name, key);
        var parameters = key.ExportParameters(includePrivateParameters: true);
        try
        {
            return new InMemoryNoteSigner(verifierKey, ECDsa.Create(parameters));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The signer is disposed of.</exception>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(_key.SignData(body.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    /// <summary>Erases the key.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _key.Dispose();
        }
    }
}
