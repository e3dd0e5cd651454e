namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists why parts are not a <see cref="KeyStanza"/>. Each finishes the sentence "it is …".</summary>
public enum KeyStanzaFault
{
    /// <summary>Without an address of a key.</summary>
    Empty,

    /// <summary>With an address, version or wrapped key that is too long.</summary>
    TooLong,

    /// <summary>With an address that is not in its one canonical form: lower case and without version, if of Key
    /// Vault.</summary>
    WithAnAddressThatIsNotCanonical,

    /// <summary>Without the exact version of the key.</summary>
    WithoutAVersion,

    /// <summary>With a character that stands in no address or version: blanks, control characters, half a surrogate
    /// pair.</summary>
    WithAForeignCharacter,

    /// <summary>With an algorithm that this format does not have.</summary>
    WithAnUnknownAlgorithm,

    /// <summary>With a wrapped key of a length that its algorithm does not give.</summary>
    WithAWrappedKeyOfTheWrongLength,
}
