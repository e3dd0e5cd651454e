using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Says by what it was decided whether somebody may take a step (DEC-16).</summary>
/// <remarks>The default is <see cref="Actions"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StepBasis>))]
public enum StepBasis
{
    /// <summary>The access policy, asked about each action that the step takes.</summary>
    [JsonStringEnumMemberName("actions")]
    Actions,

    /// <summary>The matrix of operations and roles.</summary>
    [JsonStringEnumMemberName("matrix")]
    Matrix,
}
