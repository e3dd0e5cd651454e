namespace AmlSecurity.Domain.Identities;

/// <summary>Reads the two forms in which Azure Active Directory names itself as an issuer.</summary>
internal static class TokenIssuer
{
    private const string V1 = "https://sts.windows.net/";
    private const string V2 = "https://login.microsoftonline.com/";
    private const string V2End = "/v2.0";

    /// <summary>Gets which version of tokens an issuer makes.</summary>
    public static TokenVersion VersionOf(string? issuer) => TenantOf(issuer) is null ? TokenVersion.NotStated
        : issuer!.StartsWith(V1, StringComparison.Ordinal) ? TokenVersion.V1
        : TokenVersion.V2;

    /// <summary>Gets the tenant that an issuer or identity provider names, in lower case; it may be no GUID.</summary>
    public static string? TenantOf(string? issuer) => issuer switch
    {
        null => null,
        _ when issuer.StartsWith(V1, StringComparison.Ordinal)
            && issuer.EndsWith('/')
            && issuer.Length > V1.Length + 1 => Fold(issuer[V1.Length..^1]),
        _ when issuer.StartsWith(V2, StringComparison.Ordinal)
            && issuer.EndsWith(V2End, StringComparison.Ordinal)
            && issuer.Length > V2.Length + V2End.Length => Fold(issuer[V2.Length..^V2End.Length]),
        _ => null,
    };

    private static string? Fold(string tenant) =>
        tenant.Contains('/', StringComparison.Ordinal) ? null : CaseFolding.Fold(tenant);
}
