using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Tests.Flows;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;
using OneOf;
using Xunit.Abstractions;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowCourse;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

/// <summary>What holds in each flow whatever happens. <c>AMLSEC_SEED</c> repeats a run.</summary>
public sealed class DataFlowLawTests(ITestOutputHelper output)
{
    private static readonly AccessPolicy[] Policies =
    [
        Contributors, Contributors, Contributors, Readers, Holding(),
        Holding(Examples.Role("Reads", Examples.Block(["*/read"]))),
    ];

    [Fact]
    [Trait("Rule", "FLOW-02")]
    [Trait("Rule", "FLOW-05")]
    public void Whatever_happens_no_workspace_is_created_by_whoever_may_not()
    {
        var walk = new FlowWalk<WorkspaceCreationState, WorkspaceCreationEvent, DataFlowEffect>(WorkspaceCreation.Table);
        walk.Walk(200, output, _ => (WorkspaceCreation.Begin(Context, Now), []), Draw, CheckStep);
        walk.AssertEverythingWasReached();

        static WorkspaceCreationEvent Draw(Random random, WorkspaceCreationState state, Instant now) => random.Next(9) switch
        {
            0 or 1 or 2 => new WorkspaceCreationEvent.UserSignedIn(SignedInAt(now), "e", now),
            3 or 4 => new WorkspaceCreationEvent.WorkspaceRequested(Take(random, "ask for a workspace", now), "e", now),
            5 or 6 => new WorkspaceCreationEvent.HandedOver("e", now),
            7 => new WorkspaceCreationEvent.ResourcesMade("e", now),
            _ => new WorkspaceCreationEvent.ComputeAdded(Take(random, "add a compute target", now), Compute, "e", now),
        };
    }

    [Fact]
    [Trait("Rule", "FLOW-07")]
    [Trait("Rule", "FLOW-08")]
    public void Whatever_happens_a_snapshot_is_that_of_scripts_that_were_kept()
    {
        var other = Snapshot.Create(SnapshotEntry.Of("b.py", default)).Expect();
        var walk = new FlowWalk<SourceSavingState, SourceSavingEvent, DataFlowEffect>(SourceSaving.Table);
        walk.Walk(200, output, _ => (SourceSaving.Begin(Context, Now), []), Draw, (state, happened, outcome) =>
        {
            CheckStep(state, happened, outcome);
            if (outcome.TryPickT0(out var step, out _) && step.Next is SourceSavingState.SnapshotReady ready)
            {
                Assert.Equal(((SourceSavingState.Kept)state).Scripts.Digest, ready.Snapshot);
            }
        });
        walk.AssertEverythingWasReached();

        SourceSavingEvent Draw(Random random, SourceSavingState state, Instant now)
        {
            var scripts = random.Next(2) == 0 ? Scripts : other;
            return random.Next(4) switch
            {
                0 => new SourceSavingEvent.ScriptsGathered(scripts, "e", now),
                1 or 2 => new SourceSavingEvent.ScriptsKept(Take(random, "keep the scripts in storage", now), "e", now),
                _ => new SourceSavingEvent.SnapshotTaken(scripts.Digest, "e", now),
            };
        }
    }

