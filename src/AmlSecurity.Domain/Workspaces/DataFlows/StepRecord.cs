using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Makes the effects of a step out of its row: credential, stores, and the record of it.</summary>
internal sealed class StepRecord
{
    private readonly FlowContext _context;
    private readonly DataFlowStep _step;
    private readonly DataFlowEvent _happened;

    public StepRecord(FlowContext context, DataFlowStep step, DataFlowEvent happened)
    {
        _context = context;
        _step = step;
        _happened = happened;
        Access = happened.Access;
        Credential = step.Credential;
        Reads = step.Reads;
        Writes = step.Writes;
        Target = context.Workspace.Text;
    }

    public StepDecision? Access { get; init; }

    public StepCredential Credential { get; init; }

    public ImmutableArray<StoreKind> Reads { get; init; }

    public ImmutableArray<StoreKind> Writes { get; init; }

    public string Target { get; init; }

    /// <summary>Gets who acts, where the decision does not say it.</summary>
    public AuditActor? Actor { get; init; }

    /// <summary>Gets what came of it, where the decision does not say it.</summary>
    public AuditOutcome? Outcome { get; init; }

    public ScoringDetails? Scoring { get; init; }

    /// <summary>Makes the effects, in the order in which a host carries them out; the record comes last, and the links
    /// that rest on it behind it.</summary>
    public ImmutableArray<DataFlowEffect> ToEffects(
        IEnumerable<DataFlowEffect>? before = null, IEnumerable<LineageLink>? links = null) =>
    [
        new DataFlowEffect.UseCredential(Credential),
        .. _step.Creates.Select(kind => new DataFlowEffect.MakeStore(kind)),
        .. Own(Reads).Select(kind => new DataFlowEffect.ReadStore(kind, ActorOn(kind))),
        .. Own(Writes).Select(kind => new DataFlowEffect.WriteStore(kind, ActorOn(kind))),
        .. before ?? [],
        new DataFlowEffect.Emit(
            ToEvent(), _step.Action is { } action ? AuditCoverage.Of(action, _context.Rules) : null),
        .. (links ?? []).Select(link => new DataFlowEffect.Link(link)),
    ];

    private AuditEvent ToEvent() => new(
        _happened.Id,
        _happened.At,
        Actor ?? (Access is null ? ServiceActor() : AuditActor.Of(Access.Principal)),
        _step.Action?.Text ?? _step.Name,
        Target,
        Outcome ?? Access?.Outcome ?? new AuditOutcome.Succeeded(),
        _context.Source)
    {
        CorrelationId = _context.CorrelationId,
        Scoring = Scoring,
        Trace = new DecisionTrace
        {
            Rules = Access is null
                ? [_step.Rule.Text]
                : [_step.Rule.Text, Access.Rule.Text, DataFlowRules.WhoMayTakeAStep.Text],
        },
    };

    // Between services of Microsoft the pages name nobody.
    private AuditActor ServiceActor() =>
        Credential == StepCredential.ManagedIdentity && _context.Identity is { } identity
            ? AuditActor.Of(identity)
            : new AuditActor.Unattributed(UnattributedReason.NotNamed);

    private IEnumerable<StoreKind> Own(ImmutableArray<StoreKind> kinds) => kinds.Where(
        kind => kind is not (StoreKind.SharedCosmosDb or StoreKind.DedicatedCosmosDb) || kind == _context.CosmosDb);

    // FLOW-15: a client calls Azure Machine Learning, which reads and writes for it, and so does a compute target.
    private StepActor ActorOn(StoreKind kind) => _step.Actor switch
    {
        StepActor.User when kind == StoreKind.LocalMachine => StepActor.User,
        StepActor.User or StepActor.ComputeTarget => StepActor.Service,
        StepActor.Caller => StepActor.WebService,
        var actor => actor,
    };
}
