namespace AmlSecurity.Domain.Canonical;

/// <summary>Lists what can be wrong at one place of a JSON document. Each finishes the sentence "it is …".</summary>
public enum DocumentFaultKind
{
    /// <summary>Not JSON (RFC 8259); nothing behind this place was read.</summary>
    NotJson,

    /// <summary>Another type of JSON value than the member needs.</summary>
    OfTheWrongType,

    /// <summary>A member that the element cannot do without, and that is not there.</summary>
    Missing,

    /// <summary>The second member of one name in one object, ignoring case.</summary>
    Duplicate,

    /// <summary>Text with an unpaired surrogate or bytes that are not UTF-8.</summary>
    NotUnicode,

    /// <summary>A text that does not have the form that its member needs.</summary>
    Malformed,

    /// <summary>A text that is understood, but not written as its standard demands.</summary>
    Irregular,
}
