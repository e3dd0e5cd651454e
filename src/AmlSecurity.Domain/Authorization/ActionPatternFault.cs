namespace AmlSecurity.Domain.Authorization;

/// <summary>Lists why a text is not an <see cref="ActionPattern"/>. Each finishes the sentence "it is …".</summary>
public enum ActionPatternFault
{
    /// <summary>Empty, blank or absent. Lenient reading keeps it; it matches nothing.</summary>
    Empty,

    /// <summary>Longer than 512 characters. Lenient reading keeps it; it matches nothing.</summary>
    TooLong,

    /// <summary>With two wildcards or more. Lenient reading keeps it; it matches nothing.</summary>
    WithTwoWildcards,

    /// <summary>With a wildcard that is only part of its segment. Lenient reading keeps it; it matches
    /// nothing.</summary>
    WithAWildcardInsideASegment,

    /// <summary>With blanks before or behind it. Lenient reading trims them.</summary>
    SurroundedByBlanks,

    /// <summary>With a character that stands in no operation name. Lenient reading keeps it.</summary>
    WithAForeignCharacter,

    /// <summary>With nothing between two slashes, or at either end of one. Lenient reading keeps it.</summary>
    WithAnEmptySegment,

    /// <summary>Without the slash between provider and operation. Lenient reading keeps it.</summary>
    WithoutAProvider,
}
