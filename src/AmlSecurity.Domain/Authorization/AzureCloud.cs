namespace AmlSecurity.Domain.Authorization;

/// <summary>Lists the clouds whose limits differ (ROLE-01).</summary>
/// <remarks>The default is <see cref="Public"/>.</remarks>
public enum AzureCloud
{
    /// <summary>The public cloud.</summary>
    Public,

    /// <summary>Azure Government.</summary>
    Government,

    /// <summary>Azure Germany.</summary>
    Germany,

    /// <summary>Azure China, run by 21Vianet.</summary>
    China21Vianet,
}
