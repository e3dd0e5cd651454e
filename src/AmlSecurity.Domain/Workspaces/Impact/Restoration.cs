using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What makes something work again.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Step">What to do, in lower case without a full stop.</param>
/// <param name="Operation">The operation that it takes, or null where no single one does.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record Restoration(RuleId Rule, string Step, ActionName? Operation = null);
