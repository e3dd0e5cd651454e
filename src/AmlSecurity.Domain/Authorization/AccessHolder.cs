using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Somebody who may do what <see cref="AccessPolicy.WhoCan"/> was asked about.</summary>
/// <param name="Principal">Who.</param>
/// <param name="Decision">By what.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record AccessHolder(Principal Principal, AccessDecision.Allowed Decision)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Plaintext.Quote(Principal.Id.Text)} ({Principal.Kind}): {Decision}";
}
