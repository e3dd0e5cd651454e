using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Tour.WholeLife;

/// <summary>Keeps what a host keeps: the log with its records and leaves, and the lineage.</summary>
internal sealed class LifeJournal
{
    private const string Provider = "Microsoft.MachineLearningServices/";

    private readonly ImmutableArray<AppendStep>.Builder _steps = ImmutableArray.CreateBuilder<AppendStep>();

    public AuditLog Log { get; private set; } = AuditLog.Empty;

    public Lineage Lineage { get; private set; } = Lineage.Of(LifeCast.Workspace);

    public ImmutableArray<ReadOnlyMemory<byte>> Records =>
        [.. _steps.Select(step => (ReadOnlyMemory<byte>)step.Encoded.AsMemory())];

    public ImmutableArray<Hash256> Leaves => [.. _steps.Select(step => step.Receipt.LeafHash)];

    public ImmutableArray<LifeLine> Lines => [.. _steps.Select(LineOf)];

    /// <summary>Takes down a course of a flow: its records, with those of denied steps, and its links.</summary>
    /// <returns>Where the flow ended.</returns>
    public TState Add<TState>(DataFlowTrace<TState> trace)
        where TState : DataFlowState
    {
        var recording = trace.AppendTo(Log).Expect();
        _steps.AddRange(recording.Steps);
        Log = recording.Log;
        Lineage = recording.Links.Aggregate(Lineage, (lineage, link) => lineage.Add(link).Expect());
        return trace.State;
    }

    /// <summary>Takes down an event that no flow tells.</summary>
    public void Add(AuditEvent happened)
    {
        var step = Log.Append(happened, happened.OccurredAt).Expect();
        _steps.Add(step);
        Log = step.Next;
    }

    private static LifeLine LineOf(AppendStep step)
    {
        var happened = step.Record.Event;
        return new LifeLine(
            step.Receipt.Index,
            happened.Actor is AuditActor.Identified known ? NameOf(known) : "a service of Azure",
            happened.Operation.Replace(Provider, "", StringComparison.Ordinal),
            happened.Outcome switch
            {
                AuditOutcome.Allowed allowed => $"allowed by {allowed.Evidence}",
                AuditOutcome.Denied denied => $"denied: {denied.Reason}",
                AuditOutcome.Started => "started",
                _ => "succeeded",
            });
    }

    private static string NameOf(AuditActor.Identified actor) =>
        new[] { LifeCast.Olga, LifeCast.Sam }.FirstOrDefault(one => AuditActor.Of(one) == actor) is { } person
            ? LifeCast.NameOf(person)
            : "the workspace";
}
