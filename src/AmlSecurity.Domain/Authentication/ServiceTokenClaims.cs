using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What a service token says (AUTHN-04 to AUTHN-06).</summary>
/// <param name="Issuer">Who made it, <c>iss</c>.</param>
/// <param name="Audience">For whom, <c>aud</c>.</param>
/// <param name="Subject">What it is about, <c>sub</c>.</param>
/// <param name="Workspace">The immutable id of the workspace that it admits to, <c>wid</c>.</param>
/// <param name="IssuedAt">When it was made, <c>iat</c>.</param>
/// <param name="Lifetime">From when to when it is valid, <c>nbf</c> and <c>exp</c>.</param>
/// <remarks>Equal by all members, permissions by their order; no order. Holds no secret. Immutable, hence safe for
/// concurrent use.</remarks>
public sealed record ServiceTokenClaims(
    string Issuer, string Audience, string Subject, string Workspace, Instant IssuedAt, TokenLifetime Lifetime)
{
    /// <summary>Gets the id of the token, <c>jti</c>; null if it has none.</summary>
    public string? TokenId { get; init; }

    /// <summary>Gets the directory, <c>tid</c>.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the compute target, <c>cid</c>.</summary>
    public string? Compute { get; init; }

    /// <summary>Gets the run, <c>rid</c>.</summary>
    public string? Run { get; init; }

    /// <summary>Gets the experiment, <c>eid</c>.</summary>
    public string? Experiment { get; init; }

    /// <summary>Gets the directory of whom the run acts for, <c>obo.tid</c>.</summary>
    public string? SubmitterTenant { get; init; }

    /// <summary>Gets whom the run acts for, <c>obo.oid</c>.</summary>
    public string? Submitter { get; init; }

    /// <summary>Gets the operations that it carries, <c>scp</c>, at most
    /// <see cref="RunScope.MostPermissions"/>.</summary>
    public ImmutableArray<string> Permissions
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Determines whether two sets of claims are the same in every member.</summary>
    /// <param name="other">The other claims.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(ServiceTokenClaims? other) =>
        other is not null
        && (Issuer, Audience, Subject, Workspace) == (other.Issuer, other.Audience, other.Subject, other.Workspace)
        && (IssuedAt, Lifetime) == (other.IssuedAt, other.Lifetime)
        && (TokenId, Tenant, Compute, Run) == (other.TokenId, other.Tenant, other.Compute, other.Run)
        && (Experiment, SubmitterTenant, Submitter) == (other.Experiment, other.SubmitterTenant, other.Submitter)
        && Permissions.SequenceEqual(other.Permissions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subject, Workspace, IssuedAt, Run);
}
