namespace AmlSecurity.Domain.Authorization;

/// <summary>Says who made a role.</summary>
/// <remarks>The default is <see cref="Custom"/>, which more rules apply to.</remarks>
public enum RoleKind
{
    /// <summary>A customer (AUTHZ-16).</summary>
    Custom,

    /// <summary>Azure.</summary>
    BuiltIn,
}
