namespace AmlSecurity.Domain.Identities;

/// <summary>Lists why a text is not a <see cref="PrincipalId"/>. Each finishes the sentence "it is …".</summary>
public enum PrincipalIdFault
{
    /// <summary>Empty, blank or absent.</summary>
    Empty,

    /// <summary>Longer than 256 characters.</summary>
    TooLong,

    /// <summary>Not a GUID. Lenient reading accepts other names.</summary>
    NotAGuid,

    /// <summary>With a control character or an unpaired surrogate.</summary>
    WithACharacterThatNoNameHas,
}
