namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Lists why a text is not a <see cref="Condition"/>. Each finishes the sentence "it is …".</summary>
public enum ConditionFault
{
    /// <summary>Empty, blank or absent.</summary>
    Empty,

    /// <summary>Longer than 8,192 characters.</summary>
    TooLong,

    /// <summary>Nested more deeply than 64 levels.</summary>
    TooDeeplyNested,

    /// <summary>Cut short: it ends where something must follow.</summary>
    CutShort,

    /// <summary>With a character that stands nowhere in a condition.</summary>
    WithAForeignCharacter,

    /// <summary>With something that does not belong at this place.</summary>
    WithSomethingOutOfPlace,

    /// <summary>With a word that is no operator of the language.</summary>
    WithAnUnknownOperator,

    /// <summary>With a source of attributes that is none of the four.</summary>
    WithAnUnknownSource,

    /// <summary>With brackets that name no attribute.</summary>
    WithoutAnAttributeName,

    /// <summary>With a text whose closing quote is missing.</summary>
    WithAnUnclosedText,

    /// <summary>With a number that cannot be held exactly.</summary>
    WithAnInexactNumber,

    /// <summary>With a pattern of operations that matches nothing, so that a condition would target none.</summary>
    WithAnActionPatternThatMatchesNothing,
}
