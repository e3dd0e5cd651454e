namespace AmlSecurity.Domain.Auditing;

/// <summary>Says why a signed checkpoint is not taken.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Signature">The signature that is bad or of a retired key, where that is the reason.</param>
/// <param name="NoteFault">What is wrong with the form of the note, where that is the reason.</param>
/// <param name="CheckpointFault">What is wrong with the form of the body, where that is the reason.</param>
/// <remarks>Equal by all members; no order. The default is a checkpoint that no known key has signed. Immutable, hence
/// safe for concurrent use.</remarks>
public readonly record struct CheckpointRefusal(
    CheckpointRefusalKind Kind,
    NoteSignature? Signature = null,
    SignedNoteFault? NoteFault = null,
    CheckpointFault? CheckpointFault = null)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Kind switch
    {
        CheckpointRefusalKind.BadSignature => $"the signature of {Signature} is bad",
        CheckpointRefusalKind.KeyRetired => $"the key of {Signature} is retired",
        CheckpointRefusalKind.MalformedNote => $"the note is malformed: {NoteFault}",
        CheckpointRefusalKind.MalformedCheckpoint => $"the checkpoint is malformed: {CheckpointFault}",
        CheckpointRefusalKind.OtherOrigin => "the checkpoint is of another log",
        _ => "no known key has signed the checkpoint",
    };

    internal static CheckpointRefusal Of(NoteVerification.Refused refused) => new(
        refused.Reason switch
        {
            NoteRefusal.BadSignature => CheckpointRefusalKind.BadSignature,
            NoteRefusal.KeyRetired => CheckpointRefusalKind.KeyRetired,
            _ => CheckpointRefusalKind.NoKnownKey,
        },
        refused.Signature);
}
