using System.Collections.Frozen;

namespace AmlSecurity.Domain.Identities;

/// <summary>The names of the claims that are looked at, and the longer names that .NET and activity logs give
/// them.</summary>
internal static class ClaimNames
{
    public const string Account = "acct";
    public const string Audience = "aud";
    public const string AuthenticationMethods = "amr";
    public const string AuthorizedParty = "azp";
    public const string ClientId = "appid";
    public const string Elsewhere = "_claim_names";
    public const string Email = "email";
    public const string Expires = "exp";
    public const string Groups = "groups";
    public const string HasGroups = "hasgroups";
    public const string HomeObjectId = "home_oid";
    public const string IdentityProvider = "idp";
    public const string IdentityType = "idtyp";
    public const string IssuedAt = "iat";
    public const string Issuer = "iss";
    public const string ManagedIdentityResource = "xms_mirid";
    public const string NotBefore = "nbf";
    public const string ObjectId = "oid";
    public const string PreferredUserName = "preferred_username";
    public const string Roles = "roles";
    public const string Scopes = "scp";
    public const string Subject = "sub";
    public const string Tenant = "tid";
    public const string UniqueName = "unique_name";
    public const string UserPrincipalName = "upn";
    public const string Version = "ver";

    private static readonly FrozenSet<string> Lists = [Audience, AuthenticationMethods, Groups, Roles, Scopes];

    private static readonly FrozenSet<string> Numbers = [Account, Expires, IssuedAt, NotBefore];

    private static readonly FrozenSet<string> Known =
    [
        .. Lists, .. Numbers, AuthorizedParty, ClientId, Elsewhere, Email, HasGroups, HomeObjectId, IdentityProvider,
        IdentityType, Issuer, ManagedIdentityResource, ObjectId, PreferredUserName, Subject, Tenant, UniqueName,
        UserPrincipalName, Version,
    ];

    /// <summary>Determines whether a claim is looked at.</summary>
    public static bool IsKnown(string name) => Known.Contains(Shorten(name));

    /// <summary>Determines whether a claim may be a list.</summary>
    public static bool IsList(string name) => Lists.Contains(Shorten(name));

    /// <summary>Determines whether a claim may be a number.</summary>
    public static bool IsNumber(string name) => Numbers.Contains(name);

    /// <summary>Gets the short name of a claim.</summary>
    public static string Shorten(string name) => name switch
    {
        "http://schemas.microsoft.com/claims/authnmethodsreferences" => AuthenticationMethods,
        "http://schemas.microsoft.com/identity/claims/identityprovider" => IdentityProvider,
        "http://schemas.microsoft.com/identity/claims/objectidentifier" => ObjectId,
        "http://schemas.microsoft.com/identity/claims/scope" => Scopes,
        "http://schemas.microsoft.com/identity/claims/tenantid" => Tenant,
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress" => Email,
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name" => UniqueName,
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier" => Subject,
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn" => UserPrincipalName,
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/role" => Roles,
        _ => name,
    };
}
