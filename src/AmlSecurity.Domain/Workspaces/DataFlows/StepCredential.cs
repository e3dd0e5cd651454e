using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Says by what an actor proves who it is in a step of a data flow.</summary>
/// <remarks>The default is <see cref="None"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StepCredential>))]
public enum StepCredential
{
    /// <summary>Nothing: the step stays on one machine.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>What Azure Active Directory asks for (AUTHN-01, AUTHN-02).</summary>
    [JsonStringEnumMemberName("directorySignIn")]
    DirectorySignIn,

    /// <summary>The token for Azure Resource Manager (AUTHN-03).</summary>
    [JsonStringEnumMemberName("armToken")]
    ArmToken,

    /// <summary>The service token of a run (AUTHN-04, AUTHN-06).</summary>
    [JsonStringEnumMemberName("serviceToken")]
    ServiceToken,

    /// <summary>The managed identity of the workspace (IDENT-01).</summary>
    [JsonStringEnumMemberName("managedIdentity")]
    ManagedIdentity,

    /// <summary>SSH credentials from the vault of Microsoft (KV-02).</summary>
    [JsonStringEnumMemberName("ssh")]
    Ssh,

    /// <summary>A key or token of the web service (AUTHN-07).</summary>
    [JsonStringEnumMemberName("webServiceCredential")]
    WebServiceCredential,

    /// <summary>Something between services of Microsoft that the rules do not name.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,
}
