using System.Buffers.Text;
using System.Text.Json;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The payload of a service token whose signature holds, as one sound object: steps 8 to 10 of the
/// profile.</summary>
internal readonly ref struct ServiceTokenPayload(
    ReadOnlySpan<byte> payload, in ServiceTokenLayout layout, ServiceTokenPolicy policy)
{
    // Beyond it no calendar goes: 9999-12-31T23:59:59Z.
    private const decimal LastSecond = 253_402_300_799m;

    private readonly ReadOnlySpan<byte> _payload = payload;
    private readonly ref readonly ServiceTokenLayout _layout = ref layout;

    /// <summary>Finds the first step that the payload does not pass.</summary>
    public ServiceTokenStep Check(string? workspace, Instant now, out Instant issued, out TokenLifetime lifetime) =>
        !AreTimesSound(now, out issued, out lifetime) ? ServiceTokenStep.Times
        : !Is(ServiceTokenClaim.Issuer, policy.Issuer) || !IsForAudience() ? ServiceTokenStep.Parties
        : !IsText(ServiceTokenClaim.Workspace)
            || (workspace is not null && !Is(ServiceTokenClaim.Workspace, workspace))
            || !IsText(ServiceTokenClaim.Subject) || !IsKnownSound() || !HasDemanded() ? ServiceTokenStep.Claims
        : ServiceTokenStep.None;

    private static bool IsText(in Utf8JsonReader json) =>
        json is { TokenType: JsonTokenType.String, ValueSpan.Length: > 0 };

    private bool Is(ServiceTokenClaim claim, string expected) =>
        _layout.TypeOf(claim) == JsonTokenType.String && _layout.Open(_payload, claim).ValueTextEquals(expected);

    // Two bytes are the quotes.
    private bool IsText(ServiceTokenClaim claim) =>
        _layout.TypeOf(claim) == JsonTokenType.String && _layout.Raw(_payload, claim).Length > 2;

    private bool IsTextOrAbsent(ServiceTokenClaim claim) => !_layout.Has(claim) || IsText(claim);

    // A NumericDate may have a fraction (RFC 7519, section 2).
    private bool TryRead(ServiceTokenClaim claim, out Instant time)
    {
        time = default;
        if (_layout.TypeOf(claim) != JsonTokenType.Number)
        {
            return false;
        }

        var text = _layout.Raw(_payload, claim);
        if (Utf8Parser.TryParse(text, out long whole, out var read) && read == text.Length)
        {
            time = whole is >= 0 and <= (long)LastSecond ? Instant.FromUnixTimeSeconds(whole) : default;
            return whole is >= 0 and <= (long)LastSecond;
        }

        if (!_layout.Open(_payload, claim).TryGetDecimal(out var seconds) || seconds is < 0 or > LastSecond)
        {
            return false;
        }

        time = NodaConstants.UnixEpoch + Duration.FromTicks((long)(seconds * NodaConstants.TicksPerSecond));
        return true;
    }

    private bool AreTimesSound(Instant now, out Instant issued, out TokenLifetime lifetime)
    {
        lifetime = default;
        if (!TryRead(ServiceTokenClaim.IssuedAt, out issued)
            || !TryRead(ServiceTokenClaim.NotBefore, out var start)
            || !TryRead(ServiceTokenClaim.Expires, out var end)
            || end <= start)
        {
            return false;
        }

        lifetime = new TokenLifetime(start, end);
        return end - issued <= policy.LongestLife
            && issued - now <= policy.Skew
            && start - now <= policy.Skew
            && now - end < policy.Skew;
    }

    private bool IsForAudience()
    {
        if (_layout.TypeOf(ServiceTokenClaim.Audience) != JsonTokenType.EndArray)
        {
            return Is(ServiceTokenClaim.Audience, policy.Audience);
        }

        var isFound = false;
        var json = _layout.Open(_payload, ServiceTokenClaim.Audience);
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            isFound |= json.ValueTextEquals(policy.Audience);
        }

        return isFound && json.TokenType == JsonTokenType.EndArray;
    }

    private bool IsKnownSound() =>
        IsTextOrAbsent(ServiceTokenClaim.TokenId)
        && IsTextOrAbsent(ServiceTokenClaim.Tenant)
        && IsTextOrAbsent(ServiceTokenClaim.Compute)
        && IsTextOrAbsent(ServiceTokenClaim.Run)
        && IsTextOrAbsent(ServiceTokenClaim.Experiment)
        && IsSubmitterSound()
        && ArePermissionsSound();

    private bool IsSubmitterSound()
    {
        if (_layout.TypeOf(ServiceTokenClaim.Submitter) is not JsonTokenType.EndObject and var type)
        {
            return type == JsonTokenType.None;
        }

        var (hasTenant, hasId) = (false, false);
        var json = _layout.Open(_payload, ServiceTokenClaim.Submitter);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (isTenant, isId) = (json.ValueTextEquals("tid"u8), json.ValueTextEquals("oid"u8));
            json.Read();
            hasTenant |= isTenant && IsText(json);
            hasId |= isId && IsText(json);
            json.Skip();
        }

        return hasTenant && hasId;
    }

    private bool ArePermissionsSound()
    {
        if (_layout.TypeOf(ServiceTokenClaim.Permissions) is not JsonTokenType.EndArray and var type)
        {
            return type == JsonTokenType.None;
        }

        var count = 0;
        var json = _layout.Open(_payload, ServiceTokenClaim.Permissions);
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            count++;
        }

        return json.TokenType == JsonTokenType.EndArray && count <= RunScope.MostPermissions;
    }

    private bool HasDemanded()
    {
        foreach (var name in policy.Demanded)
        {
            if (!Has(name))
            {
                return false;
            }
        }

        return true;
    }

    private bool Has(string name)
    {
        var json = new Utf8JsonReader(_payload);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = json.ValueTextEquals(name);
            json.Read();
            if (isFound)
            {
                return json.TokenType != JsonTokenType.Null;
            }

            json.Skip();
        }

        return false;
    }
}
