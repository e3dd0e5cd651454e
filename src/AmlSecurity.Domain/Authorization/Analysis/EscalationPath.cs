using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>How a principal makes itself Owner of a scope.</summary>
/// <remarks>Equal by principal and steps; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record EscalationPath
{
    internal EscalationPath(PrincipalId principal, ImmutableArray<EscalationStep> steps)
    {
        Principal = principal;
        Steps = steps;
    }

    /// <summary>Gets who does it.</summary>
    public PrincipalId Principal { get; }

    /// <summary>Gets the steps in their order, as few as there can be; none for who is as much as Owner
    /// already.</summary>
    public ImmutableArray<EscalationStep> Steps { get; }

    /// <summary>Gets a value indicating whether a step is allowed under a condition only, and there is no way
    /// without.</summary>
    public bool IsConditional => Steps.Any(step => step.IsConditional);

    /// <summary>Determines whether two paths are the same.</summary>
    /// <param name="other">The other path.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(EscalationPath? other) =>
        other is not null && Principal == other.Principal && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Principal, Steps.Length);

    /// <summary>Returns a line for each step.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Steps.IsEmpty
        ? $"{Plaintext.Quote(Principal.Text)} is as much as Owner already"
        : string.Join('\n', Steps);
}
