using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Tests.Flows;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using NodaTime;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowCourse;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;
using static AmlSecurity.Domain.Workspaces.DataFlows.TrainingEvent;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class TrainingTests
{
    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        Training.Table.Rows,
        """
        NotSubmitted + RunSubmitted: Submitted (FLOW-09)
        NotSubmitted + RunHappened: no (FLOW-09)
        NotSubmitted + TargetChosen: no (FLOW-09)
        NotSubmitted + Prepared: no (FLOW-09)
        NotSubmitted + ScriptsStarted: no (FLOW-09)
        Submitted + RunSubmitted: no (FLOW-09)
        Submitted + RunHappened: Submitted or WithToken or Ended (FLOW-10)
        Submitted + TargetChosen: no (FLOW-10)
        Submitted + Prepared: no (FLOW-10)
        Submitted + ScriptsStarted: no (FLOW-10)
        WithToken + RunSubmitted: no (FLOW-09)
        WithToken + RunHappened: WithToken or Ended (FLOW-10)
        WithToken + TargetChosen: Preparing (FLOW-11)
        WithToken + Prepared: no (FLOW-11)
        WithToken + ScriptsStarted: no (FLOW-11)
        Preparing + RunSubmitted: no (FLOW-09)
        Preparing + RunHappened: Preparing or Ended (FLOW-10)
        Preparing + TargetChosen: no (FLOW-11)
        Preparing + Prepared: Preparing (FLOW-11)
        Preparing + ScriptsStarted: Running (FLOW-11)
        Running + RunSubmitted: no (FLOW-09)
        Running + RunHappened: Running or Ended (FLOW-10)
        Running + TargetChosen: no (FLOW-11)
        Running + Prepared: no (FLOW-11)
        Running + ScriptsStarted: no (FLOW-11)
        Ended + RunSubmitted: no (FLOW-09)
        Ended + RunHappened: no (FLOW-10)
        Ended + TargetChosen: no (FLOW-11)
        Ended + Prepared: no (FLOW-11)
        Ended + ScriptsStarted: no (FLOW-11)
        """);

    [Theory]
    [Trait("Rule", "FLOW-11")]
    [Trait("Rule", "DEC-07")]
    [InlineData(TrainingTarget.ManagedCompute)]
    [InlineData(TrainingTarget.VirtualMachine)]
    [InlineData(TrainingTarget.HDInsight)]
    [InlineData(TrainingTarget.Local)]
    public void A_run_goes_to_each_of_the_four_targets_and_ends_with_its_last_callback(TrainingTarget target)
    {
        var trace = Train(target, OfEnd());

        Assert.Empty(trace.Refusals);
        Assert.IsType<RunState.Closed>(Assert.IsType<TrainingState.Ended>(trace.State).Run);
        Assert.Equal(new AuditOutcome.Succeeded(), trace.Records[^1].Outcome);
        Assert.Equal(new AuditActor.RunToken("run-1", Workspace.Text), trace.Records[^1].Actor);
        Assert.Contains(new DataFlowEffect.ForRun(new RunEffect.RevokeTokens(Run)), trace.Effects.AsEnumerable());
    }

    [Theory]
    [Trait("Rule", "FLOW-12")]
    [Trait("Rule", "DEC-07")]
    [InlineData(TrainingTarget.VirtualMachine, StepCredential.Ssh, true)]
    [InlineData(TrainingTarget.HDInsight, StepCredential.Ssh, true)]
    [InlineData(TrainingTarget.Local, StepCredential.None, false)]
    public void Unmanaged_compute_is_reached_by_ssh_unless_the_user_sits_at_it(
        TrainingTarget target, StepCredential credential, bool readsMicrosoftVault)
    {
        var effects = EffectsBehindTheChoice(Train(target));

        Assert.All(effects.Of<DataFlowEffect.UseCredential>(), used => Assert.Equal(credential, used.Credential));
        Assert.Equal(
            readsMicrosoftVault,
            effects.Contains(new DataFlowEffect.ReadStore(StoreKind.MicrosoftVault, StepActor.Service)));
        Assert.DoesNotContain(new DataFlowEffect.WriteStore(StoreKind.WorkspaceFiles, StepActor.Service), effects);
    }

    [Fact]
    [Trait("Rule", "FLOW-13")]
    public void Managed_compute_is_reached_by_the_identity_and_gets_its_management_code_by_the_file_share()
    {
        var effects = EffectsBehindTheChoice(Train(TrainingTarget.ManagedCompute));

        Assert.All(
            effects.Of<DataFlowEffect.UseCredential>(),
            used => Assert.Equal(StepCredential.ManagedIdentity, used.Credential));
        Assert.Equal(
            [
                StoreKind.ContainerRegistry, StoreKind.WorkspaceFiles, StoreKind.WorkspaceBlobs,
                StoreKind.ComputeOsDisk, StoreKind.ComputeTemporaryDisk,
            ],
            effects.Of<DataFlowEffect.WriteStore>().Select(write => write.Store));
    }

    [Fact]
    [Trait("Rule", "FLOW-13")]
    public void An_image_is_built_only_if_one_is_needed()
    {
        var preparing = Preparing(TrainingTarget.ManagedCompute);

        Assert.True(preparing.Apply(new Prepared(PreparationStep.WriteManagementCode, "e", At(6))).IsT0);
        Assert.Equal("the target is not prepared (FLOW-13)", $"{preparing.Apply(new ScriptsStarted("e", At(6))).AsT1}");
    }

    [Theory]
    [Trait("Rule", "FLOW-12")]
    [Trait("Rule", "DEC-07")]
    [InlineData(TrainingTarget.HDInsight, PreparationStep.PrepareEnvironmentInDocker, "DEC-07")]
    [InlineData(TrainingTarget.VirtualMachine, PreparationStep.DownloadCode, "FLOW-12")]
    [InlineData(TrainingTarget.Local, PreparationStep.SetConfiguration, "FLOW-12")]
    [InlineData(TrainingTarget.Local, PreparationStep.WriteManagementCode, "FLOW-12")]
    [InlineData(TrainingTarget.ManagedCompute, PreparationStep.PrepareEnvironment, "FLOW-13")]
    public void A_target_is_not_prepared_out_of_order_or_as_another_is(
        TrainingTarget target, PreparationStep part, string rule) =>
        Assert.Equal(rule, Preparing(target).Apply(new Prepared(part, "e", At(6))).AsT1.Rule!.Text);

    [Fact]
    [Trait("Rule", "FLOW-09")]
    [Trait("Rule", "FLOW-10")]
    [Trait("Rule", "MON-06")]
    public void A_run_is_submitted_with_the_snapshot_and_asks_for_its_token()
    {
        var step = BeginTraining().Apply(OfTraining(TrainingTarget.Local).First()).Expect();

        Assert.Contains(
            new DataFlowEffect.ForRun(new RunEffect.MintToken(step.Effects.Of<DataFlowEffect.ForRun>().Select(one => ((RunEffect.MintToken)one.Asked).Scope).Single(), At(483))),
            step.Effects.AsEnumerable());
        var emitted = Assert.Single(step.Effects.Of<DataFlowEffect.Emit>());
        Assert.False(emitted.IsInActivityLog);
        Assert.Equal(AuditClass.UnattributedActivity, emitted.Coverage!.Class);
        Assert.Equal(new AuditOutcome.Allowed("a0"), emitted.Event.Outcome);
        Assert.Equal(["FLOW-09", "AUTHZ-09", "DEC-16"], emitted.Event.Trace!.Rules.AsEnumerable());
        Assert.Equal("snapshot " + Scripts.Digest + " -> run run-1", $"{step.Effects.Of<DataFlowEffect.Link>().Single().Added}");
    }

    [Fact]
    [Trait("Rule", "FLOW-09")]
    [Trait("Rule", "DEC-16")]
    public void A_run_is_refused_from_a_reader_for_another_workspace_or_for_somebody_else()
    {
        var state = BeginTraining();
        var submission = Submission(At(3));
        var elsewhere = RunFlow.Submit(
            Contributors,
            new RunScope(Run, Examples.OtherWorkspace, Alice),
            new RunPolicy(Duration.FromHours(8), Duration.FromMinutes(10)),
            At(3)).Expect();
        var later = submission.Next.Apply(new RunEvent.TokenMinted(new TokenLifetime(At(3), At(60)), At(3))).Expect();

        Assert.Equal("AUTHZ-09", Refused(new RunSubmitted(Taker("submit a run", Readers), submission, "e", At(3))));
        Assert.Equal("AUTHN-06", Refused(new RunSubmitted(Taker("submit a run"), elsewhere, "e", At(3))));
        Assert.Equal("FLOW-09", Refused(new RunSubmitted(Taker("submit a run"), later, "e", At(3))));

        string Refused(TrainingEvent happened) => state.Apply(happened).AsT1.Rule!.Text;
    }

    [Fact]
    [Trait("Rule", "FLOW-10")]
    public void A_run_starts_only_with_its_scripts_and_only_while_its_token_lasts()
    {
        var events = OfTraining(TrainingTarget.Local).ToArray();
        var prepared = DataFlowReplay.Run(Training.Table, BeginTraining(), events[..^1]).State;

        Assert.Equal("FLOW-11", prepared.Apply(new RunHappened(new RunEvent.Started(At(7)), "e")).AsT1.Rule!.Text);
        Assert.Equal("the token has expired (AUTHN-10)", $"{prepared.Apply(new ScriptsStarted("e", At(64))).AsT1}");
        Assert.Equal(
            new AuditOutcome.Started(),
            prepared.Apply(events[^1]).Expect().Effects.Of<DataFlowEffect.Emit>().Single().Event.Outcome);
    }

    [Fact]
    public void A_run_that_is_cancelled_or_runs_out_of_time_has_failed()
    {
        var cancelled = Train(
            TrainingTarget.Local,
            new RunHappened(new RunEvent.Cancelled(At(9)), "e1"),
            new RunHappened(new RunEvent.FinalCallback(Workspace, At(10)), "e2"));
        var late = Train(TrainingTarget.Local, new RunHappened(new RunEvent.TimePassed(At(600)), "e1"));

        Assert.Equal(new AuditOutcome.Failed("cancelled"), cancelled.Records[^1].Outcome);
        Assert.Equal(new AuditOutcome.Failed("timedOut"), late.Records[^1].Outcome);
    }

    private static TrainingState Preparing(TrainingTarget target) =>
        DataFlowReplay.Run(Training.Table, BeginTraining(), OfTraining(target).Take(3)).State;

    private static DataFlowEffect[] EffectsBehindTheChoice(DataFlowTrace<TrainingState> trace)
    {
        var choice = trace.Effects.IndexOf(
            trace.Effects.Of<DataFlowEffect.Emit>().Single(emit => emit.Event.EventId == "t3"));
        return [.. trace.Effects.Skip(choice + 1)];
    }
}
