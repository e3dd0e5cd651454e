namespace AmlSecurity.Domain.Authorization;

/// <summary>Says what one deny assignment on the way to the scope contributed to a decision.</summary>
/// <remarks>The default is <see cref="OtherPrincipal"/>.</remarks>
public enum DenyOutcome
{
    /// <summary>It names neither the principal nor its groups.</summary>
    OtherPrincipal,

    /// <summary>It excludes the principal or one of its groups.</summary>
    PrincipalExcluded,

    /// <summary>It stands on a parent and does not apply to child scopes.</summary>
    OtherScope,

    /// <summary>It does not cover the operation.</summary>
    Silent,

    /// <summary>It covers the operation and exempts it again.</summary>
    Exempt,

    /// <summary>It would block, but is only audited.</summary>
    Audited,

    /// <summary>It blocks.</summary>
    Blocked,
}
