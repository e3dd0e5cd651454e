using OneOf;

namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>The data key to write with while it is made, once for all who ask under one version.</summary>
/// <param name="version">The version.</param>
internal sealed class WritingKeyMaking(KeyVersionId version)
    : TaskCompletionSource<OneOf<WritingKey, KeyRefusal>>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public KeyVersionId Version { get; } = version;
}
