namespace AmlSecurity.Domain.Authorization;

/// <summary>Lists why a text is not a <see cref="RoleDefinitionId"/>. Each finishes the sentence "it is …".</summary>
public enum RoleDefinitionIdFault
{
    /// <summary>Empty, blank or absent.</summary>
    Empty,

    /// <summary>Longer than 2,048 characters.</summary>
    TooLong,

    /// <summary>A path that does not end in <c>/roleDefinitions/{name}</c>.</summary>
    NotAPathToARoleDefinition,

    /// <summary>Not a GUID. Lenient reading accepts other names.</summary>
    NotAGuid,

    /// <summary>With a control character or an unpaired surrogate.</summary>
    WithACharacterThatNoNameHas,
}
