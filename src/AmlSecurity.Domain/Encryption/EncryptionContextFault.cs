namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists why names and values are not an <see cref="EncryptionContext"/>. Each finishes the sentence "it is
/// …".</summary>
public enum EncryptionContextFault
{
    /// <summary>With more than 64 pairs.</summary>
    WithTooManyPairs,

    /// <summary>With a name that is empty or longer than 128 bytes.</summary>
    WithANameOfTheWrongLength,

    /// <summary>With a name that is neither one of the typed ones nor begins with <c>x-</c>.</summary>
    WithAnUnknownName,

    /// <summary>With a name twice.</summary>
    WithADuplicateName,

    /// <summary>With an unpaired surrogate in a name or value.</summary>
    WithTextThatIsNotUnicode,

    /// <summary>Longer than 16 KiB when encoded.</summary>
    TooLong,
}
