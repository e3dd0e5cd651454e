using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says where data of diagnostics lie.</summary>
/// <remarks>The default is a subscription of Microsoft; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosticsStore>))]
public enum DiagnosticsStore
{
    /// <summary>Subscriptions that Microsoft owns (DATA-02).</summary>
    [JsonStringEnumMemberName("microsoftSubscription")]
    MicrosoftSubscription,

    /// <summary>Application Insights in the user's subscription.</summary>
    [JsonStringEnumMemberName("applicationInsights")]
    ApplicationInsights,

    /// <summary>A datastore of the workspace (DATA-06).</summary>
    [JsonStringEnumMemberName("workspaceDatastore")]
    WorkspaceDatastore,
}
