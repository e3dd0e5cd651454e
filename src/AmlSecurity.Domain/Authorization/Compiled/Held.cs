namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>An assignment as its holder keeps it.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Scope">The number of its scope.</param>
/// <param name="Reference">The number of its reference to a role.</param>
/// <param name="IsConditional">Whether it has a condition; here too, because the assignment is far away.</param>
/// <param name="IsLast">Whether no further one of the holder stands on the scope.</param>
internal readonly record struct Held(
    RoleAssignment Assignment, int Scope, int Reference, bool IsConditional, bool IsLast)
{
    public Held(RoleAssignment assignment, int scope, int reference)
        : this(assignment, scope, reference, assignment.Condition is not null, IsLast: false)
    {
    }
}
