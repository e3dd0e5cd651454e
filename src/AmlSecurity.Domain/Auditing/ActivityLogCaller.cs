using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds out who asked for what an event tells.</summary>
internal sealed class ActivityLogCaller
{
    private readonly ActivityLogEvent _event;
    private readonly ILookup<string, string> _claims;
    private readonly TokenClaims _token;

    public ActivityLogCaller(ActivityLogEvent given)
    {
        _event = given;
        _claims = given.Claims.ToLookup(claim => ClaimNames.Shorten(claim.Key), claim => claim.Value);
        _token = Understood(given.Claims);
    }

    /// <summary>Gets how the caller was authenticated and from where.</summary>
    public AuditAuthentication Authentication => new()
    {
        Client = _token.ClientId ?? One(ClaimNames.ClientId) ?? One(ClaimNames.AuthorizedParty),
        Methods = [.. Methods.Take(RecordWords.MostMethods)],
        Mfa = Methods.IsEmpty ? MfaStatus.NotStated
            : Methods.Any(method => method is "mfa" or "ngcmfa") ? MfaStatus.Satisfied
            : MfaStatus.NotSatisfied,
        Origin = Slot(_event.ClientIpAddress ?? One("ipaddr")),
    };

    private ImmutableArray<string> Methods =>
    [
        .. _claims[ClaimNames.AuthenticationMethods]
            .SelectMany(text => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)),
    ];

    private string? Name =>
        One(ClaimNames.UserPrincipalName)
        ?? (IsAName(_event.Caller) ? _event.Caller : null)
        ?? One(ClaimNames.UniqueName)
        ?? One("name");

    // An assignment to a group tells of the group, not of its member who called.
    private string? Holder => _event.Authorization is { PrincipalId: { } holder } authorization
        && KindOf(authorization.PrincipalType) is not null ? holder : null;

    /// <summary>Names the actor.</summary>
    /// <param name="find">Finds the object id of a name; null to look nowhere.</param>
    public AuditActor Actor(Func<string, PrincipalId?>? find)
    {
        var name = Name;
        var id = IdOf(_token.ObjectId?.Text)
            ?? IdOf(One(ClaimNames.ObjectId))
            ?? IdOf(Holder)
            ?? (IsAName(_event.Caller) ? null : IdOf(_event.Caller))
            ?? (name is null ? null : find?.Invoke(name)?.Text ?? ActivityLogEvent.UnknownObjectId);
        return id is null
            ? new AuditActor.Unattributed(
                _event.AreClaimsUnreadable ? UnattributedReason.Unreadable : UnattributedReason.NotNamed)
            : new AuditActor.Identified(Kind(id), id, _token.Tenant?.ToString() ?? _event.TenantId)
            {
                Name = Slot(name),
            };
    }

    // What the token says of itself, then the assignment, then the form of the name.
    private AuditActorKind Kind(string id) =>
        _token.Kind == PrincipalKind.ManagedIdentity ? AuditActorKind.ManagedIdentity
        : _token.Judge(RuleSet.March2020).Membership is Membership.Guest ? AuditActorKind.Guest
        : _token.Kind == PrincipalKind.ServicePrincipal ? AuditActorKind.ServicePrincipal
        : SaysUser() ? AuditActorKind.User
        : (IdOf(Holder) == id ? KindOf(_event.Authorization!.PrincipalType) : null)
            ?? (IsAName(_event.Caller) ? GuestOrUser(_event.Caller!)
                : PrincipalId.Read(_event.Caller).IsT0 ? AuditActorKind.ServicePrincipal
                : AuditActorKind.Other);

    private bool SaysUser() =>
        One(ClaimNames.UserPrincipalName) is not null
        || One(ClaimNames.Account) is not null
        || One(ClaimNames.Scopes) is not null
        || One(ClaimNames.IdentityType) == "user"
        || !Methods.IsEmpty;

    private string? One(string name) => _claims[name].FirstOrDefault();

    // A claim that cannot be understood is left out: the others still say who it was.
    private static TokenClaims Understood(ImmutableArray<KeyValuePair<string, string>> claims)
    {
        var outcome = TokenClaims.Create(claims);
        while (outcome.TryPickT1(out var fault, out var token))
        {
            var others = claims.RemoveAll(claim => ClaimNames.Shorten(claim.Key) == fault.Claim);
            claims = others.Length < claims.Length ? others : [];
            outcome = TokenClaims.Create(claims);
        }

        return outcome.AsT0;
    }

    private static string? IdOf(string? text) =>
        PrincipalId.Read(text, Strictness.Lenient).TryPickT0(out var id, out _) ? id.Text : null;

    private static AuditActorKind? KindOf(string? principalType) => CaseFolding.Fold(principalType ?? "") switch
    {
        "user" => AuditActorKind.User,
        "serviceprincipal" => AuditActorKind.ServicePrincipal,
        "managedidentity" or "msi" => AuditActorKind.ManagedIdentity,
        _ => null,
    };

    private static AuditActorKind GuestOrUser(string name) =>
        name.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) ? AuditActorKind.Guest : AuditActorKind.User;

    private static bool IsAName(string? caller) => caller?.Contains('@', StringComparison.Ordinal) == true;

    private static PersonalData.Plain? Slot(string? text) => text is null ? null : new PersonalData.Plain(text);
}
