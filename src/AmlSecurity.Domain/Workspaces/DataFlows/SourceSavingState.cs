using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Where the saving of source code stands (FLOW-06 to FLOW-08).</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record SourceSavingState : DataFlowState
{
    private SourceSavingState(FlowContext context, Instant at)
        : base(context, at)
    {
    }

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    public OneOf<FlowStep<SourceSavingState, DataFlowEffect>, FlowRefusal> Apply(SourceSavingEvent happened) =>
        SourceSaving.Table.Apply(this, happened);

    /// <summary>Nothing is saved yet.</summary>
    public sealed record NothingSaved : SourceSavingState
    {
        internal NothingSaved(FlowContext context, Instant at)
            : base(context, at)
        {
        }
    }

    /// <summary>The scripts lie in a directory on the machine of the user.</summary>
    public sealed record Gathered : SourceSavingState
    {
        internal Gathered(FlowContext context, Instant at, Snapshot scripts)
            : base(context, at) => Scripts = scripts;

        /// <summary>Gets what lies there.</summary>
        public Snapshot Scripts { get; }
    }

    /// <summary>The scripts lie in blob storage, too.</summary>
    public sealed record Kept : SourceSavingState
    {
        internal Kept(FlowContext context, Instant at, Snapshot scripts)
            : base(context, at) => Scripts = scripts;

        /// <summary>Gets what was sent there.</summary>
        public Snapshot Scripts { get; }
    }

    /// <summary>There is a snapshot, to be run and to be looked at later.</summary>
    public sealed record SnapshotReady : SourceSavingState
    {
        internal SnapshotReady(FlowContext context, Instant at, SnapshotDigest snapshot)
            : base(context, at) => Snapshot = snapshot;

        /// <summary>Gets what names the snapshot.</summary>
        public SnapshotDigest Snapshot { get; }
    }
}
