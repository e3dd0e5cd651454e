using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Says which of the two planes an operation belongs to (RBAC-06).</summary>
/// <remarks>
/// Neither implies the other, and 13 real operation names exist in both. Azure Machine Learning has no data actions:
/// scoring and listing keys are control-plane operations. The default is <see cref="Control"/>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Plane>))]
public enum Plane
{
    /// <summary>Operations on resources: <c>actions</c> and <c>notActions</c>.</summary>
    [JsonStringEnumMemberName("control")]
    Control,

    /// <summary>Operations on the data inside them: <c>dataActions</c> and <c>notDataActions</c>.</summary>
    [JsonStringEnumMemberName("data")]
    Data,
}
