using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Flows;
using static AmlSecurity.Domain.Workspaces.DataFlows.RunMetricsEvent;
using static AmlSecurity.Domain.Workspaces.DataFlows.RunMetricsState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Workspaces.DataFlows.RunMetricsState,
        AmlSecurity.Domain.Workspaces.DataFlows.DataFlowEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The rows of <see cref="RunMetrics"/>.</summary>
internal static class RunMetricsRows
{
    private const string NeverDirectly = "no client reads Cosmos DB: it calls Azure Machine Learning";

    public static FlowTable<RunMetricsState, RunMetricsEvent, DataFlowEffect> Build() =>
        new FlowTableBuilder<RunMetricsState, RunMetricsEvent, DataFlowEffect>(
            "Run metrics",
            [typeof(NothingWritten), typeof(Written)],
            [typeof(MetricsWritten), typeof(MetricsRead), typeof(CosmosDbRead)])
            .On<NothingWritten, MetricsWritten>(
                FlowSteps.WriteMetrics.Rule, "stores the metrics, if the run may call back", [typeof(Written)], Write)
            .On<NothingWritten, MetricsRead>(
                FlowSteps.ReadMetrics.Rule,
                "answers whoever may view runs",
                [typeof(NothingWritten)],
                (state, e) => Read(state, e, state with { At = e.At }))
            .Refuse<NothingWritten, CosmosDbRead>(FlowSteps.ReadMetrics.Rule, NeverDirectly)
            .On<Written, MetricsWritten>(
                FlowSteps.WriteMetrics.Rule, "stores more, if the run may call back", [typeof(Written)], Write)
            .On<Written, MetricsRead>(
                FlowSteps.ReadMetrics.Rule,
                "pulls the metrics and returns them to whoever may view runs",
                [typeof(Written)],
                (state, e) => Read(state, e, state with { At = e.At }))
            .Refuse<Written, CosmosDbRead>(FlowSteps.ReadMetrics.Rule, NeverDirectly)
            .Build();

    private static Outcome Write(RunMetricsState state, MetricsWritten written)
    {
        if (written.Run.Scope.Run != state.Run || written.Run.Scope.Workspace != state.Context.Workspace)
        {
            return StepGuard.Against(FlowSteps.WriteMetrics.Rule, "the metrics are of another run");
        }

        if (!written.Run.Apply(written.Call).TryPickT0(out var call, out var refusal))
        {
            return refusal;
        }

        var record = new StepRecord(state.Context, FlowSteps.WriteMetrics, written)
        {
            Actor = AuditActor.Of(written.Run.Scope),
            Target = state.Context.NameOf("runs", state.Run),
        };
        return new FlowStep<RunMetricsState, DataFlowEffect>(
            new Written(state.Context, written.At, state.Run),
            record.ToEffects(call.Effects.Select(asked => new DataFlowEffect.ForRun(asked))));
    }

    private static Outcome Read(RunMetricsState state, MetricsRead read, RunMetricsState next)
    {
        var step = FlowSteps.ReadMetrics;
        if (StepGuard.Refuse(state.Context, step, read.Taker, read.At) is { } refusal)
        {
            return refusal;
        }

        var record = new StepRecord(state.Context, step, read) { Target = state.Context.NameOf("runs", state.Run) };
        return new FlowStep<RunMetricsState, DataFlowEffect>(next, record.ToEffects());
    }
}
