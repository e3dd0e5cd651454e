using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Something without which a step of a data flow fails.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record StepNeed
{
    private StepNeed()
    {
    }

    /// <summary>A store whose key can be used.</summary>
    /// <param name="Kind">Which.</param>
    public sealed record Store(StoreKind Kind) : StepNeed
    {
        /// <inheritdoc/>
        public override string ToString() => $"the key of {Plaintext.Words(Kind)}";
    }

    /// <summary>A grant of the workspace's managed identity.</summary>
    /// <param name="Rule">Which: one of IDENT-03 to IDENT-08.</param>
    public sealed record Grant(RuleId Rule) : StepNeed
    {
        /// <inheritdoc/>
        public override string ToString() => $"the grant of {Rule}";
    }

    /// <summary>An access key of the storage account that is still good.</summary>
    /// <param name="Holder">Who holds it.</param>
    public sealed record StorageKey(StorageKeyHolder Holder) : StepNeed
    {
        /// <inheritdoc/>
        public override string ToString() => $"the storage key of the {Plaintext.Words(Holder)}";
    }
}
