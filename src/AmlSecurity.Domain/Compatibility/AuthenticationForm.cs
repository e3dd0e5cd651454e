using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Lists the forms in which a web service authenticates its callers (AUTHN-07).</summary>
/// <remarks>The default is <see cref="Key"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<AuthenticationForm>))]
public enum AuthenticationForm
{
    /// <summary>A static key.</summary>
    [JsonStringEnumMemberName("key")]
    Key,

    /// <summary>A token that expires.</summary>
    [JsonStringEnumMemberName("token")]
    Token,
}
