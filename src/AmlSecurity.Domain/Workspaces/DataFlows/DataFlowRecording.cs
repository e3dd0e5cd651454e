using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What came of appending the records of a data flow to a log.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class DataFlowRecording
{
    internal DataFlowRecording(AuditLog log, ImmutableArray<AppendStep> steps, ImmutableArray<LineageLink> links)
    {
        Log = log;
        Steps = steps;
        Links = links;
    }

    /// <summary>Gets the log with the records.</summary>
    public AuditLog Log { get; }

    /// <summary>Gets each record with its bytes and its receipt.</summary>
    public ImmutableArray<AppendStep> Steps { get; }

    /// <summary>Gets the links, each with the place of the record that tells it.</summary>
    public ImmutableArray<LineageLink> Links { get; }
}
