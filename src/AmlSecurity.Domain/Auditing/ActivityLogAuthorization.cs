namespace AmlSecurity.Domain.Auditing;

/// <summary>What Azure Resource Manager checked before an operation, and by which assignment it was allowed.</summary>
/// <remarks>
/// All of it may be unknown; the last four are only in the shape of diagnostic settings, under <c>evidence</c>. Equal
/// by all members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record ActivityLogAuthorization
{
    /// <summary>Gets the action that was checked.</summary>
    public string? Action { get; init; }

    /// <summary>Gets where it was checked.</summary>
    public string? Scope { get; init; }

    /// <summary>Gets the role that allowed it.</summary>
    public string? Role { get; init; }

    /// <summary>Gets the holder of the assignment, which is a group where the caller is a member of one.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>Gets what the holder is, in the words of Azure's <c>principalType</c>.</summary>
    public string? PrincipalType { get; init; }

    /// <summary>Gets the assignment that allowed it.</summary>
    public string? RoleAssignmentId { get; init; }

    /// <summary>Gets the scope of that assignment.</summary>
    public string? RoleAssignmentScope { get; init; }
}
