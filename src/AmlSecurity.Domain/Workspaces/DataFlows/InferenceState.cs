using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Where a model stands on its way to a web service (FLOW-16 to FLOW-21).</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record InferenceState : DataFlowState
{
    private InferenceState(FlowContext context, Instant at)
        : base(context, at)
    {
    }

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    public OneOf<FlowStep<InferenceState, DataFlowEffect>, FlowRefusal> Apply(InferenceEvent happened) =>
        Inference.Table.Apply(this, happened);

    /// <summary>No model is registered.</summary>
    public sealed record NoModel : InferenceState
    {
        internal NoModel(FlowContext context, Instant at)
            : base(context, at)
        {
        }
    }

    /// <summary>A model is registered.</summary>
    public sealed record WithModel : InferenceState
    {
        internal WithModel(FlowContext context, Instant at, AssetName model)
            : base(context, at) => Model = model;

        /// <summary>Gets which model it is.</summary>
        public AssetName Model { get; }
    }

    /// <summary>An image is made of the model, and is not stored yet.</summary>
    public sealed record WithImage : InferenceState
    {
        internal WithImage(WithModel before, Instant at, AssetName image)
            : base(before.Context, at) => (Model, Image) = (before.Model, image);

        /// <summary>Gets the model in it.</summary>
        public AssetName Model { get; }

        /// <summary>Gets which image it is.</summary>
        public AssetName Image { get; }
    }

    /// <summary>The image lies in the registry.</summary>
    public sealed record ImageStored : InferenceState
    {
        internal ImageStored(WithImage before, Instant at)
            : base(before.Context, at) => (Model, Image) = (before.Model, before.Image);

        /// <summary>Gets the model in it.</summary>
        public AssetName Model { get; }

        /// <summary>Gets which image it is.</summary>
        public AssetName Image { get; }
    }

    /// <summary>The web service runs.</summary>
    public sealed record Deployed : InferenceState
    {
        internal Deployed(
            FlowContext context, Instant at, ServiceRevision revision, AssetName image, WebServiceState authentication)
            : base(context, at) => (Revision, Image, Authentication) = (revision, image, authentication);

        /// <summary>Gets the service and how often it was deployed.</summary>
        public ServiceRevision Revision { get; internal init; }

        /// <summary>Gets the image that it runs.</summary>
        public AssetName Image { get; internal init; }

        /// <summary>Gets where it runs, and how it is called.</summary>
        public WebServiceState Authentication { get; internal init; }

        /// <summary>Gets a value indicating whether details of requests go to Application Insights (DEC-06).</summary>
        public bool LogsDetails { get; internal init; }
    }
}
