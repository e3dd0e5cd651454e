namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>The answer of a <see cref="CompiledPolicy"/>: allowed by an assignment, or denied for a reason.</summary>
/// <remarks>
/// The default is denied, for want of an assignment. <see cref="CompiledPolicy.Describe"/> makes an
/// <see cref="AccessDecision"/> of it. Equal by its members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public readonly record struct Verdict
{
    private readonly object? _ground;

    private Verdict(DenialReason reason, object? ground)
    {
        Reason = reason;
        _ground = ground;
    }

    /// <summary>Gets a value indicating whether access is allowed.</summary>
    public bool IsAllowed => _ground is RoleAssignment;

    /// <summary>Gets why access is denied; of no meaning if it is allowed.</summary>
    public DenialReason Reason { get; }

    /// <summary>Gets the assignment that grants it, or null: the nearest to the scope, then the first by id.</summary>
    public RoleAssignment? Assignment => _ground as RoleAssignment;

    /// <summary>Gets the deny assignment that blocks, or null.</summary>
    public DenyAssignment? Deny => _ground as DenyAssignment;

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => _ground switch
    {
        RoleAssignment assignment => $"allowed by assignment {Plaintext.Quote(assignment.Id)}",
        DenyAssignment deny => $"denied by {Plaintext.Quote(deny.Name ?? deny.Id)}",
        _ => $"denied: {Plaintext.Words(Reason)}",
    };

    internal static Verdict AllowedBy(RoleAssignment assignment) => new(default, assignment);

    internal static Verdict DeniedBy(DenyAssignment deny) => new(DenialReason.DenyAssignment, deny);

    internal static Verdict DeniedFor(DenialReason reason) => new(reason, null);
}
