using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>The rules that an assessment cites by itself; those of the other rooms come with their findings.</summary>
internal static class AssessmentRules
{
    public static RuleId WorkspaceName { get; } = RuleId.Of("WS-01");

    public static RuleId FixedSettings { get; } = RuleId.Of("WS-02");

    public static RuleId FixedResources { get; } = RuleId.Of("WS-03");

    public static RuleId NoWayBack { get; } = RuleId.Of("WS-04");

    public static RuleId PatchedMembers { get; } = RuleId.Of("WS-05");

    public static RuleId EmptyEncryption { get; } = RuleId.Of("WS-06");

    public static RuleId RegistryAdmin { get; } = RuleId.Of("WS-07");

    public static RuleId HighBusinessImpact { get; } = RuleId.Of("ENC-01");

    public static RuleId CosmosDbEnabled { get; } = RuleId.Of("ENC-14");

    public static RuleId Providers { get; } = RuleId.Of("ENC-15");

    public static RuleId AppContributor { get; } = RuleId.Of("ENC-16");

    public static RuleId BothParameters { get; } = RuleId.Of("ENC-17");

    public static RuleId VersionedKey { get; } = RuleId.Of("ENC-18");

    public static RuleId VaultId { get; } = RuleId.Of("ENC-19");

    public static RuleId VaultPlace { get; } = RuleId.Of("ENC-20");

    public static RuleId OneVault { get; } = RuleId.Of("ENC-21");

    public static RuleId RegistryKey { get; } = RuleId.Of("ENC-27");

    public static RuleId TemporaryDisk { get; } = RuleId.Of("ENC-37");

    public static RuleId SystemKeysOnly { get; } = RuleId.Of("ENC-38");

    public static RuleId VaultProtection { get; } = RuleId.Of("CMK-01");

    public static RuleId KeySize { get; } = RuleId.Of("CMK-02");

    public static RuleId SystemIdentity { get; } = RuleId.Of("IDENT-01");

    public static RuleId IdentityAccess { get; } = RuleId.Of("IDENT-10");

    public static RuleId SuppliedPassword { get; } = RuleId.Of("DEC-04");

    public static RuleId Environment { get; } = RuleId.Of("DATA-03");

    public static RuleId RunIds { get; } = RuleId.Of("DATA-04");

    public static RuleId StorageKeys { get; } = RuleId.Of("SYNC-01");

    public static RuleId OneForm { get; } = RuleId.Of("AUTHN-08");

    public static RuleId Anonymous { get; } = RuleId.Of("DEC-10");

    public static RuleId ScoringLog { get; } = RuleId.Of("DEC-06");

    public static RuleId OptionalTls { get; } = RuleId.Of("TLS-01");

    public static RuleId ScoringVersion { get; } = RuleId.Of("TLS-03");

    public static RuleId Certificate { get; } = RuleId.Of("TLS-04");

    public static RuleId NetworkPlace { get; } = RuleId.Of("VNET-01");
}
