using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What can happen to a model on its way to a web service, and to the service.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record InferenceEvent : DataFlowEvent
{
    private InferenceEvent(string id, Instant at)
        : base(id, at)
    {
    }

    /// <summary>A user has registered a model (FLOW-16).</summary>
    /// <param name="Taker">Who has.</param>
    /// <param name="Model">The model with its version.</param>
    /// <param name="Run">The run that it comes from; null if it comes from elsewhere.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ModelRegistered(StepTaker Taker, AssetName Model, RunId? Run, string Id, Instant At)
        : InferenceEvent(Id, At)
    {
        /// <summary>Gets who has registered it.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <summary>Gets the name of the model.</summary>
        public AssetName Model { get; } = Model ?? throw new ArgumentNullException(nameof(Model));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>A user has made an image of the model, a score file and what they need (FLOW-17).</summary>
    /// <param name="Taker">Who has.</param>
    /// <param name="Image">The image with its version.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ImageCreated(StepTaker Taker, AssetName Image, string Id, Instant At) : InferenceEvent(Id, At)
    {
        /// <summary>Gets who has made it.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <summary>Gets the name of the image.</summary>
        public AssetName Image { get; } = Image ?? throw new ArgumentNullException(nameof(Image));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>The image was put into the registry (FLOW-18).</summary>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ImageKept(string Id, Instant At) : InferenceEvent(Id, At);

    /// <summary>A user has deployed the web service for the first time (FLOW-19).</summary>
    /// <param name="Taker">Who has.</param>
    /// <param name="Service">The web service.</param>
    /// <param name="Authentication">How it is called, as <see cref="WebService"/> begins it; it says where it
    /// runs.</param>
    /// <param name="LogsDetails">Whether details of requests go to Application Insights.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ServiceDeployed(
        StepTaker Taker, AssetName Service, WebServiceState Authentication, bool LogsDetails, string Id, Instant At)
        : InferenceEvent(Id, At)
    {
        /// <summary>Gets who has deployed it.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <summary>Gets the name of the web service.</summary>
        public AssetName Service { get; } = Service ?? throw new ArgumentNullException(nameof(Service));

        /// <summary>Gets where it runs, and how it is called.</summary>
        public WebServiceState Authentication { get; } =
            Authentication ?? throw new ArgumentNullException(nameof(Authentication));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>A user has deployed another image to the web service (FLOW-19).</summary>
    /// <param name="Taker">Who has.</param>
    /// <param name="Source">The image, as another course of this flow has stored it.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ServiceUpdated(StepTaker Taker, InferenceState.ImageStored Source, string Id, Instant At)
        : InferenceEvent(Id, At)
    {
        /// <summary>Gets who has deployed it.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <summary>Gets the image.</summary>
        public InferenceState.ImageStored Source { get; } = Source ?? throw new ArgumentNullException(nameof(Source));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>A user has changed how the web service is called.</summary>
    /// <param name="Taker">Who has, decided as a deployment.</param>
    /// <param name="Change">What, in the flow of its authentication; neither a call nor a request for a
    /// token.</param>
    /// <param name="Id">Names the event.</param>
    public sealed record AuthenticationChanged(StepTaker Taker, WebServiceEvent Change, string Id)
        : InferenceEvent(Id, (Change ?? throw new ArgumentNullException(nameof(Change))).At)
    {
        /// <summary>Gets who has changed it.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>The web service was called (FLOW-20).</summary>
    /// <param name="Caller">Whether the caller may call it, by <see cref="StepAuthorization.DecideCall"/>; null for a
    /// service without authentication.</param>
    /// <param name="Call">The call, in the flow of its authentication.</param>
    /// <param name="Request">The id of the request, 1 to 128 characters.</param>
    /// <param name="Details">What is known of the request.</param>
    /// <param name="Id">Names the event.</param>
    public sealed record ServiceCalled(
        StepDecision? Caller, WebServiceEvent.Called Call, string Request, ScoringDetails Details, string Id)
        : InferenceEvent(Id, (Call ?? throw new ArgumentNullException(nameof(Call))).At)
    {
        /// <summary>Gets the id of the request.</summary>
        public string Request { get; } = LineageNode.CheckRequest(Request);

        /// <summary>Gets what is known of the request.</summary>
        public ScoringDetails Details { get; } = Details ?? throw new ArgumentNullException(nameof(Details));

        /// <inheritdoc/>
        public override StepDecision? Access => Caller;
    }

    /// <summary>The web service has sent telemetry to Microsoft (FLOW-21).</summary>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record TelemetrySent(string Id, Instant At) : InferenceEvent(Id, At);
}
