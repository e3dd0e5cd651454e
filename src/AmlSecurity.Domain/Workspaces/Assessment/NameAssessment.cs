using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges the names and the identity of a workspace, and the resources that it is made with (WS-01, WS-03,
/// WS-07, IDENT-01).</summary>
internal static class NameAssessment
{
    private const int LongestStorageName = 24;
    private const int ShortestStorageName = 3;

    public static IEnumerable<Finding> Assess(Estate estate, WorkspaceConfiguration workspace)
    {
        var name = workspace.Resource.Name;
        if (name.IsUnresolved)
        {
            yield return Say.Open(AssessmentRules.WorkspaceName, name, "whether the name is one is not known");
        }
        else if (WorkspaceName.Read(name.AsText).TryPickT1(out var fault, out _))
        {
            yield return Say.Violation(
                AssessmentRules.WorkspaceName,
                name,
                $"{Plaintext.Quote(name.AsText)} is no name of a workspace: {fault}",
                "use 3 to 33 letters, digits and dashes");
        }

        foreach (var finding in Identity(workspace).Concat(StorageName(workspace)).Concat(Registry(estate, workspace)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Identity(WorkspaceConfiguration workspace)
    {
        var type = workspace.IdentityType;
        if (type.IsUnresolved)
        {
            yield return Say.Open(AssessmentRules.SystemIdentity, type, "the kind of identity is not known");
        }
        else if (type.IsKnown
            && !string.Equals(type.AsText, "SystemAssigned", StringComparison.OrdinalIgnoreCase))
        {
            yield return Say.Violation(
                AssessmentRules.SystemIdentity,
                type,
                $"{Plaintext.Quote(type.AsText)} is no identity that a workspace has",
                "use `SystemAssigned`");
        }
        else if (!type.IsKnown && workspace.Resource.Type is not null)
        {
            // The body of an update has no type, and leaves the identity as it is.
            yield return Say.Open(
                AssessmentRules.SystemIdentity,
                workspace.Resource.Body["identity"],
                "each workspace has an identity, and this one's is not told");
        }
    }

    // An account of such a name cannot exist, and the workspace keeps the account that it was made with.
    private static IEnumerable<Finding> StorageName(WorkspaceConfiguration workspace)
    {
        if (workspace.StorageAccount.AsText is { } text
            && ResourceId.Read(text, Strictness.Lenient).TryPickT0(out var id, out _)
            && !id.IsUnresolved
            && id.Name is { } name
            && !IsStorageName(name))
        {
            yield return Say.Warning(
                AssessmentRules.FixedResources,
                workspace.StorageAccount,
                $"{Plaintext.Quote(name)} is no name of a storage account",
                "use 3 to 24 small letters and digits");
        }
    }

    private static bool IsStorageName(string name) =>
        name.Length is >= ShortestStorageName and <= LongestStorageName
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character));

    private static IEnumerable<Finding> Registry(Estate estate, WorkspaceConfiguration workspace)
    {
        if (estate.Find(workspace.ContainerRegistry, Estate.RegistryType) is { } registry)
        {
            var admin = registry.Properties["adminUserEnabled"];
            var isEnabled = admin.IsUnresolved ? null : admin.AsBoolean ?? (admin.IsKnown ? null : (bool?)false);
            if (Say.Demand(
                AssessmentRules.RegistryAdmin,
                admin,
                isEnabled,
                "the registry of the workspace has its admin user enabled",
                "set `adminUserEnabled` to `true`") is { } finding)
            {
                yield return finding;
            }
        }
    }
}
