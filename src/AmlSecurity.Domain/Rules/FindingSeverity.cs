using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Rules;

/// <summary>Says how much a <see cref="Finding"/> weighs.</summary>
/// <remarks>Ordered from the lightest to the heaviest, <see cref="Undetermined"/> apart. The default is
/// <see cref="Advice"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Works, but the rule's source recommends otherwise.</summary>
    [JsonStringEnumMemberName("advice")]
    Advice,

    /// <summary>Works today and will surprise somebody.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Breaks the rule.</summary>
    [JsonStringEnumMemberName("violation")]
    Violation,

    /// <summary>Depends on something that the input does not say.</summary>
    [JsonStringEnumMemberName("undetermined")]
    Undetermined,
}
