namespace AmlSecurity.Domain.Authorization;

/// <summary>Lists the documents that a policy is read from.</summary>
public enum PolicyDocument
{
    /// <summary>The role definitions.</summary>
    Roles,

    /// <summary>The role assignments.</summary>
    Assignments,

    /// <summary>The tree of management groups.</summary>
    Hierarchy,

    /// <summary>The groups.</summary>
    Groups,

    /// <summary>The deny assignments.</summary>
    DenyAssignments,
}
