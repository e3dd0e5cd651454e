using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization;

/// <summary>A principal that a deny assignment names.</summary>
/// <param name="Id">The object id; <see cref="PrincipalId.Everyone"/> stands for all principals.</param>
/// <param name="Kind">What it is.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record DenyPrincipal(PrincipalId Id, PrincipalKind Kind = PrincipalKind.Unknown);
