using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

/// <summary>The course of each flow from its beginning to its end, as the page tells it.</summary>
internal static class FlowCourse
{
    public static WorkspaceCreationEvent[] OfWorkspace() =>
    [
        new WorkspaceCreationEvent.UserSignedIn(Session, "w1", At(0)),
        new WorkspaceCreationEvent.WorkspaceRequested(Taker("ask for a workspace"), "w2", At(1)),
        new WorkspaceCreationEvent.HandedOver("w3", At(2)),
        new WorkspaceCreationEvent.ResourcesMade("w4", At(3)),
        new WorkspaceCreationEvent.ComputeAdded(Taker("add a compute target"), Compute, "w5", At(4)),
    ];

    public static SourceSavingEvent[] OfSource() =>
    [
        new SourceSavingEvent.ScriptsGathered(Scripts, "s1", At(0)),
        new SourceSavingEvent.ScriptsKept(Taker("keep the scripts in storage"), "s2", At(1)),
        new SourceSavingEvent.SnapshotTaken(Scripts.Digest, "s3", At(2)),
    ];

    public static IEnumerable<TrainingEvent> OfTraining(TrainingTarget target) =>
    [
        new TrainingEvent.RunSubmitted(Taker("submit a run"), Submission(At(3)), "t1", At(3)),
        new TrainingEvent.RunHappened(
            new RunEvent.TokenMinted(new TokenLifetime(At(4), At(64)), At(4)), "t2"),
        new TrainingEvent.TargetChosen(target, Compute, "t3", At(5)),
        .. PartsOf(target).Select((part, at) => new TrainingEvent.Prepared(part, $"t4.{at}", At(6))),
        new TrainingEvent.ScriptsStarted("t5", At(7)),
    ];

    public static TrainingEvent[] OfEnd() =>
    [
        new TrainingEvent.RunHappened(new RunEvent.Completed(At(20)), "t6"),
        new TrainingEvent.RunHappened(new RunEvent.FinalCallback(Workspace, At(21)), "t7"),
    ];

    public static RunMetricsEvent[] OfMetrics(TrainingState.Running training) =>
    [
        new RunMetricsEvent.MetricsWritten(training.Run, new RunEvent.CalledBack(Workspace, At(10)), "m1"),
        new RunMetricsEvent.MetricsRead(Taker("read metrics"), "m2", At(11)),
    ];

    public static InferenceEvent[] ToImage(string image = "churn-image:1") =>
    [
        new InferenceEvent.ModelRegistered(Taker("register a model"), Model, Run, "i1", At(22)),
        new InferenceEvent.ImageCreated(Taker("create an image"), Name(image), "i2", At(23)),
        new InferenceEvent.ImageKept("i3", At(24)),
    ];

    public static InferenceEvent[] OfInference(bool logsDetails = true) =>
    [
        .. ToImage(),
        new InferenceEvent.ServiceDeployed(
            Taker("deploy to Azure Kubernetes Service"), Service, Kubernetes(At(25)), logsDetails, "i4", At(25)),
        Call("request-1", 26),
        new InferenceEvent.TelemetrySent("i6", At(27)),
    ];

    public static InferenceEvent.ServiceCalled Call(string request, int minute) => new(
        Caller(new WebServiceCredential.Key(Key)),
        CallWithKey(At(minute)),
        request,
        new ScoringDetails { HttpMethod = "POST", StatusCode = 200 },
        $"i5.{request}");

    public static PreparationStep[] PartsOf(TrainingTarget target) => target switch
    {
        TrainingTarget.ManagedCompute => [PreparationStep.BuildImage, PreparationStep.WriteManagementCode],
        TrainingTarget.HDInsight =>
            [PreparationStep.PrepareEnvironment, PreparationStep.DownloadCode, PreparationStep.SetConfiguration],
        _ => [PreparationStep.PrepareEnvironmentInDocker, PreparationStep.DownloadCode, PreparationStep.SetConfiguration],
    };

    public static DataFlowTrace<SourceSavingState> Source() =>
        DataFlowReplay.Run(SourceSaving.Table, SourceSaving.Begin(Context, At(0)), OfSource());

    public static TrainingState BeginTraining() =>
        Training.Begin((SourceSavingState.SnapshotReady)Source().State, At(2));

    public static DataFlowTrace<TrainingState> Train(TrainingTarget target, params TrainingEvent[] end) =>
        DataFlowReplay.Run(Training.Table, BeginTraining(), [.. OfTraining(target), .. end]);

    public static DataFlowTrace<RunMetricsState> Measure()
    {
        var running = (TrainingState.Running)Train(TrainingTarget.ManagedCompute).State;
        return DataFlowReplay.Run(RunMetrics.Table, RunMetrics.Begin(running, At(7)), OfMetrics(running));
    }

    public static DataFlowTrace<InferenceState> Serve(params InferenceEvent[] events) =>
        DataFlowReplay.Run(Inference.Table, Inference.Begin(Context, At(22)), events);

    public static InferenceState.Deployed Deployed(bool logsDetails = true) =>
        (InferenceState.Deployed)Serve(OfInference(logsDetails)).State;

    public static Instant At(int minute) => Now + Duration.FromMinutes(minute);
}
