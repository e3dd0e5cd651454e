namespace AmlSecurity.Domain.Authorization;

/// <summary>Says what a condition came to on a request.</summary>
/// <remarks>Ordered from the least to the most. The default is <see cref="Unreadable"/>, which does not
/// grant.</remarks>
public enum ConditionOutcome
{
    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>It does not hold.</summary>
    NotMet,

    /// <summary>It holds.</summary>
    Met,
}
