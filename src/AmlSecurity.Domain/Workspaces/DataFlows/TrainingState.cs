using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Where the training of a model stands (FLOW-09 to FLOW-13).</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record TrainingState : DataFlowState
{
    private TrainingState(FlowContext context, Instant at, SnapshotDigest snapshot)
        : base(context, at) => Snapshot = snapshot;

    /// <summary>Gets what is run.</summary>
    public SnapshotDigest Snapshot { get; }

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    public OneOf<FlowStep<TrainingState, DataFlowEffect>, FlowRefusal> Apply(TrainingEvent happened) =>
        Training.Table.Apply(this, happened);

    /// <summary>There is a snapshot, and no run of it.</summary>
    public sealed record NotSubmitted : TrainingState
    {
        internal NotSubmitted(FlowContext context, Instant at, SnapshotDigest snapshot)
            : base(context, at, snapshot)
        {
        }
    }

    /// <summary>A run was submitted, and waits for its token.</summary>
    public sealed record Submitted : TrainingState
    {
        internal Submitted(TrainingState before, Instant at, RunState run)
            : base(before.Context, at, before.Snapshot) => Run = run;

        /// <summary>Gets where the run stands.</summary>
        public RunState Run { get; internal init; }
    }

    /// <summary>The run has its token, and no target.</summary>
    public sealed record WithToken : TrainingState
    {
        internal WithToken(TrainingState before, Instant at, RunState run)
            : base(before.Context, at, before.Snapshot) => Run = run;

        /// <summary>Gets where the run stands.</summary>
        public RunState Run { get; internal init; }
    }

    /// <summary>The target is chosen, and is being prepared.</summary>
    public sealed record Preparing : TrainingState
    {
        internal Preparing(TrainingState before, Instant at, RunState run, TrainingTarget target, AssetName compute)
            : base(before.Context, at, before.Snapshot) => (Run, Target, Compute) = (run, target, compute);

        /// <summary>Gets where the run stands.</summary>
        public RunState Run { get; internal init; }

        /// <summary>Gets the kind of target.</summary>
        public TrainingTarget Target { get; }

        /// <summary>Gets the name of the compute target.</summary>
        public AssetName Compute { get; }

        /// <summary>Gets what was done last; null if nothing was.</summary>
        public PreparationStep? Done { get; internal init; }
    }

    /// <summary>The scripts run.</summary>
    public sealed record Running : TrainingState
    {
        internal Running(Preparing before, Instant at, RunState run)
            : base(before.Context, at, before.Snapshot) =>
            (Run, Target, Compute) = (run, before.Target, before.Compute);

        /// <summary>Gets where the run stands.</summary>
        public RunState Run { get; internal init; }

        /// <summary>Gets the kind of target.</summary>
        public TrainingTarget Target { get; }

        /// <summary>Gets the name of the compute target.</summary>
        public AssetName Compute { get; }

        /// <summary>Gets a value indicating whether somebody has cancelled the run.</summary>
        public bool IsCancelled { get; internal init; }
    }

    /// <summary>The run is closed.</summary>
    public sealed record Ended : TrainingState
    {
        internal Ended(TrainingState before, Instant at, RunState run)
            : base(before.Context, at, before.Snapshot) => Run = run;

        /// <summary>Gets the run as it was closed.</summary>
        public RunState Run { get; }
    }
}
