using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Says what text a lint looked at.</summary>
/// <remarks>The default is a run id; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PrivacySubject>))]
public enum PrivacySubject
{
    /// <summary>The id of a run, which may be in telemetry that people read (DATA-04).</summary>
    RunId,

    /// <summary>The name of a resource, such as a dataset, an experiment or a workspace, which may be collected
    /// (DATA-01).</summary>
    ResourceName,

    /// <summary>The name of an environment variable.</summary>
    VariableName,

    /// <summary>The value of an environment variable, which may be logged and stored (DATA-03).</summary>
    VariableValue,
}
