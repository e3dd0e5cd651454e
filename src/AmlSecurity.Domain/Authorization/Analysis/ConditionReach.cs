using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Finds out whether a condition makes any difference to what stands under it.</summary>
/// <remarks>
/// Each <c>ActionMatches</c> is taken as false where no name that is granted fits it, and as true where every one does;
/// everything else is unknown. If that settles the condition, it is settled for every request.
/// </remarks>
internal sealed class ConditionReach
{
    private readonly RoleReach _control;
    private readonly RoleReach _data;
    private readonly WildcardReading _reading;

    public ConditionReach(RoleDefinition role, WildcardReading reading)
        : this(new RoleReach(role, Plane.Control, reading), new RoleReach(role, Plane.Data, reading), reading)
    {
    }

    public ConditionReach(PermissionBlock block, WildcardReading reading)
        : this(new RoleReach([block], Plane.Control, reading), new RoleReach([block], Plane.Data, reading), reading)
    {
    }

    private ConditionReach(RoleReach control, RoleReach data, WildcardReading reading)
    {
        _control = control;
        _data = data;
        _reading = reading;
    }

    /// <summary>Determines whether the condition holds whatever is asked of what is granted, so that it restricts
    /// nothing.</summary>
    public bool NeverRestricts(AccessCondition condition) =>
        condition.Reading.TryPickT0(out var read, out _)
        && (_control.First() ?? _data.First()) is not null
        && Settle(read.Expression) == true;

    private bool? Settle(ConditionExpression expression) => expression switch
    {
        ConditionExpression.All all => Join(all.Parts.Select(Settle), settling: false),
        ConditionExpression.Any any => Join(any.Parts.Select(Settle), settling: true),
        ConditionExpression.Negation not => !Settle(not.Part),
        ConditionExpression.ActionMatches targeted => Settle(targeted),
        _ => null,
    };

    private static bool? Join(IEnumerable<bool?> parts, bool settling)
    {
        bool? joined = !settling;
        foreach (var part in parts)
        {
            if (part == settling)
            {
                return settling;
            }

            joined = part is null ? null : joined;
        }

        return joined;
    }

    private bool? Settle(ConditionExpression.ActionMatches targeted)
    {
        var (fits, others) = (false, false);
        foreach (var reach in new[] { _control, _data })
        {
            foreach (var name in RepresentativeNames.Of([.. reach.Patterns, .. targeted.Patterns]))
            {
                if (reach.Contains(name))
                {
                    var isTargeted = targeted.Patterns.Any(
                        pattern => PatternAlgebra.Contains(pattern, name, _reading));
                    fits |= isTargeted;
                    others |= !isTargeted;
                }
            }
        }

        return fits && others ? null : fits;
    }
}
