using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Stores audit records where they last. Implementations must be safe for concurrent use.</summary>
public interface IAuditSink
{
    /// <summary>Appends an event, and answers when it is stored.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="cancellation">Ends the wait; the event may be stored all the same.</param>
    /// <returns>The receipt, or why nothing is stored. The caller sees a failed write, and must not go on as if it had
    /// been logged.</returns>
    ValueTask<OneOf<AppendReceipt, AuditSinkRefusal>> AppendAsync(AuditEvent happened, CancellationToken cancellation);
}