    [Fact]
    [Trait("Rule", "FLOW-09")]
    [Trait("Rule", "FLOW-12")]
    [Trait("Rule", "FLOW-13")]
    public void Whatever_happens_scripts_run_only_with_a_token_on_a_target_that_is_prepared()
    {
        var walk = new FlowWalk<TrainingState, TrainingEvent, DataFlowEffect>(Training.Table);
        walk.Walk(400, output, _ => (BeginTraining(), []), Draw, (state, happened, outcome) =>
        {
            CheckStep(state, happened, outcome);
            if (happened is TrainingEvent.ScriptsStarted && outcome.TryPickT0(out var step, out _))
            {
                var preparing = (TrainingState.Preparing)state;
                Assert.True(((RunState.TokenIssued)preparing.Run).Token.IncludesAt(happened.At));
                Assert.True(preparing.Done is PreparationStep.SetConfiguration or PreparationStep.WriteManagementCode);
                Assert.IsType<RunState.Running>(((TrainingState.Running)step.Next).Run);
            }
        });
        walk.AssertEverythingWasReached();

        // What leads on comes up half of the time, so that a run gets far before its time is over.
        static TrainingEvent Draw(Random random, TrainingState state, Instant now) => (state, random.Next(2)) switch
        {
            (TrainingState.NotSubmitted, 0) =>
                new TrainingEvent.RunSubmitted(Take(random, "submit a run", now), Submission(now), "e", now),
            (TrainingState.Submitted, 0) => Minted(random, now),
            (TrainingState.WithToken, 0) =>
                new TrainingEvent.TargetChosen((TrainingTarget)random.Next(4), Compute, "e", now),
            (TrainingState.Preparing { Done: PreparationStep.SetConfiguration or PreparationStep.WriteManagementCode }, 0) =>
                new TrainingEvent.ScriptsStarted("e", now),
            (TrainingState.Preparing { Done: null } preparing, 0) =>
                new TrainingEvent.Prepared(PartsOf(preparing.Target)[0], "e", now),
            _ => Any(random, now),
        };

        static TrainingEvent Any(Random random, Instant now) => random.Next(13) switch
        {
            0 => new TrainingEvent.RunSubmitted(Take(random, "submit a run", now), Submission(now), "e", now),
            1 => new TrainingEvent.TargetChosen((TrainingTarget)random.Next(4), Compute, "e", now),
            2 or 3 or 4 => new TrainingEvent.Prepared((PreparationStep)random.Next(6), "e", now),
            5 => new TrainingEvent.ScriptsStarted("e", now),
            6 or 7 => Minted(random, now),
            8 => Happened(new RunEvent.TimePassed(random.Next(20) == 0 ? now + Duration.FromHours(9) : now)),
            9 => Happened(new RunEvent.CalledBack(Workspace, now)),
            10 => Happened(random.Next(6) == 0 ? new RunEvent.Cancelled(now) : new RunEvent.Started(now)),
            11 => Happened(new RunEvent.Completed(now)),
            _ => Happened(new RunEvent.FinalCallback(Workspace, now)),
        };

        static TrainingEvent Minted(Random random, Instant now) => Happened(
            new RunEvent.TokenMinted(new TokenLifetime(now, now + Duration.FromHours(random.Next(1, 4))), now));

        static TrainingEvent Happened(RunEvent happened) => new TrainingEvent.RunHappened(happened, "e");
    }

    [Fact]
    [Trait("Rule", "FLOW-14")]
    [Trait("Rule", "FLOW-15")]
    public void Whatever_happens_no_client_touches_Cosmos_DB()
    {
        var running = (TrainingState.Running)Train(TrainingTarget.ManagedCompute).State;
        var walk = new FlowWalk<RunMetricsState, RunMetricsEvent, DataFlowEffect>(RunMetrics.Table);
        walk.Walk(100, output, _ => (RunMetrics.Begin(running, At(7)), []), Draw, CheckStep);
        walk.AssertEverythingWasReached();

        RunMetricsEvent Draw(Random random, RunMetricsState state, Instant now) => random.Next(4) switch
        {
            0 => new RunMetricsEvent.MetricsWritten(running.Run, new RunEvent.CalledBack(Workspace, now), "e"),
            1 or 2 => new RunMetricsEvent.MetricsRead(Take(random, "read metrics", now), "e", now),
            _ => new RunMetricsEvent.CosmosDbRead("e", now),
        };
    }

    [Fact]
    [Trait("Rule", "FLOW-20")]
    public void Whatever_happens_a_call_is_answered_only_with_what_the_service_takes()
    {
        var walk = new FlowWalk<InferenceState, InferenceEvent, DataFlowEffect>(Inference.Table);
        var stored = (InferenceState.ImageStored)Serve(ToImage("churn-image:2")).State;
        walk.Walk(200, output, _ => (Inference.Begin(Context, Now), []), Draw, (state, happened, outcome) =>
        {
            CheckStep(state, happened, outcome);
            if (happened is InferenceEvent.ServiceCalled call && outcome.TryPickT0(out var step, out _))
            {
                Assert.Contains(new DataFlowEffect.ForWebService(new WebServiceEffect.AcceptCall()), step.Effects.AsEnumerable());
                Assert.True(
                    ((InferenceState.Deployed)state).Authentication is WebServiceState.Anonymous
                    || call.Call.Credential == new WebServiceCredential.Key(Key));
            }
        });
        walk.AssertEverythingWasReached();

        InferenceEvent Draw(Random random, InferenceState state, Instant now) => random.Next(11) switch
        {
            0 => new InferenceEvent.ModelRegistered(Take(random, "register a model", now), Model, Run, "e", now),
            1 => new InferenceEvent.ImageCreated(Take(random, "create an image", now), Image, "e", now),
            2 => new InferenceEvent.ImageKept("e", now),
            3 or 4 => new InferenceEvent.ServiceDeployed(
                Take(random, "deploy to Azure Kubernetes Service", now), Service, Kubernetes(now), random.Next(2) == 0, "e", now),
            5 => new InferenceEvent.ServiceUpdated(Take(random, "deploy to Azure Kubernetes Service", now), stored, "e", now),
            6 => new InferenceEvent.AuthenticationChanged(
                Take(random, "deploy to Azure Kubernetes Service", now),
                random.Next(2) == 0
                    ? new WebServiceEvent.AuthenticationDisabled(now)
                    : new WebServiceEvent.KeysEnabled(Key, OtherKey, now),
                "e"),
            7 => new InferenceEvent.TelemetrySent("e", now),
            _ => Called(random, now),
        };

        static InferenceEvent Called(Random random, Instant now)
        {
            WebServiceCredential credential = random.Next(3) switch
            {
                0 => new WebServiceCredential.None(),
                1 => new WebServiceCredential.Key(WebServiceKeyDigest.Of("wrong"u8)),
                _ => new WebServiceCredential.Key(Key),
            };
            var caller = random.Next(5) == 0 ? null : Caller(credential, Policies[random.Next(Policies.Length)]);
            return new InferenceEvent.ServiceCalled(caller, new WebServiceEvent.Called(credential, now), "r", new(), "e");
        }
    }

