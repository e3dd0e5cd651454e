namespace AmlSecurity.Domain.Identities;

/// <summary>Lists why a text is not a <see cref="TenantId"/>. Each finishes the sentence "it is …".</summary>
public enum TenantIdFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Not a GUID with dashes.</summary>
    NotAGuid,
}
