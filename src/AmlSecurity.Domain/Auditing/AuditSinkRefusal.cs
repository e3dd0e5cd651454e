namespace AmlSecurity.Domain.Auditing;

/// <summary>Says why a sink has stored nothing.</summary>
/// <param name="Record">What is wrong with the record; null if the store has failed.</param>
/// <param name="Reason">The reason for a person, in lower case without a full stop; it holds nothing of the
/// record.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record AuditSinkRefusal(AppendRefusal? Record, string Reason)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The reason.</returns>
    public override string ToString() => Reason;
}
