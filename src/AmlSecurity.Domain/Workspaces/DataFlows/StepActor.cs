using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Says who takes a step of a data flow.</summary>
/// <remarks>The default is the user; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StepActor>))]
public enum StepActor
{
    /// <summary>A user or service principal, by a client.</summary>
    [JsonStringEnumMemberName("user")]
    User,

    /// <summary>Azure Resource Manager.</summary>
    [JsonStringEnumMemberName("resourceManager")]
    ResourceManager,

    /// <summary>Azure Machine Learning: its resource provider and its services.</summary>
    [JsonStringEnumMemberName("service")]
    Service,

    /// <summary>The compute target on which a run is.</summary>
    [JsonStringEnumMemberName("computeTarget")]
    ComputeTarget,

    /// <summary>Whoever calls a web service.</summary>
    [JsonStringEnumMemberName("caller")]
    Caller,

    /// <summary>A deployed web service.</summary>
    [JsonStringEnumMemberName("webService")]
    WebService,
}
