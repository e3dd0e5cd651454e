namespace AmlSecurity.Domain.Auditing;

/// <summary>Says what is wrong with the text of a checkpoint, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">Where, in bytes from the beginning.</param>
/// <remarks>Equal by both; no order. The default is an empty text. Holds no part of the input. Immutable, hence safe
/// for concurrent use.</remarks>
public readonly record struct CheckpointFault(CheckpointFaultKind Kind, int Offset)
{
    /// <summary>Returns the sentence that tells a person what is wrong.</summary>
    /// <returns>The sentence, in lower case and without a full stop.</returns>
    public override string ToString() => new TextFault<CheckpointFaultKind>(Kind, Offset).ToString();

    internal static CheckpointFault Of(SignedNoteFault text) => new(
        text.Kind switch
        {
            SignedNoteFaultKind.TooLong => CheckpointFaultKind.TooLong,
            SignedNoteFaultKind.NotUtf8 => CheckpointFaultKind.NotUtf8,
            SignedNoteFaultKind.WithAControlCharacter => CheckpointFaultKind.WithAControlCharacter,
            SignedNoteFaultKind.CutOff => CheckpointFaultKind.CutOff,
            _ => CheckpointFaultKind.Empty,
        },
        text.Offset);
}
