namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists what can be wrong with the form of an envelope or key record. Each finishes the sentence "it is
/// …".</summary>
public enum EnvelopeFaultKind
{
    /// <summary>Cut off within this part.</summary>
    Truncated,

    /// <summary>Without the four letters of the format.</summary>
    OfAnotherFormat,

    /// <summary>Of a version of the format that this library does not know.</summary>
    OfAnUnknownVersion,

    /// <summary>Of a suite that this library does not know.</summary>
    OfAnUnknownSuite,

    /// <summary>With a flag, or a reserved bit, that must be zero.</summary>
    WithAnUnknownFlag,

    /// <summary>With a length that contradicts what is there.</summary>
    WithALengthThatLies,

    /// <summary>With no stanza, or more than 16.</summary>
    WithTheWrongNumberOfStanzas,

    /// <summary>With a stanza that is not sound.</summary>
    WithAMalformedStanza,

    /// <summary>With two stanzas for one version of one key.</summary>
    WithADuplicateStanza,

    /// <summary>With bytes behind its end.</summary>
    WithTrailingBytes,
}
