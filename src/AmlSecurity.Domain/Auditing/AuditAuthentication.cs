using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Auditing;

/// <summary>How the actor of a record was known, and from where it came. All of it may be unknown.</summary>
/// <remarks>Equal by all members; no order. Holds no secret. Immutable, hence safe for concurrent use.</remarks>
public sealed record AuditAuthentication
{
    /// <summary>Gets the application that was used, 1 to 128 characters.</summary>
    public string? Client { get; init; }

    /// <summary>Gets the methods by which the actor was authenticated, at most 16 of 1 to 64 characters.</summary>
    public ImmutableArray<string> Methods
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets whether more than one factor was used.</summary>
    public MfaStatus? Mfa { get; init; }

    /// <summary>Gets the address from which it was done.</summary>
    public PersonalData? Origin { get; init; }

    /// <summary>Gets the SHA-256 of what was signed in the token that was presented, never the token.</summary>
    public Hash256? TokenHash { get; init; }

    /// <summary>Gets the program that was used, as it names itself.</summary>
    public PersonalData? UserAgent { get; init; }

    internal bool IsEmpty =>
        (Client, Mfa, Origin, TokenHash, UserAgent) == (null, null, null, null, null) && Methods.IsEmpty;

    /// <summary>Determines whether two contexts are the same in every member.</summary>
    /// <param name="other">The other context.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(AuditAuthentication? other) =>
        other is not null
        && (Client, Mfa, TokenHash) == (other.Client, other.Mfa, other.TokenHash)
        && (Origin, UserAgent) == (other.Origin, other.UserAgent)
        && Methods.SequenceEqual(other.Methods);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Client, Mfa, TokenHash, Methods.Length);
}
