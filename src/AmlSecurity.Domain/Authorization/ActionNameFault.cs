namespace AmlSecurity.Domain.Authorization;

/// <summary>Lists why a text is not an <see cref="ActionName"/>. Each finishes the sentence "it is …".</summary>
public enum ActionNameFault
{
    /// <summary>Empty, blank or absent.</summary>
    Empty,

    /// <summary>Longer than 512 characters.</summary>
    TooLong,

    /// <summary>With a <c>*</c>: a pattern, not the name of one operation.</summary>
    APattern,

    /// <summary>With blanks before or behind it. Lenient reading trims them.</summary>
    SurroundedByBlanks,

    /// <summary>With a character other than letters, digits, <c>.</c>, <c>-</c>, <c>:</c> and <c>_</c>. Lenient reading
    /// keeps it.</summary>
    WithAForeignCharacter,

    /// <summary>With nothing between two slashes, or at either end of one. Lenient reading keeps it.</summary>
    WithAnEmptySegment,

    /// <summary>Without the slash between provider and operation. Lenient reading keeps it.</summary>
    WithoutAProvider,

    /// <summary>With a control character or an unpaired surrogate.</summary>
    WithACharacterThatNoNameHas,
}
