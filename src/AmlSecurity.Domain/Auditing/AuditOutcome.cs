namespace AmlSecurity.Domain.Auditing;

/// <summary>What came of what a record tells.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record AuditOutcome
{
    private AuditOutcome()
    {
    }

    /// <summary>Access was allowed.</summary>
    /// <param name="Evidence">By what, 1 to 1,024 characters.</param>
    public sealed record Allowed(string Evidence) : AuditOutcome;

    /// <summary>Access was denied.</summary>
    /// <param name="Reason">Why, 1 to 1,024 characters.</param>
    public sealed record Denied(string Reason) : AuditOutcome;

    /// <summary>It began, and its end is told by another record.</summary>
    public sealed record Started : AuditOutcome;

    /// <summary>It ended well.</summary>
    public sealed record Succeeded : AuditOutcome;

    /// <summary>It ended badly.</summary>
    /// <param name="Code">The code of the failure, 1 to 1,024 characters.</param>
    public sealed record Failed(string Code) : AuditOutcome;
}
