using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Lists who can read data of a workspace, as far as the rules say.</summary>
/// <remarks>The default is the service itself; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DataReader>))]
public enum DataReader
{
    /// <summary>Azure Machine Learning, for its own work.</summary>
    [JsonStringEnumMemberName("service")]
    Service,

    /// <summary>The managed identity of the workspace (IDENT-03 to IDENT-08, KV-04).</summary>
    [JsonStringEnumMemberName("workspaceIdentity")]
    WorkspaceIdentity,

    /// <summary>Whoever may view the workspace: Reader and wider (AUTHZ-10, AUTHZ-14).</summary>
    [JsonStringEnumMemberName("workspaceReaders")]
    WorkspaceReaders,

    /// <summary>Owners and contributors of the workspace (AUTHZ-21).</summary>
    [JsonStringEnumMemberName("workspaceContributors")]
    WorkspaceContributors,

    /// <summary>Whoever the access control of the store itself lets in.</summary>
    [JsonStringEnumMemberName("accessControlOfTheStore")]
    AccessControlOfTheStore,

    /// <summary>The run that the data belong to.</summary>
    [JsonStringEnumMemberName("theRun")]
    TheRun,

    /// <summary>People at Microsoft: diagnostics and support (DATA-01, DATA-04).</summary>
    [JsonStringEnumMemberName("microsoft")]
    Microsoft,

    /// <summary>The user at whose machine they are.</summary>
    [JsonStringEnumMemberName("user")]
    User,
}
