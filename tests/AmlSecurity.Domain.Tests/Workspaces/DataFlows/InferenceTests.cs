using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Tests.Flows;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowCourse;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;
using static AmlSecurity.Domain.Workspaces.DataFlows.InferenceEvent;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class InferenceTests
{
    private const string ToKubernetes = "deploy to Azure Kubernetes Service";
    private const string ToInstances = "deploy to Azure Container Instances";

    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        Inference.Table.Rows,
        """
        NoModel + ModelRegistered: WithModel (FLOW-16)
        NoModel + ImageCreated: no (FLOW-16)
        NoModel + ImageKept: no (FLOW-16)
        NoModel + ServiceDeployed: no (FLOW-16)
        NoModel + ServiceUpdated: no (FLOW-19)
        NoModel + AuthenticationChanged: no (FLOW-19)
        NoModel + ServiceCalled: no (FLOW-19)
        NoModel + TelemetrySent: no (FLOW-19)
        WithModel + ModelRegistered: no (FLOW-16)
        WithModel + ImageCreated: WithImage (FLOW-17)
        WithModel + ImageKept: no (FLOW-17)
        WithModel + ServiceDeployed: no (FLOW-17)
        WithModel + ServiceUpdated: no (FLOW-19)
        WithModel + AuthenticationChanged: no (FLOW-19)
        WithModel + ServiceCalled: no (FLOW-19)
        WithModel + TelemetrySent: no (FLOW-19)
        WithImage + ModelRegistered: no (FLOW-16)
        WithImage + ImageCreated: no (FLOW-17)
        WithImage + ImageKept: ImageStored (FLOW-18)
        WithImage + ServiceDeployed: no (FLOW-18)
        WithImage + ServiceUpdated: no (FLOW-19)
        WithImage + AuthenticationChanged: no (FLOW-19)
        WithImage + ServiceCalled: no (FLOW-19)
        WithImage + TelemetrySent: no (FLOW-19)
        ImageStored + ModelRegistered: no (FLOW-16)
        ImageStored + ImageCreated: no (FLOW-17)
        ImageStored + ImageKept: no (FLOW-18)
        ImageStored + ServiceDeployed: Deployed (FLOW-19)
        ImageStored + ServiceUpdated: no (FLOW-19)
        ImageStored + AuthenticationChanged: no (FLOW-19)
        ImageStored + ServiceCalled: no (FLOW-19)
        ImageStored + TelemetrySent: no (FLOW-19)
        Deployed + ModelRegistered: no (FLOW-19)
        Deployed + ImageCreated: no (FLOW-19)
        Deployed + ImageKept: no (FLOW-19)
        Deployed + ServiceDeployed: no (FLOW-19)
        Deployed + ServiceUpdated: Deployed (FLOW-19)
        Deployed + AuthenticationChanged: Deployed (FLOW-19)
        Deployed + ServiceCalled: Deployed (FLOW-20)
        Deployed + TelemetrySent: Deployed (FLOW-21)
        """);

    [Fact]
    [Trait("Rule", "FLOW-16")]
    [Trait("Rule", "FLOW-17")]
    [Trait("Rule", "FLOW-18")]
    [Trait("Rule", "FLOW-19")]
    [Trait("Rule", "MON-06")]
    public void A_model_becomes_a_web_service_step_by_step()
    {
        var trace = Serve(OfInference());

        Assert.Empty(trace.Refusals);
        Assert.Equal(new ServiceRevision(Service, 1), Assert.IsType<InferenceState.Deployed>(trace.State).Revision);
        Assert.Equal(
            [AuditClass.UnattributedActivity, AuditClass.NotStated, null, AuditClass.NotStated, AuditClass.NotStated, null],
            trace.Effects.Of<DataFlowEffect.Emit>().Select(emit => emit.Coverage?.Class));
        Assert.Contains(
            new DataFlowEffect.WriteStore(StoreKind.ContainerRegistry, StepActor.Service), trace.Effects.AsEnumerable());
        Assert.Equal(AuditActor.Of(Context.Identity!), trace.Records[2].Actor);
        Assert.Equal(
            [
                "run run-1 -> model churn:1", "model churn:1 -> image churn-image:1",
                "image churn-image:1 -> service churn-service (revision 1)",
                "service churn-service (revision 1) -> request `request-1`",
            ],
            trace.Links.Select(link => link.ToString()));
    }

    [Theory]
    [Trait("Rule", "DEC-16")]
    [InlineData("i1", "AUTHZ-11")]
    [InlineData("i2", "AUTHZ-12")]
    [InlineData("i4", "AUTHZ-13")]
    public void A_reader_takes_none_of_the_steps_to_a_service_and_the_state_stays(string id, string rule)
    {
        var events = OfInference();
        var at = Array.FindIndex(events, happened => happened.Id == id);
        InferenceEvent asReader = events[at] switch
        {
            ModelRegistered one => new ModelRegistered(Taker("register a model", Readers), one.Model, one.Run, id, one.At),
            ImageCreated one => new ImageCreated(Taker("create an image", Readers), one.Image, id, one.At),
            var one => new ServiceDeployed(Taker(ToKubernetes, Readers), Service, Kubernetes(one.At), true, id, one.At),
        };
        var before = Serve(events[..at]);
        var trace = Serve([.. events[..at], asReader]);

        Assert.Equal(before.State, trace.State);
        Assert.Equal(rule, Assert.Single(trace.Refusals).Refusal.Rule!.Text);
        Assert.IsType<AuditOutcome.Denied>(trace.Records[^1].Outcome);
    }

    [Fact]
    [Trait("Rule", "FLOW-19")]
    public void Each_target_needs_the_decision_about_it()
    {
        var stored = Serve(ToImage()).State;
        var aci = WebService.BeginOnContainerInstances(At(25));

        Assert.Equal(
            "the decision is about another way to do it (DEC-16)",
            $"{stored.Apply(new ServiceDeployed(Taker(ToKubernetes), Service, aci, false, "e", At(25))).AsT1}");
        var step = stored.Apply(new ServiceDeployed(Taker(ToInstances), Service, aci, false, "e", At(25))).Expect();
        Assert.Contains(new DataFlowEffect.WriteStore(StoreKind.ContainerInstance, StepActor.Service), step.Effects.AsEnumerable());
        Assert.Equal("DEC-10", step.Effects.Of<DataFlowEffect.Report>().Single().Found.Rule.Text);
    }

    [Fact]
    [Trait("Rule", "FLOW-20")]
    [Trait("Rule", "DEC-06")]
    public void Details_of_a_request_go_to_Application_Insights_only_where_that_is_enabled()
    {
        var logged = Deployed().Apply(Call("r", 30)).Expect();
        var silent = Deployed(logsDetails: false).Apply(Call("r", 30)).Expect();
        var write = new DataFlowEffect.WriteStore(StoreKind.ApplicationInsights, StepActor.WebService);

        Assert.Contains(write, logged.Effects.AsEnumerable());
        Assert.Equal(
            new ScoringDetails { HttpMethod = "POST", StatusCode = 200, RequestId = "r" }, Record(logged.Effects).Scoring);
        Assert.DoesNotContain(logged.Effects, effect => effect is DataFlowEffect.Report);
        Assert.DoesNotContain(write, silent.Effects.AsEnumerable());
        Assert.Null(Record(silent.Effects).Scoring);
        Assert.Equal("DEC-06", silent.Effects.Of<DataFlowEffect.Report>().Single().Found.Rule.Text);
    }

    [Fact]
    [Trait("Rule", "FLOW-20")]
    [Trait("Rule", "DEC-16")]
    public void A_reader_calls_with_a_key_and_whoever_nobody_has_decided_about_does_not()
    {
        var deployed = Deployed();
        var key = new WebServiceCredential.Key(Key);

        Assert.True(deployed.Apply(With(Caller(key, Readers))).IsT0);
        Assert.Equal("nobody has decided that the caller may call (DEC-16)", $"{deployed.Apply(With(null)).AsT1}");
        Assert.Equal("RBAC-01", deployed.Apply(With(Caller(key, Holding()))).AsT1.Rule!.Text);
        Assert.Equal(
            "the decision is about another way to do it (DEC-16)",
            $"{deployed.Apply(With(Caller(new WebServiceCredential.Token(Token())))).AsT1}");
        Assert.Equal(
            "a group takes no step (DEC-16)",
            $"{deployed.Apply(With(StepAuthorization.DecideCall(Contributors, Principal.Group(Examples.Alice), key, Workspace))).AsT1}");
    }

    [Fact]
    [Trait("Rule", "FLOW-20")]
    public void A_wrong_key_or_none_is_refused_by_the_authentication_of_the_service()
    {
        var deployed = Deployed();
        var wrong = new WebServiceCredential.Key(WebServiceKeyDigest.Of("wrong"u8));

        Assert.Equal("AUTHN-09", deployed.Apply(With(Caller(wrong), wrong)).AsT1.Rule!.Text);
        Assert.Equal("AUTHN-07", deployed.Apply(With(Caller(wrong), new WebServiceCredential.None())).AsT1.Rule!.Text);
    }

    [Fact]
    [Trait("Rule", "FLOW-20")]
    public void A_service_without_authentication_answers_everybody_and_names_nobody()
    {
        var off = Deployed().Apply(new AuthenticationChanged(
            Taker(ToKubernetes), new WebServiceEvent.AuthenticationDisabled(At(28)), "e1")).Expect().Next;
        var step = off.Apply(With(Caller(new WebServiceCredential.Key(Key), Holding()))).Expect();

        Assert.Equal(new AuditActor.Unattributed(UnattributedReason.Anonymous), Record(step.Effects).Actor);
        Assert.Contains(new DataFlowEffect.UseCredential(StepCredential.None), step.Effects.AsEnumerable());
        Assert.Contains(step.Effects.Of<DataFlowEffect.Report>(), report => report.Found.Rule.Text == "DEC-10");
    }

    [Fact]
    public void How_a_service_is_called_is_changed_by_whoever_may_deploy_and_a_call_is_no_change()
    {
        var deployed = Deployed();
        var change = new WebServiceEvent.AuthenticationDisabled(At(28));

        Assert.Equal("AUTHZ-13", deployed.Apply(new AuthenticationChanged(Taker(ToKubernetes, Readers), change, "e")).AsT1.Rule!.Text);
        Assert.Equal("AUTHN-07", deployed.Apply(new AuthenticationChanged(Taker(ToKubernetes), CallWithKey(At(28)), "e")).AsT1.Rule!.Text);
        Assert.Equal(
            "DEC-11",
            deployed.Apply(new AuthenticationChanged(Taker(ToKubernetes), new WebServiceEvent.TokensEnabled(At(28)), "e")).AsT1.Rule!.Text);
    }

    [Fact]
    [Trait("Rule", "FLOW-19")]
    public void An_update_makes_the_next_revision_with_another_image()
    {
        var source = (InferenceState.ImageStored)Serve(ToImage("churn-image:2")).State;
        var step = Deployed().Apply(new ServiceUpdated(Taker(ToKubernetes), source, "u1", At(30))).Expect();

        Assert.Equal(new ServiceRevision(Service, 2), ((InferenceState.Deployed)step.Next).Revision);
        Assert.Equal(
            "image churn-image:2 -> service churn-service (revision 2)",
            $"{step.Effects.Of<DataFlowEffect.Link>().Single().Added}");
    }

    [Fact]
    [Trait("Rule", "FLOW-21")]
    public void Telemetry_goes_to_Microsoft_by_the_service_itself()
    {
        var step = Deployed().Apply(new TelemetrySent("e", At(30))).Expect();

        Assert.Contains(new DataFlowEffect.WriteStore(StoreKind.Telemetry, StepActor.WebService), step.Effects.AsEnumerable());
    }

    [Fact]
    public void A_request_that_failed_is_told_with_its_status()
    {
        var call = Call("r", 30);
        var failed = new ServiceCalled(call.Caller, call.Call, "r", new ScoringDetails { StatusCode = 503 }, "e");

        Assert.Equal(new AuditOutcome.Failed("503"), Record(Deployed().Apply(failed).Expect().Effects).Outcome);
        Assert.Throws<ArgumentException>(
            () => new ServiceCalled(call.Caller, call.Call, "", new ScoringDetails(), "e"));
    }

    private static WebServiceToken Token() => new(new TokenLifetime(At(0), At(60)), At(50));

    private static ServiceCalled With(StepDecision? caller, WebServiceCredential? credential = null) => new(
        caller,
        new WebServiceEvent.Called(credential ?? new WebServiceCredential.Key(Key), At(30)),
        "r",
        new ScoringDetails(),
        "e");

    private static AuditEvent Record(IEnumerable<DataFlowEffect> effects) =>
        effects.Of<DataFlowEffect.Emit>().Single().Event;
}
