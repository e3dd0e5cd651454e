using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>What becomes of one kind of data.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="MayBeCollected">Whether it may be collected.</param>
/// <param name="Store">Where it lies, or would lie.</param>
/// <param name="Keys">Whose keys encrypt it there.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Reason">Why, in lower case without a full stop.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record DiagnosticsEntry(
    DiagnosticDataKind Kind,
    CollectionAnswer MayBeCollected,
    DiagnosticsStore Store,
    DiagnosticsKeys Keys,
    RuleId Rule,
    string Reason);
