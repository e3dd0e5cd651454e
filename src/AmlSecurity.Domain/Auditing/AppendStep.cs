using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What came of appending: the log with the record, and what the host is to store.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class AppendStep
{
    internal AppendStep(AuditLog next, AuditRecord record, ImmutableArray<byte> encoded, AppendReceipt receipt)
    {
        Next = next;
        Record = record;
        Encoded = encoded;
        Receipt = receipt;
    }

    /// <summary>Gets the log with the record.</summary>
    public AuditLog Next { get; }

    /// <summary>Gets what was appended, with its number and time.</summary>
    public AuditRecord Record { get; }

    /// <summary>Gets the bytes of the record, to be stored before anybody relies on the receipt.</summary>
    public ImmutableArray<byte> Encoded { get; }

    /// <summary>Gets what proves to the caller that the record has its place.</summary>
    public AppendReceipt Receipt { get; }
}
