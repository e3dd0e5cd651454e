namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists what can be wrong with the form of a signed note. Each finishes the sentence "it is …".</summary>
/// <remarks>The default is <see cref="Empty"/>.</remarks>
public enum SignedNoteFaultKind
{
    /// <summary>Without a byte.</summary>
    Empty,

    /// <summary>Longer than <see cref="SignedNote.LongestNote"/>.</summary>
    TooLong,

    /// <summary>Not UTF-8.</summary>
    NotUtf8,

    /// <summary>With a character below U+0020 other than a newline.</summary>
    WithAControlCharacter,

    /// <summary>Without the newline that ends each line, and the body of each note.</summary>
    CutOff,

    /// <summary>Without the blank line between body and signatures.</summary>
    WithoutABlankLine,

    /// <summary>Without a signature.</summary>
    WithoutASignature,

    /// <summary>With more than <see cref="SignedNote.MostSignatures"/>.</summary>
    WithTooManySignatures,

    /// <summary>With a line behind the blank line that is not dash, name and signature.</summary>
    WithAnUnsoundSignatureLine,

    /// <summary>With a key name that is empty, or holds a space or a plus.</summary>
    WithAnUnsoundKeyName,

    /// <summary>With a signature that is not base64 in its one form.</summary>
    WithUnsoundBase64,

    /// <summary>With a signature that has nothing behind the key id.</summary>
    WithTooShortASignature,
}
