using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class AuditCoverageTests
{
    [Fact]
    [Trait("Rule", "MON-06")]
    public void Starting_a_run_and_registering_a_model_are_not_in_the_activity_log()
    {
        foreach (var operation in new[] { MlActions.SubmitRun, MlActions.WriteModel })
        {
            var coverage = AuditCoverage.Of(operation, RuleSet.March2020);

            Assert.Equal(AuditClass.UnattributedActivity, coverage.Class);
            Assert.False(coverage.NamesActor);
            Assert.Equal(["MON-06", "MON-07"], coverage.Rules.Select(rule => rule.Text));
        }
    }

    [Fact]
    [Trait("Rule", "MON-07")]
    public void That_these_two_are_in_the_area_of_activities_is_a_reading() =>
        Assert.True(AuditCoverage.Of(MlActions.SubmitRun, RuleSet.July2020).IsDerived);

    [Fact]
    [Trait("Rule", "MON-08")]
    public void What_writes_through_the_resource_manager_is_in_the_activity_log()
    {
        foreach (var operation in new[]
        {
            MlActions.WriteWorkspace, MlActions.DeleteWorkspace, MlActions.ResyncKeys, MlActions.AssignRole,
            MlActions.WriteCompute, MlActions.DeleteCompute,
            Named("Microsoft.MachineLearningServices/workspaces/listKeys/action"),
            Named("microsoft.machinelearningservices/WORKSPACES/privateEndpointConnections/write"),
            Named("Microsoft.MachineLearningServices/locations/updateQuotas/action"),
            Named("Microsoft.MachineLearningServices/register/action"),
            Named("Microsoft.Storage/storageAccounts/listKeys/action"),
        })
        {
            var coverage = AuditCoverage.Of(operation, RuleSet.March2020);

            Assert.True(coverage is { Class: AuditClass.ActivityLog, NamesActor: true, IsDerived: true }, $"{coverage}");
            Assert.Equal("MON-08", Assert.Single(coverage.Rules).Text);
        }
    }

    [Fact]
    [Trait("Rule", "MON-08")]
    public void Reads_leave_no_trace_and_the_rest_of_the_service_is_not_stated()
    {
        Assert.Equal(AuditClass.NotLogged, ClassOf(MlActions.ReadWorkspace));
        Assert.Equal(AuditClass.NotLogged, ClassOf(MlActions.ReadRun));
        Assert.Equal(AuditClass.NotStated, ClassOf(MlActions.WriteDatastore));
        Assert.Equal(AuditClass.NotStated, ClassOf(MlActions.ScoreAksService));
        Assert.Equal(
            AuditClass.NotStated,
            AuditCoverage.Of(Named("Microsoft.Storage/storageAccounts/blobs/write"), RuleSet.March2020, Plane.Data).Class);
    }

    [Fact]
    [Trait("Rule", "DEC-12")]
    public void Resource_logs_tell_of_managed_compute_and_later_of_runs_and_models()
    {
        Assert.Equal<string>(
            ["AmlComputeJobEvents"], AuditCoverage.Of(MlActions.SubmitRun, RuleSet.March2020).ResourceLogs);
        Assert.Equal<string>(
            ["AmlComputeClusterEvents", "AmlComputeClusterNodeEvents"],
            AuditCoverage.Of(MlActions.WriteCompute, RuleSet.March2020).ResourceLogs);
        var run = AuditCoverage.Of(MlActions.SubmitRun, RuleSet.Current);
        Assert.Equal(AuditClass.ResourceLog, run.Class);
        Assert.True(run.NamesActor);
        Assert.Equal(AuditClass.ResourceLog, AuditCoverage.Of(MlActions.ReadModel, RuleSet.Current).Class);
        Assert.Equal(AuditClass.ActivityLog, AuditCoverage.Of(MlActions.WriteCompute, RuleSet.Current).Class);
    }

    [Fact]
    [Trait("Rule", "DEC-12")]
    public void Every_class_is_reached()
    {
        var operations = OperationMatrix.Operations.SelectMany(row => row.Alternatives).SelectMany(way => way.Actions);
        var reached = operations.SelectMany(action => new[] { RuleSet.March2020, RuleSet.Current }
            .Select(rules => AuditCoverage.Of(action, rules).Class));

        Assert.Equal(Enum.GetValues<AuditClass>(), reached.Distinct().Order());
    }

    [Theory]
    [InlineData("AUTHZ-03", AuditClass.ActivityLog)]
    [InlineData("AUTHZ-04", AuditClass.ActivityLog)]
    [InlineData("AUTHZ-07", AuditClass.ActivityLog)]
    [InlineData("AUTHZ-08", AuditClass.NotStated)]
    [InlineData("AUTHZ-09", AuditClass.UnattributedActivity)]
    [InlineData("AUTHZ-10", AuditClass.NotLogged)]
    [InlineData("AUTHZ-11", AuditClass.UnattributedActivity)]
    [InlineData("AUTHZ-13", AuditClass.NotStated)]
    [InlineData("AUTHZ-15", AuditClass.NotStated)]
    [Trait("Rule", "DEC-12")]
    public void A_row_of_the_matrix_has_the_class_of_its_actions(string rule, AuditClass expected)
    {
        var row = OperationMatrix.Operations.Single(operation => operation.Rule.Text == rule);
        var coverage = AuditCoverage.Of(row, RuleSet.March2020);

        Assert.Equal(expected, coverage.Class);
        Assert.Contains(row.Name, coverage.ToString(), StringComparison.Ordinal);
        Assert.Equal(coverage, AuditCoverage.Of(row, RuleSet.March2020));
        Assert.Equal(coverage.GetHashCode(), AuditCoverage.Of(row, RuleSet.March2020).GetHashCode());
    }

    [Fact]
    [Trait("Rule", "SCOPE-02")]
    public void A_log_of_all_activity_is_answered_with_the_gap()
    {
        var summary = AuditCoverageSummary.OfMatrix(RuleSet.March2020);

        Assert.False(summary.IsComplete);
        Assert.Equal(
            "13 operations: 5 visible with their actor, 2 without, 2 not visible, 4 not stated", summary.ToString());
        Assert.Equal(8, summary.Findings.Length);
        Assert.All(summary.Findings, finding => Assert.Equal("SCOPE-02", finding.Rule.Text));
        Assert.Equal(
            [(FindingSeverity.Warning, 4), (FindingSeverity.Undetermined, 4)],
            summary.Findings.CountBy(finding => finding.Severity).Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal(
            summary.All.Length,
            summary.WithActor.Length + summary.WithoutActor.Length + summary.Unseen.Length + summary.NotStated.Length);
    }

    [Fact]
    [Trait("Rule", "SCOPE-02")]
    public void What_is_seen_with_its_actor_is_no_gap_and_a_resource_log_must_be_turned_on()
    {
        var seen = AuditCoverageSummary.Of(AuditCoverage.Of(MlActions.WriteWorkspace, RuleSet.March2020));
        var kept = AuditCoverageSummary.Of(AuditCoverage.Of(MlActions.WriteModel, RuleSet.Current));

        Assert.True(seen.IsComplete);
        Assert.Empty(seen.Findings);
        Assert.True(kept.IsComplete);
        Assert.Contains("ModelsChangeEvent", Assert.Single(kept.Findings).Remedy, StringComparison.Ordinal);
        Assert.Equal(seen, AuditCoverageSummary.Of(AuditCoverage.Of(MlActions.WriteWorkspace, RuleSet.March2020)));
        Assert.NotEqual(seen, kept);
        Assert.Empty(AuditCoverageSummary.Of(default).All);
    }

    private static AuditClass ClassOf(ActionName operation) => AuditCoverage.Of(operation, RuleSet.March2020).Class;

    private static ActionName Named(string text) => ActionName.Read(text).Expect();
}
