namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists what can be wrong with a member of a record: it is ….</summary>
/// <remarks>The default is empty.</remarks>
public enum AuditEncodingFaultKind
{
    /// <summary>Empty, where something must stand.</summary>
    Empty,

    /// <summary>Too long: more characters, elements or bytes than the format has room for.</summary>
    TooLong,

    /// <summary>Not Unicode: half of a surrogate pair.</summary>
    NotUnicode,

    /// <summary>Out of range: a time, a duration or a number that the format does not have.</summary>
    OutOfRange,
}
