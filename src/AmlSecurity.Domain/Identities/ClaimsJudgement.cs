using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Identities;

/// <summary>What the claims of a token mean under the rules of a date.</summary>
/// <remarks>Reference equality of the claims; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ClaimsJudgement
{
    internal ClaimsJudgement(TokenClaims claims, Membership membership, RuleSet rules, bool acceptsUndetermined)
    {
        Claims = claims;
        Membership = membership;
        Rules = rules;
        AcceptsUndetermined = acceptsUndetermined;
        Principal = claims is { ObjectId: { } id, Tenant: { } tenant }
            ? new Principal(id, claims.Kind, membership, tenant)
            : null;
    }

    /// <summary>Gets the longest difference between two clocks that can be allowed for: 5 minutes, the usual
    /// one.</summary>
    public static Duration LongestSkew { get; } = Duration.FromMinutes(5);

    /// <summary>Gets what was judged.</summary>
    public TokenClaims Claims { get; }

    /// <summary>Gets by which rules it was judged.</summary>
    public RuleSet Rules { get; }

    /// <summary>Gets a value indicating whether a user passes who may be a guest or not.</summary>
    public bool AcceptsUndetermined { get; }

    /// <summary>Gets whether the user belongs to the directory.</summary>
    public Membership Membership { get; }

    /// <summary>Gets who acts; null if the token does not name directory and object, which alone identify.</summary>
    public Principal? Principal { get; }

    /// <summary>Gets the rule by which the principal is refused, whatever it asks for; null if none is. Under the rules
    /// of 2020 these are guests (AUTHZ-20, DEC-13), and who may be one, unless that is accepted.</summary>
    public RuleId? Refusal => GuestSupport.IsMissingUnder(Rules) && Membership switch
    {
        Membership.Member => false,
        Membership.Undetermined => !AcceptsUndetermined,
        _ => true,
    }
        ? GuestSupport.Rule
        : null;

    /// <summary>Determines whether the token is within its time.</summary>
    /// <param name="now">The time.</param>
    /// <param name="skew">By how much clocks may differ, zero to <see cref="LongestSkew"/>; the longest by
    /// default.</param>
    /// <returns><see langword="true"/> from <see cref="TokenClaims.NotBefore"/>, included, to
    /// <see cref="TokenClaims.Expires"/>, excluded, each widened by the skew; without an end never.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The skew is out of bounds.</exception>
    public bool IsWithinItsTimeAt(Instant now, Duration? skew = null)
    {
        var allowed = skew ?? LongestSkew;
        ArgumentOutOfRangeException.ThrowIfLessThan(allowed, Duration.Zero, nameof(skew));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(allowed, LongestSkew, nameof(skew));

        // Differences of two times are never out of range, which a time with something added to it may be.
        return Claims.Expires is { } end
            && now - end < allowed
            && (Claims.NotBefore is not { } start || start - now <= allowed);
    }
}
