using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Lists the disks of a node of managed compute.</summary>
/// <remarks>The default is the disk of the operating system; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ComputeDisk>))]
public enum ComputeDisk
{
    /// <summary>The disk of the operating system, kept in Azure Storage (ENC-33).</summary>
    [JsonStringEnumMemberName("os")]
    Os,

    /// <summary>The local temporary disk (ENC-36).</summary>
    [JsonStringEnumMemberName("temporary")]
    Temporary,
}
