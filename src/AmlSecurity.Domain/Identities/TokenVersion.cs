namespace AmlSecurity.Domain.Identities;

/// <summary>Lists the forms of an access token of Azure Active Directory.</summary>
/// <remarks>The default is <see cref="NotStated"/>.</remarks>
public enum TokenVersion
{
    /// <summary>Neither <c>ver</c> nor the issuer says.</summary>
    NotStated,

    /// <summary>1.0: the client is in <c>appid</c>, and <c>amr</c> says how the user signed in.</summary>
    V1,

    /// <summary>2.0: the client is in <c>azp</c>, and how the user signed in is not stated.</summary>
    V2,
}
