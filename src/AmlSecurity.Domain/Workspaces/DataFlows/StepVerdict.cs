using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The answer of the matrix or of the actions: allowed where an assignment is named.</summary>
internal readonly record struct StepVerdict(RuleId Rule, string Reason, string? Assignment);
