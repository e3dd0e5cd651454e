using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What can happen while a model is trained.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record TrainingEvent : DataFlowEvent
{
    private TrainingEvent(string id, Instant at)
        : base(id, at)
    {
    }

    /// <summary>A user calls Azure Machine Learning with the snapshot (FLOW-09).</summary>
    /// <param name="Taker">Who calls.</param>
    /// <param name="Submission">What <see cref="RunFlow.Submit"/> answered.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record RunSubmitted(
        StepTaker Taker, FlowStep<RunState, RunEffect> Submission, string Id, Instant At) : TrainingEvent(Id, At)
    {
        /// <summary>Gets who calls.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <summary>Gets the run that was taken.</summary>
        public FlowStep<RunState, RunEffect> Submission { get; } =
            Submission ?? throw new ArgumentNullException(nameof(Submission));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>Something has happened to the run: it got a token, called back, was cancelled or closed
    /// (FLOW-10).</summary>
    /// <param name="Happened">What, in the flow of the run; it does not start here.</param>
    /// <param name="Id">Names the event.</param>
    public sealed record RunHappened(RunEvent Happened, string Id)
        : TrainingEvent(Id, (Happened ?? throw new ArgumentNullException(nameof(Happened))).At);

    /// <summary>The target was chosen (FLOW-11).</summary>
    /// <param name="Target">The kind of target.</param>
    /// <param name="Compute">Its name.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record TargetChosen(TrainingTarget Target, AssetName Compute, string Id, Instant At)
        : TrainingEvent(Id, At)
    {
        /// <summary>Gets what kind of target it is.</summary>
        public TrainingTarget Target { get; } =
            Enum.IsDefined(Target) ? Target : throw new ArgumentOutOfRangeException(nameof(Target));

        /// <summary>Gets the name of the target.</summary>
        public AssetName Compute { get; } = Compute ?? throw new ArgumentNullException(nameof(Compute));
    }

    /// <summary>A part of the preparation is done (FLOW-12, FLOW-13).</summary>
    /// <param name="Part">Which.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record Prepared(PreparationStep Part, string Id, Instant At) : TrainingEvent(Id, At)
    {
        /// <summary>Gets which part it is.</summary>
        public PreparationStep Part { get; } =
            Enum.IsDefined(Part) ? Part : throw new ArgumentOutOfRangeException(nameof(Part));
    }

    /// <summary>The scripts have started: by the management code, or in a container that begins with it (FLOW-12,
    /// FLOW-13).</summary>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ScriptsStarted(string Id, Instant At) : TrainingEvent(Id, At);
}
