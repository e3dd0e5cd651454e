using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Says why a part of a condition came out as it did.</summary>
/// <remarks>The default is <see cref="Evaluated"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ConditionReason>))]
public enum ConditionReason
{
    /// <summary>By what was compared.</summary>
    [JsonStringEnumMemberName("evaluated")]
    Evaluated,

    /// <summary>False, because an attribute is missing or has no value.</summary>
    [JsonStringEnumMemberName("attributeMissing")]
    AttributeMissing,

    /// <summary>False, because a value is of another type than the operator's.</summary>
    [JsonStringEnumMemberName("otherType")]
    OtherType,

    /// <summary>False, because a side has several values and the operator takes one.</summary>
    [JsonStringEnumMemberName("severalValues")]
    SeveralValues,
}
