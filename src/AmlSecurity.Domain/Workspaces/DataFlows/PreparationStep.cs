using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Lists what is done on a compute target before the scripts of a run start (FLOW-12, FLOW-13).</summary>
/// <remarks>The default is the first; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PreparationStep>))]
public enum PreparationStep
{
    /// <summary>The environment is prepared on unmanaged compute, without Docker.</summary>
    [JsonStringEnumMemberName("prepareEnvironment")]
    PrepareEnvironment,

    /// <summary>The environment is prepared in Docker, on a virtual machine or the machine of the user only.</summary>
    [JsonStringEnumMemberName("prepareEnvironmentInDocker")]
    PrepareEnvironmentInDocker,

    /// <summary>The code is downloaded to unmanaged compute.</summary>
    [JsonStringEnumMemberName("downloadCode")]
    DownloadCode,

    /// <summary>Environment variables and configuration are set on unmanaged compute.</summary>
    [JsonStringEnumMemberName("setConfiguration")]
    SetConfiguration,

    /// <summary>An image is built for managed compute, if one is needed.</summary>
    [JsonStringEnumMemberName("buildImage")]
    BuildImage,

    /// <summary>The management code is written to the file share, for managed compute.</summary>
    [JsonStringEnumMemberName("writeManagementCode")]
    WriteManagementCode,
}
