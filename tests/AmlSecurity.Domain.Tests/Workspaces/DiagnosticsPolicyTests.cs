using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;

namespace AmlSecurity.Domain.Tests.Workspaces;

public sealed class DiagnosticsPolicyTests
{
    [Fact]
    [Trait("Rule", "DATA-01")]
    [Trait("Rule", "DATA-02")]
    public void Without_the_opt_out_names_and_variables_may_go_to_Microsoft_under_its_keys()
    {
        var policy = Of(hbi: false);

        foreach (var kind in new[] { DiagnosticDataKind.ResourceNames, DiagnosticDataKind.EnvironmentVariables })
        {
            var entry = policy.Find(kind);

            Assert.Equal(CollectionAnswer.Yes, entry.MayBeCollected);
            Assert.Equal((DiagnosticsStore.MicrosoftSubscription, DiagnosticsKeys.Microsoft), (entry.Store, entry.Keys));
            Assert.Equal("DATA-01", entry.Rule.Text);
        }

        Assert.Equal("DATA-04", policy.Find(DiagnosticDataKind.RunIds).Rule.Text);
        Assert.Equal(CollectionAnswer.Yes, policy.Find(DiagnosticDataKind.RunIds).MayBeCollected);
        Assert.Contains(policy.Findings, finding => finding.Rule.Text == "DATA-02");
    }

    [Fact]
    [Trait("Rule", "DEC-05")]
    public void With_the_opt_out_nothing_is_collected_and_run_ids_in_telemetry_are_not_stated()
    {
        var policy = Of(hbi: true);

        Assert.Equal(CollectionAnswer.No, policy.Find(DiagnosticDataKind.ResourceNames).MayBeCollected);
        Assert.Equal(CollectionAnswer.No, policy.Find(DiagnosticDataKind.EnvironmentVariables).MayBeCollected);
        Assert.Equal(CollectionAnswer.NotStated, policy.Find(DiagnosticDataKind.RunIds).MayBeCollected);
        Assert.Contains(policy.Findings, finding => finding is { Rule.Text: "DEC-05", Severity: FindingSeverity.Undetermined });
    }

    [Fact]
    [Trait("Rule", "DATA-05")]
    public void The_opt_out_is_chosen_at_creation_and_never_after()
    {
        Assert.Contains(Of(hbi: false).Findings, finding => finding is { Rule.Text: "DATA-05", Severity: FindingSeverity.Advice });
        Assert.Contains(Of(hbi: null).Findings, finding => finding is { Rule.Text: "DATA-05", Severity: FindingSeverity.Undetermined });
        Assert.DoesNotContain(Of(hbi: true).Findings, finding => finding.Rule.Text == "DATA-05");
        Assert.Null(DiagnosticsPolicy.AssessChange(before: true, after: true));
        Assert.Equal(FindingSeverity.Violation, DiagnosticsPolicy.AssessChange(before: false, after: true)?.Severity);
        Assert.Equal("DATA-05", DiagnosticsPolicy.AssessChange(before: true, after: false)?.Rule.Text);
        Assert.Equal(CollectionAnswer.NotStated, Of(hbi: null).Find(DiagnosticDataKind.ResourceNames).MayBeCollected);
    }

    [Fact]
    [Trait("Rule", "DATA-06")]
    public void Data_of_automated_machine_learning_stay_in_a_datastore_whatever_the_flag() =>
        Assert.All(new bool?[] { true, false, null }, hbi =>
        {
            var entry = Of(hbi).Find(DiagnosticDataKind.AutomatedMlData);

            Assert.Equal(CollectionAnswer.No, entry.MayBeCollected);
            Assert.Equal((DiagnosticsStore.WorkspaceDatastore, DiagnosticsKeys.OfTheStore), (entry.Store, entry.Keys));
        });

    [Theory]
    [InlineData(true, CollectionAnswer.Yes, "DATA-07", FindingSeverity.Advice)]
    [InlineData(false, CollectionAnswer.No, "DEC-06", FindingSeverity.Advice)]
    [InlineData(null, CollectionAnswer.NotStated, "DEC-06", FindingSeverity.Undetermined)]
    [Trait("Rule", "DEC-06")]
    [Trait("Rule", "DATA-07")]
    public void Details_of_scoring_are_kept_only_where_that_is_enabled(
        bool? insights, CollectionAnswer expected, string rule, FindingSeverity severity)
    {
        var policy = DiagnosticsPolicy.Of(true, insights, RuleSet.March2020);
        var entry = policy.Find(DiagnosticDataKind.ScoringDetails);

        Assert.Equal(expected, entry.MayBeCollected);
        Assert.Equal(DiagnosticsStore.ApplicationInsights, entry.Store);
        Assert.Contains(policy.Findings, finding => finding.Rule.Text == rule && finding.Severity == severity);
    }

    [Fact]
    public void Every_kind_has_one_entry_and_equal_settings_are_equal()
    {
        var policy = Of(hbi: true);

        Assert.Equal(Enum.GetValues<DiagnosticDataKind>(), policy.Entries.Select(entry => entry.Kind));
        Assert.Equal(policy, Of(hbi: true));
        Assert.Equal(policy.GetHashCode(), Of(hbi: true).GetHashCode());
        Assert.NotEqual(policy, Of(hbi: false));
        Assert.NotEqual(policy, DiagnosticsPolicy.Of(true, true, RuleSet.Current));
        Assert.Throws<ArgumentOutOfRangeException>(() => policy.Find((DiagnosticDataKind)9));
        Assert.Throws<ArgumentNullException>(() => DiagnosticsPolicy.Of(true, true, null!));
    }

    private static DiagnosticsPolicy Of(bool? hbi) => DiagnosticsPolicy.Of(hbi, true, RuleSet.March2020);
}
