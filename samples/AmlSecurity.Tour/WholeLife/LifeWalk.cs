using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;
using static AmlSecurity.Tour.WholeLife.LifeCast;

namespace AmlSecurity.Tour.WholeLife;

/// <summary>Walks one workspace from its creation to a scoring request, step by step as the flows of the library allow
/// it.</summary>
internal sealed class LifeWalk : IDisposable
{
    public const string Request = "request-1";

    private readonly LifeJournal _journal = new();

    private LifeWalk()
    {
    }

    public LifeJournal Journal => _journal;

    /// <summary>Gets the log as it was when the run had ended.</summary>
    public Checkpoint Early { get; private set; } = null!;

    /// <summary>Gets what was sealed.</summary>
    public required SealedModel Model { get; init; }

    /// <summary>Walks. The same seed gives the same records to the byte.</summary>
    public static LifeWalk Of(ulong seed)
    {
        var walk = new LifeWalk { Model = new SealedModel(new SeededRandom(seed)) };
        walk.Create();
        walk.Train(walk.Save());
        walk.Early = walk._journal.Log.ToCheckpoint(LifeProof.Origin);
        walk.Seal();
        walk.Serve();
        return walk;
    }

    public void Dispose() => Model.Dispose();

    private void Create() => _journal.Add(DataFlowReplay.Run(
        WorkspaceCreation.Table,
        WorkspaceCreation.Begin(Context, Start),
        new WorkspaceCreationEvent.UserSignedIn(Session(Olga.Id.Text), "create-1", At(0)),
        new WorkspaceCreationEvent.WorkspaceRequested(Taker(Sam, "ask for a workspace", ResourceGroup), "create-2", At(1)),
        new WorkspaceCreationEvent.WorkspaceRequested(Taker(Olga, "ask for a workspace", ResourceGroup), "create-3", At(1)),
        new WorkspaceCreationEvent.HandedOver("create-4", At(2)),
        new WorkspaceCreationEvent.ResourcesMade("create-5", At(3)),
        new WorkspaceCreationEvent.ComputeAdded(
            Taker(Olga, "add a compute target"), Name("cpu-cluster"), "create-6", At(4))));

    private SourceSavingState.SnapshotReady Save()
    {
        var scripts = Snapshot.Create(SnapshotEntry.Of("train.py", "fit(model, churn)\n"u8.ToArray())).Expect();
        return (SourceSavingState.SnapshotReady)_journal.Add(DataFlowReplay.Run(
            SourceSaving.Table,
            SourceSaving.Begin(Context, At(5)),
            new SourceSavingEvent.ScriptsGathered(scripts, "save-1", At(5)),
            new SourceSavingEvent.ScriptsKept(Taker(Sam, "keep the scripts in storage"), "save-2", At(6)),
            new SourceSavingEvent.ScriptsKept(Taker(Olga, "keep the scripts in storage"), "save-3", At(6)),
            new SourceSavingEvent.SnapshotTaken(scripts.Digest, "save-4", At(7))));
    }

