using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Who holds the key of one store now, and what would change that.</summary>
/// <param name="Store">The store.</param>
/// <param name="IsUsed">Whether the workspace has it; null if that is not known.</param>
/// <param name="Keys">Whose key it is.</param>
/// <param name="Rule">The rule that this rests on.</param>
/// <param name="Reason">Why, in lower case without a full stop.</param>
/// <param name="Change">What would put it under another key, or null if nothing would.</param>
/// <param name="NeedsNewWorkspace">Whether that change can only be made by creating another workspace.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record StorePosture(
    StoreKind Store,
    bool? IsUsed,
    KeyOwner Keys,
    RuleId Rule,
    string Reason,
    string? Change = null,
    bool NeedsNewWorkspace = false)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>Store, key, reason and change.</returns>
    public override string ToString() =>
        $"{Plaintext.Words(Store)}: {Plaintext.Words(Keys)}, {Reason} ({Rule})"
        + $"{(Change is null ? "" : $"; to change it, {Change}{(NeedsNewWorkspace ? ", in another workspace" : "")}")}";
}
