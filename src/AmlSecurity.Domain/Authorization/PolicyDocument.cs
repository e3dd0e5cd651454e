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

    /// <summary>Who belongs to which groups.</summary>
    Groups,

    /// <summary>What is taken away from whom.</summary>
    DenyAssignments,
}