    private void Train(SourceSavingState.SnapshotReady source)
    {
        var submission = RunFlow.Submit(
            Policy,
            new RunScope(Run, Workspace, Olga, MlActions.WriteRun),
            new RunPolicy(Duration.FromHours(8), Duration.FromMinutes(10)),
            At(8)).Expect();
        using var pass = new RunPass((RunEffect.MintToken)submission.Effects[0], At(9));
        var running = (TrainingState.Running)_journal.Add(DataFlowReplay.Run(
            Training.Table,
            Training.Begin(source, At(8)),
            new TrainingEvent.RunSubmitted(Taker(Olga, "submit a run"), submission, "train-1", At(8)),
            new TrainingEvent.RunHappened(new RunEvent.TokenMinted(pass.Lifetime, At(9)), "train-2"),
            new TrainingEvent.TargetChosen(TrainingTarget.ManagedCompute, Name("cpu-cluster"), "train-3", At(10)),
            new TrainingEvent.Prepared(PreparationStep.BuildImage, "train-4", At(11)),
            new TrainingEvent.Prepared(PreparationStep.WriteManagementCode, "train-5", At(11)),
            new TrainingEvent.ScriptsStarted("train-6", At(12))));

        var wrongCall = new RunEvent.CalledBack(Workspace, At(14));
        Tell("train-7", At(14), "call back with an altered token", Run.Text, pass.Refuse(running.Run, wrongCall, true));
        var call = new RunEvent.CalledBack(Workspace, At(15));
        Tell("train-8", At(15), "call back with the token of the run", Run.Text, pass.Refuse(running.Run, call));
        _journal.Add(DataFlowReplay.Run(
            RunMetrics.Table,
            RunMetrics.Begin(running, At(13)),
            new RunMetricsEvent.MetricsWritten(running.Run, call, "metrics-1"),
            new RunMetricsEvent.MetricsRead(Taker(Olga, "read metrics"), "metrics-2", At(16))));
        _journal.Add(DataFlowReplay.Run(
            Training.Table,
            (TrainingState)running,
            new TrainingEvent.RunHappened(new RunEvent.Completed(At(20)), "train-9"),
            new TrainingEvent.RunHappened(new RunEvent.FinalCallback(Workspace, At(21)), "train-10")));
    }

    private void Seal()
    {
        Tell("seal-1", At(22), "seal the model under the customer's key", $"{SealedModel.Key} {Model.Digest}", null);
        Tell("seal-2", At(22), "open the model as another version", Model.Digest, Model.Refuse("2"));
    }

    private void Serve()
    {
        var (key, other) = (WebServiceKeyDigest.Of("first key of the service"u8), WebServiceKeyDigest.Of("second"u8));
        var wrong = new WebServiceCredential.Key(WebServiceKeyDigest.Of("guessed"u8));
        var right = new WebServiceCredential.Key(key);
        var served = DataFlowReplay.Run(
            Inference.Table,
            Inference.Begin(Context, At(23)),
            new InferenceEvent.ModelRegistered(Taker(Olga, "register a model"), Name("churn:1"), Run, "serve-1", At(23)),
            new InferenceEvent.ImageCreated(Taker(Olga, "create an image"), Name("churn-image:1"), "serve-2", At(24)),
            new InferenceEvent.ImageKept("serve-3", At(25)),
            new InferenceEvent.ServiceDeployed(
                Taker(Olga, "deploy to Azure Kubernetes Service"),
                Name("churn-service"),
                WebService.BeginOnKubernetes(key, other, At(26)),
                LogsDetails: true,
                "serve-4",
                At(26)));
        var state = _journal.Add(served);
        Tell("serve-5", At(26), "open the model in the service", Model.Digest, Model.Refuse("1"));
        state = Call(state, wrong, "request-0", "serve-6", 28);
        state = Call(state, right, Request, "serve-7", 29);
        _journal.Add(DataFlowReplay.Run(
            Inference.Table, state, new InferenceEvent.TelemetrySent("serve-8", At(30))));
    }

    private InferenceState Call(
        InferenceState state, WebServiceCredential credential, string request, string id, int minute)
    {
        var trace = DataFlowReplay.Run(Inference.Table, state, new InferenceEvent.ServiceCalled(
            StepAuthorization.DecideCall(Policy, Olga, credential, Workspace),
            new WebServiceEvent.Called(credential, At(minute)),
            request,
            new ScoringDetails { HttpMethod = "POST", StatusCode = 200 },
            id));
        var next = _journal.Add(trace);

        // A wrong credential is no decision about a principal, and a host records it by itself.
        if (trace.Records.IsEmpty)
        {
            Tell(id, At(minute), "score with a wrong key", request, $"{trace.Refusals[0].Refusal}");
        }

        return next;
    }

    private void Tell(string id, Instant at, string operation, string target, string? refusal) =>
        _journal.Add(new AuditEvent(
            id,
            at,
            AuditActor.Of(Context.Identity!),
            operation,
            target,
            refusal is null ? new AuditOutcome.Succeeded() : new AuditOutcome.Denied(refusal),
            "host")
        {
            CorrelationId = Context.CorrelationId,
        });
}
