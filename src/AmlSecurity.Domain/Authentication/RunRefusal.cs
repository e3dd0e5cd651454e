using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Says why a run is not taken: its submitter may not do what it is to do.</summary>
/// <param name="Operation">The first operation that the submitter may not do.</param>
/// <param name="Decision">Why not.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record RunRefusal(ActionName Operation, AccessDecision.Denied Decision)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The operation and the decision.</returns>
    public override string ToString() => $"{Plaintext.Quote(Operation.ToString())}: {Decision}";
}
