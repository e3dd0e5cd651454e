namespace AmlSecurity.Domain.Resources;

/// <summary>Lists why a text is not a <see cref="WorkspaceName"/>. Each finishes the sentence "it is …".</summary>
public enum WorkspaceNameFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Shorter than 3 characters.</summary>
    TooShort,

    /// <summary>Longer than 33 characters.</summary>
    TooLong,

    /// <summary>With a character other than an ASCII letter, an ASCII digit and a hyphen.</summary>
    NotOnlyLettersDigitsAndHyphens,
}
