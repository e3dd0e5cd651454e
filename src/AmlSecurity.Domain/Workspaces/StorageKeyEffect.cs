using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>What the flow of storage keys asks its host to do.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Holds no key. Immutable,
/// hence safe for concurrent use.</remarks>
public abstract record StorageKeyEffect
{
    private StorageKeyEffect()
    {
    }

    /// <summary>Let the access to the account through.</summary>
    /// <param name="Holder">Whose.</param>
    public sealed record AuthoriseAccess(StorageKeyHolder Holder) : StorageKeyEffect;

    /// <summary>Fail the access to the account: its key is no longer one of the two.</summary>
    /// <param name="Holder">Whose.</param>
    /// <param name="Rule">The rule that was not kept.</param>
    public sealed record FailAccess(StorageKeyHolder Holder, RuleId Rule) : StorageKeyEffect;

    /// <summary>Have somebody brought up to date.</summary>
    /// <param name="Holder">Who goes by an old key.</param>
    /// <param name="Operation">The operation that does it.</param>
    public sealed record AskForUpdate(StorageKeyHolder Holder, ActionName Operation) : StorageKeyEffect;

    /// <summary>Write an audit record of what was done.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="Access">By what it was allowed.</param>
    public sealed record WriteRecord(ActionName Operation, AccessDecision Access) : StorageKeyEffect;
}
