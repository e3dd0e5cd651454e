using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces.Assessment;

namespace AmlSecurity.Conformance;

/// <summary>Reads the facts of an assessment. What is absent is not known.</summary>
internal static class WorkspaceFacts
{
    private static readonly ImmutableHashSet<string> Known =
    [
        "isCosmosDbKeyEnabled", "areProvidersRegistered", "isAppContributor", "subscription", "vaultRegion",
        "vaultSoftDelete", "vaultPurgeProtection", "workspaceKeyBits", "storageKeyBits", "isDataSensitive",
        "kubernetesVersion", "areKubernetesDisksEncrypted", "serviceAddress", "environmentVariables", "runIds",
        "hasWorkspaceStorageKey", "haveDatastoresStorageKey",
    ];

    public static AssessmentFacts Read(Arguments? facts)
    {
        if (facts is null)
        {
            return AssessmentFacts.None;
        }

        if (facts.Names.FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
        {
            throw facts.Malformed(unknown, unknown, "it is no fact");
        }

        return new AssessmentFacts
        {
            IsCosmosDbKeyEnabled = facts.OptionalFlag("isCosmosDbKeyEnabled"),
            AreProvidersRegistered = facts.OptionalFlag("areProvidersRegistered"),
            IsAppContributor = facts.OptionalFlag("isAppContributor"),
            Subscription = facts.OptionalText("subscription"),
            Vault = new KeyVaultFacts(
                RegionOf(facts), facts.OptionalFlag("vaultSoftDelete"), facts.OptionalFlag("vaultPurgeProtection")),
            WorkspaceKeyBits = BitsOf(facts, "workspaceKeyBits"),
            StorageKeyBits = BitsOf(facts, "storageKeyBits"),
            IsDataSensitive = facts.OptionalFlag("isDataSensitive"),
            Kubernetes = VersionOf(facts),
            AreKubernetesDisksEncrypted = facts.OptionalFlag("areKubernetesDisksEncrypted"),
            ServiceAddress = facts.OptionalText("serviceAddress"),
            EnvironmentVariables = facts.OptionalObject("environmentVariables") is { } variables
                ? variables.Names.ToImmutableSortedDictionary(name => name, variables.Text, StringComparer.Ordinal)
                : null,
            RunIds = facts.Has("runIds") ? facts.Texts("runIds") : null,
            HasWorkspaceStorageKey = facts.OptionalFlag("hasWorkspaceStorageKey"),
            HaveDatastoresStorageKey = facts.OptionalFlag("haveDatastoresStorageKey"),
        };
    }

    private static int? BitsOf(Arguments facts, string name) =>
        facts.Has(name) ? (int)Math.Min(facts.Count(name), int.MaxValue) : null;

    private static Region? RegionOf(Arguments facts) =>
        facts.OptionalText("vaultRegion") is not { } text ? null
        : Region.Read(text).TryPickT0(out var region, out var fault) ? region
        : throw facts.Malformed("vaultRegion", text, fault);

    private static KubernetesVersion? VersionOf(Arguments facts) =>
        facts.OptionalText("kubernetesVersion") is not { } text ? null
        : KubernetesVersion.Read(text).TryPickT0(out var version, out var fault) ? version
        : throw facts.Malformed("kubernetesVersion", text, fault);
}
