using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The payload of a service token whose signature holds: steps 8 to 10 of the profile.</summary>
internal readonly struct ServiceTokenPayload(JsonElement payload, ServiceTokenPolicy policy)
{
    // Beyond it no calendar goes: 9999-12-31T23:59:59Z.
    private const decimal LastSecond = 253_402_300_799m;

    private static readonly ImmutableArray<string> OptionalTexts = ["jti", "tid", "cid", "rid", "eid"];

    /// <summary>Finds the first step that the payload does not pass.</summary>
    public ServiceTokenStep Check(string? workspace, Instant now) =>
        !AreTimesSound(now) ? ServiceTokenStep.Times
        : Text("iss") != policy.Issuer || !IsForAudience() ? ServiceTokenStep.Parties
        : Text("wid") is not { Length: > 0 } own || (workspace is not null && own != workspace)
            || Text("sub") is not { Length: > 0 } || !IsKnownSound() || !HasDemanded() ? ServiceTokenStep.Claims
        : ServiceTokenStep.None;

    public ServiceTokenClaims ToClaims() => new(
        policy.Issuer,
        policy.Audience,
        Text("sub")!,
        Text("wid")!,
        Time("iat")!.Value,
        new TokenLifetime(Time("nbf")!.Value, Time("exp")!.Value))
    {
        TokenId = Text("jti"),
        Tenant = Text("tid"),
        Compute = Text("cid"),
        Run = Text("rid"),
        Experiment = Text("eid"),
        SubmitterTenant = TextOf(Find("obo"), "tid"),
        Submitter = TextOf(Find("obo"), "oid"),
        Permissions = Find("scp") is { } permissions
            ? [.. permissions.EnumerateArray().Select(one => one.GetString()!)]
            : [],
    };

    private static string? TextOf(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } known
        && known.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private JsonElement? Find(string name) => payload.TryGetProperty(name, out var value) ? value : null;

    private string? Text(string name) => TextOf(payload, name);

    // A NumericDate may have a fraction (RFC 7519, section 2).
    private Instant? Time(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetDecimal(out var seconds)
        && seconds is >= 0 and <= LastSecond
            ? NodaConstants.UnixEpoch + Duration.FromTicks((long)(seconds * NodaConstants.TicksPerSecond))
            : null;

    private bool AreTimesSound(Instant now) =>
        Time("exp") is { } end
        && Time("nbf") is { } start
        && Time("iat") is { } issued
        && end > start
        && end - issued <= policy.LongestLife
        && issued - now <= policy.Skew
        && start - now <= policy.Skew
        && now - end < policy.Skew;

    private bool IsForAudience() => Find("aud") switch
    {
        { ValueKind: JsonValueKind.String } one => one.ValueEquals(policy.Audience),
        { ValueKind: JsonValueKind.Array } many =>
            many.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            && ContainsAudience(many),
        _ => false,
    };

    private bool ContainsAudience(JsonElement audiences)
    {
        foreach (var one in audiences.EnumerateArray())
        {
            if (one.ValueEquals(policy.Audience))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsKnownSound()
    {
        foreach (var name in OptionalTexts)
        {
            if (Find(name) is { } value && (value.ValueKind != JsonValueKind.String || value.ValueEquals("")))
            {
                return false;
            }
        }

        return IsSubmitterSound() && ArePermissionsSound();
    }

    private bool IsSubmitterSound() =>
        Find("obo") is not { } obo || (TextOf(obo, "tid") is { Length: > 0 } && TextOf(obo, "oid") is { Length: > 0 });

    private bool ArePermissionsSound() =>
        Find("scp") is not { } permissions
        || (permissions.ValueKind == JsonValueKind.Array
            && permissions.GetArrayLength() <= RunScope.MostPermissions
            && permissions.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String));

    private bool HasDemanded()
    {
        foreach (var name in policy.Demanded)
        {
            if (Find(name) is not { ValueKind: not JsonValueKind.Null })
            {
                return false;
            }
        }

        return true;
    }
}
