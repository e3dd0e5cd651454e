namespace AmlSecurity.Domain.Resources;

/// <summary>Says how far up the tree of Azure scopes a resource id stands.</summary>
/// <remarks>
/// Ordered from the widest to the narrowest. The default is <see cref="Tenant"/>, the widest.
/// </remarks>
public enum ScopeLevel
{
    /// <summary>The root <c>/</c> above all management groups.</summary>
    Tenant,

    /// <summary>A node of the tree of management groups, above subscriptions.</summary>
    ManagementGroup,

    /// <summary>What resources are billed to, above its resource groups.</summary>
    Subscription,

    /// <summary>What resources are kept and deleted in together.</summary>
    ResourceGroup,

    /// <summary>A resource of any provider, at whatever depth: top-level, child or extension.</summary>
    Resource,
}
