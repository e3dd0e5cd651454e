using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Rules;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Identities;

/// <summary>The claims of an access token of Azure Active Directory whose signature the host has verified.</summary>
/// <remarks>
/// <b>Nothing here verifies a token.</b> The host checks the signature, by the keys of the issuer, before it hands the
/// claims over; this library only judges what they say. Every claim may be absent. Names for people (<c>upn</c>,
/// <c>email</c>, <c>preferred_username</c>, <c>unique_name</c>) are looked at for signs of a guest and then forgotten:
/// they identify nobody. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class TokenClaims
{
    private readonly Membership _membershipWithEmail;
    private readonly Membership _membership;

    private TokenClaims(ClaimBag bag)
    {
        Issuer = bag.One(ClaimNames.Issuer);
        Audience = bag.One(ClaimNames.Audience);
        Version = VersionOf(bag, Issuer);
        Tenant = bag.Tenant(ClaimNames.Tenant);
        ObjectId = bag.One(ClaimNames.ObjectId) is null ? null : bag.Principals(ClaimNames.ObjectId).FirstOrDefault();
        Subject = bag.One(ClaimNames.Subject);
        ClientId = bag.One(Version == TokenVersion.V2 ? ClaimNames.AuthorizedParty : ClaimNames.ClientId);
        IssuedAt = bag.Time(ClaimNames.IssuedAt);
        NotBefore = bag.Time(ClaimNames.NotBefore);
        Expires = bag.Time(ClaimNames.Expires);
        Scopes = bag.Words(ClaimNames.Scopes);
        Roles = [.. bag.All(ClaimNames.Roles)];
        Groups = GroupsOf(bag);
        Mfa = MfaOf(bag, Version);
        Kind = KindOf(bag);
        IsForResourceManager = AzureAudiences.IsResourceManager(Audience);
        IsIssuedByItsTenant = Tenant is not null && TokenIssuer.TenantOf(Issuer) == Tenant.ToString();
        _membership = MembershipReader.Read(bag, this, isEmailRequested: true);
        _membershipWithEmail = MembershipReader.Read(bag, this, isEmailRequested: false);
    }

    /// <summary>Gets the form of the token, by <c>ver</c>, else by the issuer.</summary>
    public TokenVersion Version { get; }

    /// <summary>Gets the directory that the token is for, <c>tid</c>.</summary>
    public TenantId? Tenant { get; }

    /// <summary>Gets the object id of the user or application in that directory, <c>oid</c>.</summary>
    public PrincipalId? ObjectId { get; }

    /// <summary>Gets who issued the token, <c>iss</c>, as written.</summary>
    public string? Issuer { get; }

    /// <summary>Gets for whom it was issued, <c>aud</c>, as written.</summary>
    public string? Audience { get; }

    /// <summary>Gets the application that asked for it: <c>appid</c> in version 1.0, <c>azp</c> in 2.0.</summary>
    public string? ClientId { get; }

    /// <summary>Gets when it was issued, <c>iat</c>.</summary>
    public Instant? IssuedAt { get; }

    /// <summary>Gets from when on it is valid, <c>nbf</c>, included.</summary>
    public Instant? NotBefore { get; }

    /// <summary>Gets from when on it is not valid any more, <c>exp</c>, included.</summary>
    public Instant? Expires { get; }

    /// <summary>Gets what the user allowed the application to do, <c>scp</c>.</summary>
    public ImmutableArray<string> Scopes { get; }

    /// <summary>Gets the application roles, <c>roles</c>.</summary>
    public ImmutableArray<string> Roles { get; }

    /// <summary>Gets what is said about groups.</summary>
    public GroupClaim Groups { get; }

    /// <summary>Gets whether it shows more than one factor (AUTHN-01).</summary>
    public MfaStatus Mfa { get; }

    /// <summary>Gets whether it is of a user, an application or a managed identity (AUTHN-02).</summary>
    public PrincipalKind Kind { get; }

    internal string? Subject { get; }

    /// <summary>Gets a value indicating whether the token is for Azure Resource Manager.</summary>
    public bool IsForResourceManager { get; }

    /// <summary>Gets a value indicating whether the issuer is the one of the directory that the token is for.</summary>
    public bool IsIssuedByItsTenant { get; }

    /// <summary>Reads the claims that a host has verified from JSON.</summary>
    /// <param name="utf8">A JSON object: the payload of the token.</param>
    /// <returns>The claims, or the first fault with its place.</returns>
    public static OneOf<TokenClaims, DocumentFault> Read(ReadOnlySpan<byte> utf8) => TokenClaimsReader.Read(utf8);

    /// <summary>Takes over the claims that a host has verified.</summary>
    /// <param name="claims">Names and values; a claim with several values comes several times. The long names that .NET
    /// gives to <c>oid</c>, <c>tid</c> and others are understood.</param>
    /// <returns>The claims, or the first that is wrong.</returns>
    /// <exception cref="ArgumentException">A name or value is null.</exception>
    public static OneOf<TokenClaims, ClaimFault> Create(IEnumerable<KeyValuePair<string, string>> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ImmutableArray<KeyValuePair<string, string>> given = [.. claims];
        if (given.Any(claim => claim.Key is null || claim.Value is null))
        {
            throw new ArgumentException("a claim has no name or no value", nameof(claims));
        }

        var bag = new ClaimBag(given);
        var created = new TokenClaims(bag);
        return bag.Fault is { } fault ? fault : created;
    }

    /// <summary>Judges the claims under the rules of a date.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="acceptsUndetermined">Whether a user passes who may be a guest or not, where guests are
    /// refused.</param>
    /// <param name="isEmailRequested">Whether the application asked for the <c>email</c> claim, so that it is no sign
    /// of a guest.</param>
    /// <returns>The judgement.</returns>
    public ClaimsJudgement Judge(RuleSet rules, bool acceptsUndetermined = false, bool isEmailRequested = false)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var membership = isEmailRequested ? _membership : _membershipWithEmail;
        return new ClaimsJudgement(this, membership, rules, acceptsUndetermined);
    }

    private static TokenVersion VersionOf(ClaimBag bag, string? issuer)
    {
        switch (bag.One(ClaimNames.Version))
        {
            case "1.0":
                return TokenVersion.V1;
            case "2.0":
                return TokenVersion.V2;
            case null:
                return TokenIssuer.VersionOf(issuer);
            default:
                bag.Fail(ClaimNames.Version, ClaimFaultKind.Malformed);
                return TokenVersion.NotStated;
        }
    }

    // An array, or one text with commas as in an activity log. One factor may be strong, and is still one.
    private static MfaStatus MfaOf(ClaimBag bag, TokenVersion version) =>
        version == TokenVersion.V2 || (version == TokenVersion.NotStated && !bag.Has(ClaimNames.AuthenticationMethods))
            ? MfaStatus.NotStated
            : bag.Words(ClaimNames.AuthenticationMethods).Any(method => method is "mfa" or "ngcmfa")
                ? MfaStatus.Satisfied
                : MfaStatus.NotSatisfied;

    // Beyond a number of groups the token only names where to ask; .NET hands that over as the text of an object.
    private static GroupClaim GroupsOf(ClaimBag bag) =>
        bag.All(ClaimNames.Elsewhere).Any(name => name.Contains(ClaimNames.Groups, StringComparison.Ordinal))
        || bag.One(ClaimNames.HasGroups) is "true" or "True"
            ? new GroupClaim.TooMany()
            : bag.Has(ClaimNames.Groups)
                ? new GroupClaim.Listed(bag.Principals(ClaimNames.Groups))
                : new GroupClaim.NotStated();

    // The strongest sign comes first. Only users have an account in the directory, as a member or a guest.
    private PrincipalKind KindOf(ClaimBag bag)
    {
        var type = bag.One(ClaimNames.IdentityType);
        var isApplication = type switch
        {
            "app" => true,
            not null => false,
            null when bag.Has(ClaimNames.Account) => false,
            null when !bag.Has(ClaimNames.Scopes) && bag.Has(ClaimNames.Roles) => true,
            null when bag.Has(ClaimNames.Scopes) => false,
            null => Subject is not null && Subject == ObjectId?.Text,
        };
        var isOfAResource = bag.Has(ClaimNames.ManagedIdentityResource) && !bag.Has(ClaimNames.Account);
        return isOfAResource && (type is null or "app") ? PrincipalKind.ManagedIdentity
            : isApplication ? PrincipalKind.ServicePrincipal
            : PrincipalKind.User;
    }
}
