using System.Collections.Immutable;
using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Wraps and unwraps data keys under keys that never leave it. Implementations must be safe for concurrent
/// use.</summary>
/// <remarks>
/// <para>
/// An answer is a success or a refusal: the first three of <see cref="KeyRefusal"/> where the vault denies,
/// <see cref="KeyRefusal.NotYetActive"/> and <see cref="KeyRefusal.Expired"/> for wrapping only,
/// <see cref="KeyRefusal.Unreachable"/> where it does not answer (an adapter sets its own time limit and turns it into
/// this), <see cref="KeyRefusal.Unsound"/> where what was wrapped is not sound under the key.
/// </para>
/// <para>
/// What an implementation throws, apart from the cancellation that it was handed, counts as no answer and reaches
/// whoever waits for it. <c>KeyVaultContract</c>, in the tests of this library, is a test class for any adapter.
/// </para>
/// </remarks>
public interface IKeyVault
{
    /// <summary>Wraps a data key under one exact version.</summary>
    /// <param name="key">The version.</param>
    /// <param name="dataKey">The data key, 32 bytes. The callee neither keeps nor disposes of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The wrapped data key, of that version; or why not.</returns>
    ValueTask<OneOf<KeyStanza, KeyRefusal>> WrapAsync(
        KeyVersionId key, SecretBytes dataKey, CancellationToken cancellation);

    /// <summary>Unwraps a data key.</summary>
    /// <param name="stanza">The wrapped data key. Its key was allowed by the caller, but is not yet authentic.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The data key, 32 bytes, which the caller owns and disposes of; or why not.</returns>
    ValueTask<OneOf<SecretBytes, KeyRefusal>> UnwrapAsync(KeyStanza stanza, CancellationToken cancellation);

    /// <summary>Lists the versions of a key.</summary>
    /// <param name="keyUri">The canonical address of the key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>All versions, disabled ones too, in any order; or why not.</returns>
    ValueTask<OneOf<ImmutableArray<KeyVersion>, KeyRefusal>> GetVersionsAsync(
        string keyUri, CancellationToken cancellation);
}
