namespace AmlSecurity.Domain.Resources;

/// <summary>Lists why a text is not a <see cref="KeyIdentifier"/>. Each finishes the sentence "it is …".</summary>
public enum KeyIdentifierFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>With a character outside of ASCII.</summary>
    NotAscii,

    /// <summary>Not under <c>https://</c>.</summary>
    NotHttps,

    /// <summary>With a user name before the host.</summary>
    PrecededByAUserName,

    /// <summary>With a port, be it the usual one.</summary>
    FollowedByAPort,

    /// <summary>With a <c>?</c> or a <c>#</c>.</summary>
    FollowedByAQueryOrAFragment,

    /// <summary>On a host that is not that of a vault in any Azure cloud.</summary>
    OutsideOfAnyKeyVault,

    /// <summary>
    /// Not in a vault of 3 to 24 letters, digits and single hyphens, the first a letter and the last no hyphen.
    /// </summary>
    NotInAWellNamedVault,

    /// <summary>With an object type other than <c>keys</c>.</summary>
    NotUnderKeys,

    /// <summary>Without the name of a key: the URL of a vault, not of a key.</summary>
    WithoutAKey,

    /// <summary>With a key name other than 1 to 127 letters, digits and hyphens.</summary>
    NotAWellNamedKey,

    /// <summary>With a version other than 32 letters and digits.</summary>
    NotAWellFormedVersion,

    /// <summary>With a slash or more after the version, or with more than one slash after a name or a vault.</summary>
    FollowedByMore,

    /// <summary>Without the version that its use requires.</summary>
    WithoutAVersion,

    /// <summary>With a version, which its use forbids.</summary>
    WithAVersion,
}
