namespace AmlSecurity.Domain.Authentication;

/// <summary>Lists why a text is not a <see cref="RunId"/>. Each finishes the sentence "it is …".</summary>
public enum RunIdFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Longer than 256 characters.</summary>
    TooLong,

    /// <summary>With a character other than letters, digits, dash, underscore and dot.</summary>
    WithACharacterThatNoRunIdHas,
}
