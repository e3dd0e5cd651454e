using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says in findings what a comparison has shown.</summary>
/// <remarks>
/// That nobody should revoke a grant is advice to whoever thinks of it. Once one is gone the table is broken and the
/// workspace with it, hence a violation. More than the table is advice: it works, and opens more than it must.
/// </remarks>
internal static class IdentityFindings
{
    private const string AssignmentsPath = "$.assignments";
    private const string VaultPath = "$.vaultAccess";

    public static IEnumerable<Finding> Of(
        WorkspaceIdentity identity, ImmutableArray<GrantCheck> checks, ImmutableArray<ExtraAssignment> extra) =>
        [
            .. checks.Select(check => Of(identity, check)).OfType<Finding>(),
            .. extra.Select(beyond => Of(identity, beyond)),
        ];

    private static Finding? Of(WorkspaceIdentity identity, GrantCheck check)
    {
        var path = check.Grant.Kind == IdentityGrantKind.VaultAccess ? VaultPath : AssignmentsPath;
        var who = Plaintext.Quote(identity.Name);
        return check.Status switch
        {
            GrantStatus.Missing => new Finding(
                IdentityRules.DoNotRevoke,
                FindingSeverity.Violation,
                path,
                $"{who} has lost {check.Grant}: {check.Reason}",
                $"resync the keys of the workspace, which takes `{MlActions.ResyncKeys}` ({IdentityRules.Restore})"),
            GrantStatus.Undetermined => new Finding(
                check.Grant.Rule,
                FindingSeverity.Undetermined,
                path,
                $"whether {who} has {check.Grant} is not known: {check.Reason}",
                check.Grant.Kind == IdentityGrantKind.VaultAccess
                    ? "list the access policies of the vault"
                    : "add the role to the definitions, or assign it without a condition"),
            _ => null,
        };
    }

    private static Finding Of(WorkspaceIdentity identity, ExtraAssignment extra)
    {
        var role = Plaintext.Quote(extra.Assignment.Role.ToString());
        var covers = string.Join(", ", extra.Covers);
        return new Finding(
            IdentityRules.Count,
            FindingSeverity.Advice,
            $"{AssignmentsPath}[{extra.Index}]",
            $"{Plaintext.Quote(identity.Name)} has {role} on {Plaintext.Quote(extra.Assignment.Scope.Text)}, "
            + "which the table does not call for"
            + (covers.Length == 0 ? "" : $", though it gives {covers}"),
            covers.Length == 0
                ? "remove it unless something else needs it"
                : "make the assignments of the table before you remove it");
    }
}