    // What a whole course touches is what the rows of the steps say, no more and no less.
    [Theory]
    [InlineData(DataFlow.CreateWorkspace)]
    [InlineData(DataFlow.SaveSource)]
    [InlineData(DataFlow.Training)]
    [InlineData(DataFlow.Metrics)]
    [InlineData(DataFlow.WebService)]
    public void A_course_touches_the_stores_of_its_steps_and_no_others(DataFlow flow)
    {
        var rows = DataFlowSteps.Of(flow);
        DataFlowEffect[] effects = flow switch
        {
            DataFlow.CreateWorkspace =>
                [.. DataFlowReplay.Run(WorkspaceCreation.Table, WorkspaceCreation.Begin(Context, At(0)), OfWorkspace()).Effects],
            DataFlow.SaveSource => [.. Source().Effects],
            DataFlow.Training =>
                [.. Train(TrainingTarget.ManagedCompute).Effects, .. Train(TrainingTarget.VirtualMachine).Effects],
            DataFlow.Metrics => [.. Measure().Effects],
            _ => [.. Serve(OfInference()).Effects],
        };

        // The workspace has the shared instance, and the service is on Kubernetes.
        StoreKind[] elsewhere = [StoreKind.DedicatedCosmosDb, StoreKind.ContainerInstance];
        Assert.Equal(
            rows.SelectMany(row => row.Reads).Except(elsewhere).ToHashSet(),
            effects.Of<DataFlowEffect.ReadStore>().Select(read => read.Store).ToHashSet());
        Assert.Equal(
            rows.SelectMany(row => row.Writes).Except(elsewhere).ToHashSet(),
            effects.Of<DataFlowEffect.WriteStore>().Select(write => write.Store).ToHashSet());
        Assert.Equal(
            rows.SelectMany(row => row.Creates).ToHashSet(),
            effects.Of<DataFlowEffect.MakeStore>().Select(made => made.Store).ToHashSet());
    }

    private static StepTaker Take(Random random, string step, Instant now) =>
        FlowLab.Taker(step, Policies[random.Next(Policies.Length)], random.Next(10) == 0 ? Session : SignedInAt(now));

    // A step that a user takes is taken only if allowed; a user touches no store but the own machine; each step that
    // is recorded is recorded once, and each link rests on a record.
    private static void CheckStep<TState>(
        TState state, DataFlowEvent happened, OneOf<FlowStep<TState, DataFlowEffect>, FlowRefusal> outcome)
        where TState : DataFlowState
    {
        if (!outcome.TryPickT0(out var step, out _))
        {
            return;
        }

        Assert.True(happened.Access is null or { IsAllowed: true } || happened is InferenceEvent.ServiceCalled);
        Assert.Equal(state.Context, step.Next.Context);
        Assert.All(
            step.Effects.Of<DataFlowEffect.ReadStore>().Select(read => (read.Store, read.By))
                .Concat(step.Effects.Of<DataFlowEffect.WriteStore>().Select(write => (write.Store, write.By))),
            touched => Assert.True(
                touched.Store == StoreKind.LocalMachine
                || touched.By is StepActor.Service or StepActor.WebService or StepActor.ResourceManager));
        Assert.InRange(step.Effects.Of<DataFlowEffect.Emit>().Count(), 0, 1);
        Assert.All(
            step.Effects.Of<DataFlowEffect.Link>(),
            link => Assert.Equal(
                link.Added.EventId, Assert.Single(step.Effects.Of<DataFlowEffect.Emit>()).Event.EventId));
    }
}
