using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says who may read a credential.</summary>
/// <remarks>The default is the workspace's identity; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CredentialReaderKind>))]
public enum CredentialReaderKind
{
    /// <summary>The identity of the workspace, which may read its whole vault (KV-04, IDENT-05).</summary>
    [JsonStringEnumMemberName("workspaceIdentity")]
    WorkspaceIdentity,

    /// <summary>Whoever an access policy of the workspace's vault lets read secrets.</summary>
    [JsonStringEnumMemberName("vaultReaders")]
    VaultReaders,

    /// <summary>Whoever may read the workspace, Readers included.</summary>
    [JsonStringEnumMemberName("workspaceReaders")]
    WorkspaceReaders,

    /// <summary>Azure Machine Learning itself, which reaches compute targets with it (KV-03).</summary>
    [JsonStringEnumMemberName("service")]
    Service,
}
