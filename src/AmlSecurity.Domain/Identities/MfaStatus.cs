using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Identities;

/// <summary>Says whether a token shows that its user signed in with more than one factor (AUTHN-01).</summary>
/// <remarks>In JSON <c>notStated</c>, <c>notSatisfied</c>, <c>satisfied</c>. The default is
/// <see cref="NotStated"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MfaStatus>))]
public enum MfaStatus
{
    /// <summary>The token cannot say; those of version 2.0 do not.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>The token lists how the user signed in, and that is one factor.</summary>
    [JsonStringEnumMemberName("notSatisfied")]
    NotSatisfied,

    /// <summary>The token lists more than one factor.</summary>
    [JsonStringEnumMemberName("satisfied")]
    Satisfied,
}
