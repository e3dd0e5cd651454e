namespace AmlSecurity.Domain.Identities;

/// <summary>Says what a principal is, in the words of Azure's <c>principalType</c>.</summary>
/// <remarks>Azure lists a managed identity as a service principal; this model keeps them apart where it knows. The
/// default is <see cref="Unknown"/>.</remarks>
public enum PrincipalKind
{
    /// <summary>Not stated, or a word that this version does not know.</summary>
    Unknown,

    /// <summary>A person, member or guest.</summary>
    User,

    /// <summary>A group of the directory.</summary>
    Group,

    /// <summary>An application.</summary>
    ServicePrincipal,

    /// <summary>The identity of an Azure resource.</summary>
    ManagedIdentity,

    /// <summary>A group of another directory.</summary>
    ForeignGroup,

    /// <summary>A computer or telephone that the directory knows.</summary>
    Device,

    /// <summary>Every principal: the zero GUID of deny assignments.</summary>
    SystemDefined,
}
