namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>An operation by which its holder obtains more than was granted (ROLE-02).</summary>
/// <param name="Action">The operation, of the control plane.</param>
/// <param name="Gain">What it yields, in lower case without a full stop.</param>
/// <remarks>Equal by both members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record EscalationWay(ActionName Action, string Gain)
{
    /// <summary>Returns operation and gain.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Action}: {Gain}";
}
