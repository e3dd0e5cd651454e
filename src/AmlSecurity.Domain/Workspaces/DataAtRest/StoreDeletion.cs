using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>When a store goes.</summary>
/// <param name="Kind">What makes it go.</param>
/// <param name="Rule">The rule that says so, or null where none does.</param>
/// <param name="Reason">More of it, in lower case without a full stop.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record StoreDeletion(StoreDeletionKind Kind, RuleId? Rule, string Reason);
