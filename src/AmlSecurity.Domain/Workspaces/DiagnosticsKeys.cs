using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says whose keys encrypt data of diagnostics at rest.</summary>
/// <remarks>The default is <see cref="NotStated"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosticsKeys>))]
public enum DiagnosticsKeys
{
    /// <summary>The rules do not say.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>Keys that Microsoft manages (DATA-02).</summary>
    [JsonStringEnumMemberName("microsoft")]
    Microsoft,

    /// <summary>Those of the store that the user chose: keys of Microsoft unless own ones are set up.</summary>
    [JsonStringEnumMemberName("ofTheStore")]
    OfTheStore,
}
