namespace AmlSecurity.Domain.Authentication;

/// <summary>Lists the claims that the profile knows; each is a place in a <see cref="ServiceTokenLayout"/>.</summary>
internal enum ServiceTokenClaim
{
    Issuer,
    Audience,
    Subject,
    Workspace,
    IssuedAt,
    NotBefore,
    Expires,
    TokenId,
    Tenant,
    Compute,
    Run,
    Experiment,
    Submitter,
    Permissions,
}
