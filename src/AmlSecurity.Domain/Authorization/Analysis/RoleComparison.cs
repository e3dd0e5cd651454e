namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>How what one role grants on a plane stands to what another grants there (RBAC-02, RBAC-05,
/// RBAC-06).</summary>
/// <remarks>
/// Over every name that can be written, of one segment or more, not over a list of operations: what a provider adds
/// tomorrow is judged today. What stands under a condition counts as granted and is flagged; a malformed entry matches
/// nothing. Each witness is a name that both roles judge as said, and where a rule can be shown by an operation that
/// stands in a role, it is one. A witness made of two very long entries can be longer than the names that
/// <see cref="ActionName"/> reads. Equal by roles, plane, reading and answer; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public sealed record RoleComparison
{
    private RoleComparison(
        RoleDefinition a, RoleDefinition b, Plane plane, WildcardReading reading, Witnesses witnesses)
    {
        A = a;
        B = b;
        Plane = plane;
        Reading = reading;
        OnlyA = NameOf(witnesses.OnlyA);
        OnlyB = NameOf(witnesses.OnlyB);
        Both = NameOf(witnesses.Both);
        Relation = (OnlyA, OnlyB, Both) switch
        {
            (null, null, _) => RoleRelation.Equal,
            (null, _, _) => RoleRelation.Narrower,
            (_, null, _) => RoleRelation.Wider,
            (_, _, null) => RoleRelation.Disjoint,
            _ => RoleRelation.Overlapping,
        };
    }

    /// <summary>Gets the role that is compared.</summary>
    public RoleDefinition A { get; }

    /// <summary>Gets the role that it is compared with.</summary>
    public RoleDefinition B { get; }

    /// <summary>Gets the plane on which they are compared.</summary>
    public Plane Plane { get; }

    /// <summary>Gets what a star between two slashes covers.</summary>
    public WildcardReading Reading { get; }

    /// <summary>Gets how <see cref="A"/> stands to <see cref="B"/>.</summary>
    public RoleRelation Relation { get; }

    /// <summary>Gets an operation that only <see cref="A"/> grants, or null if there is none.</summary>
    public ActionName? OnlyA { get; }

    /// <summary>Gets an operation that only <see cref="B"/> grants, or null if there is none.</summary>
    public ActionName? OnlyB { get; }

    /// <summary>Gets an operation that both grant, or null if there is none.</summary>
    public ActionName? Both { get; }

    /// <summary>Gets a value indicating whether <see cref="A"/> has entries under a condition on this plane.</summary>
    public bool IsConditionalA => IsConditional(A, Plane);

    /// <summary>Gets a value indicating whether <see cref="B"/> has entries under a condition on this plane.</summary>
    public bool IsConditionalB => IsConditional(B, Plane);

    /// <summary>Compares two roles.</summary>
    /// <param name="a">The role to be compared.</param>
    /// <param name="b">The role to compare it with.</param>
    /// <param name="plane">The plane.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns>The relation, with a witness for each part of it that is not empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Plane or reading is neither of the two.</exception>
    public static RoleComparison Compare(
        RoleDefinition a, RoleDefinition b, Plane plane, WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Choice.Demand(plane, nameof(plane));
        Choice.Demand(reading, nameof(reading));
        return new RoleComparison(a, b, plane, reading, Witnesses.Find(Of(a), Of(b)));

        RoleReach Of(RoleDefinition role) => new(role, plane, reading);
    }

    /// <summary>Returns a line for a person.</summary>
    /// <returns>The relation, and what only one of the two grants.</returns>
    public override string ToString() =>
        $"{A.Name} is {Plaintext.Words(Relation)} to {B.Name}"
        + (OnlyA is null ? "" : $"; only {A.Name} grants {OnlyA}")
        + (OnlyB is null ? "" : $"; only {B.Name} grants {OnlyB}");

    private static bool IsConditional(RoleDefinition role, Plane plane) =>
        role.Blocks.Any(block => block.Condition is not null && RoleReach.EntriesOf(block, plane).Length > 0);

    private static ActionName? NameOf(string? name) => name is null ? null : ActionName.OfSegments(name);
}
