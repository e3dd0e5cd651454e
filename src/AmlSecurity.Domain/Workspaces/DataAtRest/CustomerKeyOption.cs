using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Whether a store can be put under a key of the customer, and how.</summary>
/// <param name="IsPossible">Whether it can; null where the rules do not say.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Way">How it is done, or why it cannot be, in lower case without a full stop.</param>
/// <param name="Condition">On what condition, or null.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CustomerKeyOption(bool? IsPossible, RuleId Rule, string Way, string? Condition = null);
