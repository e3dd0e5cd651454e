using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;

namespace AmlSecurity.PackageProof;

internal static class WorkspacesProof
{
    public static void Prove(Proof proof)
    {
        var policy = DiagnosticsPolicy.Of(hbiWorkspace: true, applicationInsights: false, RuleSet.March2020);
        proof.Equal(
            "the opt-out keeps names from being collected",
            CollectionAnswer.No,
            policy.Find(DiagnosticDataKind.ResourceNames).MayBeCollected);
        proof.Equal(
            "what the matrix leaves in no log is counted",
            "13 operations: 5 visible with their actor, 2 without, 2 not visible, 4 not stated",
            AuditCoverageSummary.OfMatrix(RuleSet.March2020).ToString());
        proof.Equal(
            "a mail address in a run id is found",
            PrivacyFindingKind.MailAddress,
            PrivacyLint.Default.CheckRunId("by-jane@contoso.com")[0].Kind);
    }
}
