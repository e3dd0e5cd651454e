using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Says what a <c>*</c> between two slashes covers (RBAC-05).</summary>
/// <remarks>
/// The service's rule is not published. Of 30 answers that its documentation gives, the Azure reading meets 29 and the
/// literal one 21. At either end of a pattern both readings agree: one segment or more. The default is
/// <see cref="Azure"/>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<WildcardReading>))]
public enum WildcardReading
{
    /// <summary>Zero segments or more: <c>X/*/read</c> covers <c>X/read</c>.</summary>
    [JsonStringEnumMemberName("azure")]
    Azure,

    /// <summary>One segment or more: <c>X/*/read</c> does not cover <c>X/read</c>.</summary>
    [JsonStringEnumMemberName("literal")]
    Literal,
}
