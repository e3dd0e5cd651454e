using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says in which key vault a credential lies, and with that in whose subscription.</summary>
/// <remarks>The default is <see cref="NotStated"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CredentialVault>))]
public enum CredentialVault
{
    /// <summary>The rules do not say.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>In none: it is used once and not stored (KV-03, DEC-04).</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>In the vault of the workspace, in the customer's subscription (KV-01).</summary>
    [JsonStringEnumMemberName("workspace")]
    Workspace,

    /// <summary>In a vault apart, in a subscription of Microsoft (KV-02).</summary>
    [JsonStringEnumMemberName("microsoft")]
    Microsoft,
}
