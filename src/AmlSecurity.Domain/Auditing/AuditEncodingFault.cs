namespace AmlSecurity.Domain.Auditing;

/// <summary>Says which member of a record cannot be written, and why.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Member">Its path in the record, such as <c>actor.name</c>.</param>
/// <remarks>Equal by both; no order. Holds nothing of the value. Safe for concurrent use.</remarks>
public readonly record struct AuditEncodingFault(AuditEncodingFaultKind Kind, string Member)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>Member and reason.</returns>
    public override string ToString() => $"{Plaintext.Quote(Member ?? "")} is {Kind switch
    {
        AuditEncodingFaultKind.Empty => "empty",
        AuditEncodingFaultKind.TooLong => "too long",
        AuditEncodingFaultKind.NotUnicode => "not Unicode",
        _ => "out of range",
    }}";
}
