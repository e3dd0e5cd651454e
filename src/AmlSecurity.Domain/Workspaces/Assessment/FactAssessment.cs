using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges what documents do not hold: environment variables, run ids, role assignments, storage keys (DATA-03,
/// DATA-04, IDENT-10, SYNC-01). What is not known and depends on no document is left out.</summary>
internal static class FactAssessment
{
    public static IEnumerable<Finding> Data(AssessmentFacts facts)
    {
        foreach (var (name, value) in facts.EnvironmentVariables ?? ImmutableSortedDictionary<string, string>.Empty)
        {
            foreach (var found in PrivacyLint.Default.CheckEnvironment(name, value))
            {
                yield return found.At($"$.facts.environmentVariables[{Plaintext.Quote(name)}]");
            }
        }

        var at = 0;
        foreach (var id in facts.RunIds ?? [])
        {
            foreach (var found in PrivacyLint.Default.CheckRunId(id))
            {
                yield return found.At($"$.facts.runIds[{at}]");
            }

            at++;
        }
    }

    public static IEnumerable<Finding> Of(WorkspaceConfiguration workspace, AssessmentFacts facts) =>
        [.. Access(workspace, facts), .. StorageKeys(workspace, facts)];

    private static ImmutableArray<Finding> Access(WorkspaceConfiguration workspace, AssessmentFacts facts)
    {
        if (facts.Access is not { } policy || facts.WorkspaceIdentity is not { } principal)
        {
            return [Say.Open(
                AssessmentRules.IdentityAccess,
                workspace.Resource.Body["identity"],
                "whether the identity of the workspace has its grants is not known")];
        }

        return workspace.Id is { } id
            && IdOf(workspace.StorageAccount) is { } storage
            && IdOf(workspace.KeyVault) is { } vault
            && AssociatedResources.Create(id, storage, vault, IdOf(workspace.ContainerRegistry))
                .TryPickT0(out var resources, out _)
            ?
            [
                .. IdentityDrift
                    .Compare(WorkspaceIdentity.Of(resources), principal, policy, facts.IdentityVaultAccess)
                    .Findings.Select(finding => finding with { Path = $"$.facts{finding.Path[1..]}" }),
            ]
            : [Say.Open(
                AssessmentRules.IdentityAccess,
                workspace.Properties,
                "which resources the identity of the workspace needs is not known")];
    }

    private static IEnumerable<Finding> StorageKeys(WorkspaceConfiguration workspace, AssessmentFacts facts) =>
        (facts.HasWorkspaceStorageKey, facts.HaveDatastoresStorageKey) is (false, _) or (_, false)
            ?
            [
                Say.Violation(
                    AssessmentRules.StorageKeys,
                    workspace.StorageAccount,
                    (facts.HasWorkspaceStorageKey, facts.HaveDatastoresStorageKey) switch
                    {
                        (false, false) => "neither workspace nor datastores have the present access key",
                        (false, _) => "the workspace has not the present access key",
                        _ => "the datastores have not the present access key",
                    },
                    "resynchronise the keys of the workspace, and register the datastores again"),
            ]
            : [];

    private static ResourceId? IdOf(ConfigurationNode node) =>
        ResourceId.Read(node.AsText, Strictness.Lenient).TryPickT0(out var id, out _) ? id : null;
}
