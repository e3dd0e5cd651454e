using AmlSecurity.Domain.Identities;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>Claims as tokens for Azure Resource Manager have them.</summary>
internal static class Tokens
{
    public const string Tenant = "fa15d692-e9c7-4460-a743-29f2956fd429";
    public const string OtherTenant = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    public const string Alice = "aaaaaaaa-0000-0000-0000-000000000001";

    public static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 12, 0);

    /// <summary>Makes the claims of a member who signed in with one factor; changes replace, null removes.</summary>
    public static TokenClaims Of(Instant now, params (string Name, string? Value)[] changes)
    {
        var claims = new Dictionary<string, string?>
        {
            ["ver"] = "1.0",
            ["aud"] = "https://management.azure.com/",
            ["iss"] = $"https://sts.windows.net/{Tenant}/",
            ["tid"] = Tenant,
            ["oid"] = Alice,
            ["acct"] = "0",
            ["amr"] = "pwd",
            ["scp"] = "user_impersonation",
            ["nbf"] = $"{now.ToUnixTimeSeconds()}",
            ["exp"] = $"{now.ToUnixTimeSeconds() + 3600}",
        };
        foreach (var (name, value) in changes)
        {
            claims[name] = value;
        }

        return TokenClaims.Create(claims
            .Where(claim => claim.Value is not null)
            .Select(claim => new KeyValuePair<string, string>(claim.Key, claim.Value!))).Expect();
    }

    public static TokenClaims Of(params (string Name, string? Value)[] changes) => Of(Now, changes);
}
