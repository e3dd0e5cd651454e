namespace AmlSecurity.Domain.Resources;

/// <summary>Says how far up the tree of Azure scopes a resource id stands.</summary>
/// <remarks>
/// Ordered from the widest to the narrowest. The default is <see cref="Tenant"/>, the widest.
/// </remarks>
public enum ScopeLevel
{
    /// <summary>The root <c>/</c> above all management groups.</summary>
    Tenant,

    /// <summary>A management group.</summary>
    ManagementGroup,

    /// <summary>A subscription.</summary>
    Subscription,

    /// <summary>A resource group.</summary>
    ResourceGroup,

    /// <summary>A resource of any provider, at whatever depth: top-level, child or extension.</summary>
    Resource,
}
