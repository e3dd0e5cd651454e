namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists what can be wrong with the text of a checkpoint. Each finishes the sentence "it is …".</summary>
/// <remarks>The default is <see cref="Empty"/>.</remarks>
public enum CheckpointFaultKind
{
    /// <summary>Without a byte.</summary>
    Empty,

    /// <summary>Longer than a note may be.</summary>
    TooLong,

    /// <summary>Not UTF-8.</summary>
    NotUtf8,

    /// <summary>With a character below U+0020 other than a newline.</summary>
    WithAControlCharacter,

    /// <summary>Without the newline that ends its last line.</summary>
    CutOff,

    /// <summary>Without three lines.</summary>
    WithTooFewLines,

    /// <summary>With an empty first line.</summary>
    WithoutAnOrigin,

    /// <summary>With a size that is not decimal digits, or begins with a zero that does not stand alone.</summary>
    WithAnUnsoundSize,

    /// <summary>With a size of 2^63 or more.</summary>
    WithTooLargeASize,

    /// <summary>With a root that is not the base64 of 32 bytes in its one form.</summary>
    WithAnUnsoundRoot,

    /// <summary>With an empty line behind the root.</summary>
    WithAnEmptyExtension,
}
