namespace AmlSecurity.Domain.Identities;

/// <summary>Finds out whether a user belongs to the directory: the strongest claim that speaks decides.</summary>
internal static class MembershipReader
{
    public static Membership Read(ClaimBag bag, TokenClaims claims, bool isEmailRequested)
    {
        // Whatever it is taken for, a sign of a guest counts; without any, an application is of the directory.
        return ByAccount(bag)
            ?? ByIdentityProvider(bag, claims)
            ?? (bag.Has(ClaimNames.HomeObjectId) ? Guest(GuestEvidence.HomeObjectId)
                : bag.Has(ClaimNames.Email) && !isEmailRequested ? Guest(GuestEvidence.Email)
                : HasForeignName(bag) ? Guest(GuestEvidence.UserPrincipalName)
                : claims.Kind != PrincipalKind.User ? new Membership.Member()
                : new Membership.Undetermined());
    }

    private static Membership? ByAccount(ClaimBag bag)
    {
        switch (bag.One(ClaimNames.Account))
        {
            case null:
                return null;
            case "0":
                return new Membership.Member();
            case "1":
                return Guest(GuestEvidence.AccountClaim);
            default:
                bag.Fail(ClaimNames.Account, ClaimFaultKind.Malformed);
                return null;
        }
    }

    // Another tenant, the one of personal accounts, or a provider outside of any: all sign in from elsewhere.
    private static Membership? ByIdentityProvider(ClaimBag bag, TokenClaims claims)
    {
        if (bag.One(ClaimNames.IdentityProvider) is not { } provider)
        {
            return claims.Tenant == TenantId.PersonalAccounts ? Guest(GuestEvidence.IdentityProvider) : null;
        }

        var home = TokenIssuer.TenantOf(provider);
        return home is not null
            && home == (TokenIssuer.TenantOf(claims.Issuer) ?? claims.Tenant?.ToString())
            && home != TenantId.PersonalAccounts.ToString()
                ? new Membership.Member()
                : Guest(GuestEvidence.IdentityProvider);
    }

    private static bool HasForeignName(ClaimBag bag) =>
        new[] { ClaimNames.UserPrincipalName, ClaimNames.UniqueName, ClaimNames.PreferredUserName }
            .SelectMany(bag.All)
            .Any(name => name.Contains("#EXT#", StringComparison.OrdinalIgnoreCase)
                || name.Contains("_EXT_", StringComparison.OrdinalIgnoreCase));

    private static Membership.Guest Guest(GuestEvidence evidence) => new(evidence);
}
