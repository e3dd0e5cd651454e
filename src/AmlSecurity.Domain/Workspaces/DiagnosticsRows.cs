using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>The rules on diagnostics, as rows and findings.</summary>
internal static class DiagnosticsRows
{
    /// <summary>The place of the flag in a workspace resource.</summary>
    public const string FlagPath = "$.properties.hbiWorkspace";

    private const string InsightsPath = "$.appInsightsEnabled";

    private static readonly RuleId Collected = RuleId.Of("DATA-01");
    private static readonly RuleId Storage = RuleId.Of("DATA-02");
    private static readonly RuleId Telemetry = RuleId.Of("DATA-04");
    private static readonly RuleId AutomatedMl = RuleId.Of("DATA-06");
    private static readonly RuleId Endpoints = RuleId.Of("DATA-07");
    private static readonly RuleId Reach = RuleId.Of("DEC-05");
    private static readonly RuleId Scoring = RuleId.Of("DEC-06");

    /// <summary>Gets DATA-05: the opt-out.</summary>
    public static RuleId OptOut { get; } = RuleId.Of("DATA-05");

    public static IEnumerable<DiagnosticsEntry> EntriesOf(bool? hbi, bool? insights)
    {
        var (answer, rule, reason) = hbi switch
        {
            true => (CollectionAnswer.No, Reach, "a workspace of high business impact is not diagnosed"),
            false => (CollectionAnswer.Yes, Collected, "may be collected for diagnostics"),
            null => (CollectionAnswer.NotStated, OptOut, "depends on a flag that is not known"),
        };
        yield return AtMicrosoft(DiagnosticDataKind.ResourceNames, answer, rule, reason);
        yield return AtMicrosoft(DiagnosticDataKind.EnvironmentVariables, answer, rule, reason);
        yield return hbi == false
            ? AtMicrosoft(
                DiagnosticDataKind.RunIds, CollectionAnswer.Yes, Telemetry, "may be in telemetry that people read")
            : AtMicrosoft(
                DiagnosticDataKind.RunIds,
                CollectionAnswer.NotStated,
                Reach,
                "that the opt-out reaches telemetry is not stated");
        yield return new DiagnosticsEntry(
            DiagnosticDataKind.ScoringDetails,
            insights switch
            {
                true => CollectionAnswer.Yes,
                false => CollectionAnswer.No,
                null => CollectionAnswer.NotStated,
            },
            DiagnosticsStore.ApplicationInsights,
            DiagnosticsKeys.NotStated,
            Scoring,
            "written only where Application Insights is enabled for the web service");
        yield return new DiagnosticsEntry(
            DiagnosticDataKind.AutomatedMlData,
            CollectionAnswer.No,
            DiagnosticsStore.WorkspaceDatastore,
            DiagnosticsKeys.OfTheStore,
            AutomatedMl,
            "stays in a datastore, under its access control and encryption");
    }

    public static IEnumerable<Finding> FindingsOf(bool? hbi, bool? insights)
    {
        switch (hbi)
        {
            case false:
                yield return new Finding(
                    OptOut,
                    FindingSeverity.Advice,
                    FlagPath,
                    "names and environment variables may be collected",
                    "set the flag to `true` when the workspace is created; it cannot be set later");
                yield return new Finding(
                    Storage,
                    FindingSeverity.Advice,
                    FlagPath,
                    "what is collected lies in subscriptions of Microsoft, under its keys");
                break;
            case true:
                yield return new Finding(
                    Reach,
                    FindingSeverity.Undetermined,
                    FlagPath,
                    "that run ids stay out of telemetry is not stated",
                    "keep run ids free of what is sensitive");
                break;
            default:
                yield return Finding.Open(OptOut, FlagPath, "the flag is not known");
                break;
        }

        yield return insights switch
        {
            true => new Finding(
                Endpoints,
                FindingSeverity.Advice,
                InsightsPath,
                "details of scoring requests are kept",
                "see that Application Insights encrypts them as you want"),
            false => new Finding(
                Scoring,
                FindingSeverity.Advice,
                InsightsPath,
                "no details of scoring requests are kept",
                "enable Application Insights for the web service"),
            null => Finding.Open(Scoring, InsightsPath, "it is not known whether it is enabled"),
        };
    }

    private static DiagnosticsEntry AtMicrosoft(
        DiagnosticDataKind kind, CollectionAnswer answer, RuleId rule, string reason) =>
        new(kind, answer, DiagnosticsStore.MicrosoftSubscription, DiagnosticsKeys.Microsoft, rule, reason);
}
