namespace AmlSecurity.Domain.Authorization;

/// <summary>Says what one assignment of the principal contributed to a decision.</summary>
/// <remarks>Ordered from the least to the most. The default is <see cref="RoleNotFound"/>.</remarks>
public enum AssignmentOutcome
{
    /// <summary>Its role is not among the definitions, or the reference fits several different ones.</summary>
    RoleNotFound,

    /// <summary>Its role does not cover the operation.</summary>
    Silent,

    /// <summary>Its role covers the operation and excludes it again.</summary>
    Excluded,

    /// <summary>It would grant, under a condition that cannot be read.</summary>
    ConditionUnreadable,

    /// <summary>It would grant, under a condition that does not hold.</summary>
    ConditionNotMet,

    /// <summary>It grants.</summary>
    Granted,
}
