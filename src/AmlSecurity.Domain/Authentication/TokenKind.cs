namespace AmlSecurity.Domain.Authentication;

/// <summary>Lists the kinds of tokens and keys whose lifetimes are known or supplied.</summary>
/// <remarks>The default is <see cref="AccessToken"/>. No order.</remarks>
public enum TokenKind
{
    /// <summary>An access token of Azure Active Directory, such as the one for Azure Resource Manager.</summary>
    AccessToken,

    /// <summary>An access token of a client that takes part in continuous access evaluation.</summary>
    ContinuouslyEvaluatedAccessToken,

    /// <summary>The token of a managed identity.</summary>
    ManagedIdentityToken,

    /// <summary>A key of a web service.</summary>
    WebServiceKey,

    /// <summary>A token of a web service.</summary>
    WebServiceToken,

    /// <summary>The service token of a run.</summary>
    RunToken,
}
