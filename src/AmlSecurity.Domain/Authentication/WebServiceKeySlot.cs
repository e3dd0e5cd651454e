namespace AmlSecurity.Domain.Authentication;

/// <summary>Says which of the two keys of a web service is meant.</summary>
/// <remarks>The default is <see cref="Primary"/>.</remarks>
public enum WebServiceKeySlot
{
    /// <summary>The first key.</summary>
    Primary,

    /// <summary>The second key, which stays valid while the first is regenerated.</summary>
    Secondary,
}
