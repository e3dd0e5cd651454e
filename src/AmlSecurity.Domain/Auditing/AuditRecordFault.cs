namespace AmlSecurity.Domain.Auditing;

/// <summary>Says where bytes leave the format of a record.</summary>
/// <param name="Offset">The first byte that does not fit, from 0; the length, if too few are there.</param>
/// <remarks>Equal by the offset; no order. The default is the first byte. Safe for concurrent use.</remarks>
public readonly record struct AuditRecordFault(int Offset)
{
    /// <summary>Returns one line for a person, without anything of the record.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"it is not a record from byte {Offset} on";
}
