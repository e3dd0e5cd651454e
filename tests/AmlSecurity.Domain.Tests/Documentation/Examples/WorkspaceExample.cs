using AmlSecurity.Domain.Tests.Workspaces;
using AmlSecurity.Domain.Workspaces;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/workspaces.md</c>.</summary>
public sealed class WorkspaceExample
{
    [Fact]
    public void What_an_identity_has_lost_is_found()
    {
        var identity = IdentityLab.Identity();
        var principal = IdentityLab.IdentityId;
        var policy = IdentityLab.Policy(
            [.. identity.ToAssignments(principal).Where(assignment => assignment.Scope != IdentityLab.Storage)]);
        var vaultAccess = VaultAccess.Everything;
        using var Console = new StringWriter { NewLine = "\n" };

        // <example>
        var drift = IdentityDrift.Compare(identity, principal, policy, vaultAccess);
        foreach (var finding in drift.Findings)
        {
            Console.WriteLine(finding);
        }
        // </example>

        DocumentedOutput.IsOn("docs/workspaces.md", Console);
    }
}
