namespace AmlSecurity.Domain.Auditing;

/// <summary>Says why a record is not appended. The log stays as it is.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Fault">The member that is out of its bounds, if that is the reason.</param>
/// <remarks>Equal by both; no order. Holds nothing of the record. Safe for concurrent use.</remarks>
public readonly record struct AppendRefusal(AppendRefusalKind Kind, AuditEncodingFault? Fault = null)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The reason.</returns>
    public override string ToString() => Kind switch
    {
        AppendRefusalKind.IndexGap => "it is not the next record",
        AppendRefusalKind.TimeWentBack => "it was recorded before the last record",
        _ => $"{Fault}",
    };
}
