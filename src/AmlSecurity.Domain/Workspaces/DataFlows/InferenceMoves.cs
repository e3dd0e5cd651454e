using AmlSecurity.Domain.Flows;
using static AmlSecurity.Domain.Workspaces.DataFlows.InferenceEvent;
using static AmlSecurity.Domain.Workspaces.DataFlows.InferenceState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Workspaces.DataFlows.InferenceState,
        AmlSecurity.Domain.Workspaces.DataFlows.DataFlowEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What leads from a model to an image in the registry (FLOW-16 to FLOW-18).</summary>
internal static class InferenceMoves
{
    public static Outcome Register(NoModel state, ModelRegistered happened)
    {
        var step = FlowSteps.RegisterModel;
        if (StepGuard.Refuse(state.Context, step, happened.Taker, happened.At) is { } refusal)
        {
            return refusal;
        }

        var record = new StepRecord(state.Context, step, happened)
        {
            Target = state.Context.NameOf("models", happened.Model),
        };
        return new FlowStep<InferenceState, DataFlowEffect>(
            new WithModel(state.Context, happened.At, happened.Model),
            record.ToEffects(
                links: happened.Run is { } run
                    ? [LineageLink.OfModel(state.Context, run, happened.Model, happened)]
                    : []));
    }

    public static Outcome CreateImage(WithModel state, ImageCreated happened)
    {
        var step = FlowSteps.CreateImage;
        if (StepGuard.Refuse(state.Context, step, happened.Taker, happened.At) is { } refusal)
        {
            return refusal;
        }

        var record = new StepRecord(state.Context, step, happened)
        {
            Target = state.Context.NameOf("images", happened.Image),
        };
        return new FlowStep<InferenceState, DataFlowEffect>(
            new WithImage(state, happened.At, happened.Image),
            record.ToEffects(links: [LineageLink.OfImage(state.Context, state.Model, happened.Image, happened)]));
    }

    public static Outcome Store(WithImage state, ImageKept happened)
    {
        var record = new StepRecord(state.Context, FlowSteps.StoreImage, happened)
        {
            Target = state.Context.NameOf("images", state.Image),
        };
        return new FlowStep<InferenceState, DataFlowEffect>(new ImageStored(state, happened.At), record.ToEffects());
    }
}
