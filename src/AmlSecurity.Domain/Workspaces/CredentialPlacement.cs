using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Where a credential lies.</summary>
/// <param name="Kind">Which credential.</param>
/// <param name="Vault">In which vault.</param>
/// <param name="Rule">The rule that says so; null where no rule says anything.</param>
/// <param name="Reason">Why, in lower case without a full stop.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CredentialPlacement(
    CredentialKind Kind, CredentialVault Vault, RuleId? Rule, string Reason)
{
    /// <summary>Gets whose subscription the vault is in.</summary>
    public SubscriptionOwner Subscription => Vault switch
    {
        CredentialVault.Workspace => SubscriptionOwner.Customer,
        CredentialVault.Microsoft => SubscriptionOwner.Microsoft,
        CredentialVault.None => SubscriptionOwner.None,
        _ => SubscriptionOwner.NotStated,
    };

    /// <summary>Gets whether it is stored at all; null where the rules do not say.</summary>
    public bool? IsStored => Vault == CredentialVault.NotStated ? null : Vault != CredentialVault.None;
}
