using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What can happen while source code is saved.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record SourceSavingEvent : DataFlowEvent
{
    private SourceSavingEvent(string id, Instant at)
        : base(id, at)
    {
    }

    /// <summary>The user has gathered scripts in a directory (FLOW-06).</summary>
    /// <param name="Scripts">The directory.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ScriptsGathered(Snapshot Scripts, string Id, Instant At) : SourceSavingEvent(Id, At)
    {
        /// <summary>Gets what the directory holds.</summary>
        public Snapshot Scripts { get; } = Scripts ?? throw new ArgumentNullException(nameof(Scripts));
    }

    /// <summary>The user has sent the scripts to the blob storage of the workspace (FLOW-07).</summary>
    /// <param name="Taker">Who has.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ScriptsKept(StepTaker Taker, string Id, Instant At) : SourceSavingEvent(Id, At)
    {
        /// <summary>Gets who has sent them.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>Azure Machine Learning has taken a snapshot of what it got (FLOW-08).</summary>
    /// <param name="Snapshot">The digest of that.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record SnapshotTaken(SnapshotDigest Snapshot, string Id, Instant At) : SourceSavingEvent(Id, At)
    {
        /// <summary>Gets the digest of what was got.</summary>
        public SnapshotDigest Snapshot { get; } = Snapshot ?? throw new ArgumentNullException(nameof(Snapshot));
    }
}
