using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Somebody who may read a credential, and by which rule.</summary>
/// <param name="Kind">Who.</param>
/// <param name="Rule">The rule that it rests on.</param>
/// <param name="Reason">Why, in lower case without a full stop.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CredentialReader(CredentialReaderKind Kind, RuleId Rule, string Reason);
