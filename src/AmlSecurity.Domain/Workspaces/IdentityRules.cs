using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>The rules that answers about identities and credentials cite.</summary>
internal static class IdentityRules
{
    /// <summary>Gets IDENT-01: a workspace has one identity, assigned by the system.</summary>
    public static RuleId OneIdentity { get; } = RuleId.Of("IDENT-01");

    /// <summary>Gets IDENT-02: it has the name of the workspace.</summary>
    public static RuleId Name { get; } = RuleId.Of("IDENT-02");

    /// <summary>Gets IDENT-03: Contributor on the workspace.</summary>
    public static RuleId OnWorkspace { get; } = RuleId.Of("IDENT-03");

    /// <summary>Gets IDENT-04: Storage Blob Data Contributor on the storage account.</summary>
    public static RuleId OnStorage { get; } = RuleId.Of("IDENT-04");

    /// <summary>Gets IDENT-05: all of the key vault's content.</summary>
    public static RuleId InVault { get; } = RuleId.Of("IDENT-05");

    /// <summary>Gets IDENT-06: Contributor on the container registry.</summary>
    public static RuleId OnRegistry { get; } = RuleId.Of("IDENT-06");

    /// <summary>Gets IDENT-07: Contributor on the resource group of the workspace.</summary>
    public static RuleId OnWorkspaceGroup { get; } = RuleId.Of("IDENT-07");

    /// <summary>Gets IDENT-08: Contributor on the resource group of the key vault.</summary>
    public static RuleId OnVaultGroup { get; } = RuleId.Of("IDENT-08");

    /// <summary>Gets IDENT-09: these grants and no others.</summary>
    public static RuleId Count { get; } = RuleId.Of("IDENT-09");

    /// <summary>Gets IDENT-10: none of them should be revoked.</summary>
    public static RuleId DoNotRevoke { get; } = RuleId.Of("IDENT-10");

    /// <summary>Gets IDENT-11: resynchronising the keys restores them.</summary>
    public static RuleId Restore { get; } = RuleId.Of("IDENT-11");

    /// <summary>Gets DEC-04: a password that a user supplies is used once and not kept.</summary>
    public static RuleId SuppliedPassword { get; } = RuleId.Of("DEC-04");

    /// <summary>Gets DEC-19: one support application for a subscription and region.</summary>
    public static RuleId SupportApplication { get; } = RuleId.Of("DEC-19");

    /// <summary>Gets KV-01: what the vault of the workspace holds.</summary>
    public static RuleId WorkspaceVault { get; } = RuleId.Of("KV-01");

    /// <summary>Gets KV-02: what lies in a vault of Microsoft.</summary>
    public static RuleId MicrosoftVault { get; } = RuleId.Of("KV-02");

    /// <summary>Gets KV-03: what users supply is not stored.</summary>
    public static RuleId NothingSupplied { get; } = RuleId.Of("KV-03");

    /// <summary>Gets KV-04: the identity reads the whole vault of the workspace.</summary>
    public static RuleId IdentityReadsVault { get; } = RuleId.Of("KV-04");

    /// <summary>Gets SYNC-01: after a storage key is regenerated, workspace and datastores are both updated.</summary>
    public static RuleId UpdateBoth { get; } = RuleId.Of("SYNC-01");

    /// <summary>Gets SYNC-02: the workspace follows within the hour, and at once when it is resynchronised.</summary>
    public static RuleId WorkspaceFollows { get; } = RuleId.Of("SYNC-02");
}
