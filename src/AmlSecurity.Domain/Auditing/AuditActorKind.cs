namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists the identities that act.</summary>
/// <remarks>The default is a user.</remarks>
public enum AuditActorKind
{
    /// <summary>A user of the directory.</summary>
    User,

    /// <summary>A user of another directory.</summary>
    Guest,

    /// <summary>An application.</summary>
    ServicePrincipal,

    /// <summary>The identity of an Azure resource.</summary>
    ManagedIdentity,

    /// <summary>An identity of another kind, such as a device, or of a kind that is not stated.</summary>
    Other,
}
