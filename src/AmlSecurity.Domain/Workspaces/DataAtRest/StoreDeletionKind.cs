using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Says what makes a store go.</summary>
/// <remarks>The default is <see cref="NotStated"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StoreDeletionKind>))]
public enum StoreDeletionKind
{
    /// <summary>The rules do not say.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>Its owner deletes it like any resource of the subscription.</summary>
    [JsonStringEnumMemberName("byItsOwner")]
    ByItsOwner,

    /// <summary>It goes with its workspace, and in no other way (ENC-23, DEC-21).</summary>
    [JsonStringEnumMemberName("withWorkspaceOnly")]
    WithWorkspaceOnly,

    /// <summary>It goes when its machine is given back (ENC-34).</summary>
    [JsonStringEnumMemberName("whenDeprovisioned")]
    WhenDeprovisioned,

    /// <summary>It lasts as long as a run (ENC-38).</summary>
    [JsonStringEnumMemberName("whenRunEnds")]
    WhenRunEnds,
}
