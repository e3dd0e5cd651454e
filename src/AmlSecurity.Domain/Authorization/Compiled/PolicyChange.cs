using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Copies the tables of a policy with one change.</summary>
internal static class PolicyChange
{
    public static PolicyTables With(PolicyTables tables, RoleAssignment added)
    {
        var grown = Including(Including(tables, added.PrincipalId), added.Scope);
        grown = grown with { Roles = grown.Roles.With(added.Role) };
        var holder = grown.Find(added.PrincipalId)!;
        var scope = grown.Find(added.Scope)!.Chain[0];
        return Holds(holder, in scope, added)
            ? tables
            : With(grown, holder.Hold(holder.All.Append(
                new Held(added, scope.Number, grown.Roles.NumberOf(added.Role)))));
    }

    public static PolicyTables Without(PolicyTables tables, RoleAssignment removed) =>
        tables.Find(removed.PrincipalId) is { } holder
        && tables.Find(removed.Scope) is { } scope
        && Holds(holder, in scope.Chain[0], removed)
            ? With(tables, holder.Hold(holder.All.Where(held => held.Assignment != removed)))
            : tables;

    /// <summary>Puts deny assignments in place of those that there are.</summary>
    public static PolicyTables WithDenies(PolicyTables tables, ImmutableArray<DenyAssignment> denies)
    {
        var grown = tables;
        foreach (var deny in denies.Except(tables.DenyAssignments))
        {
            grown = deny.Principals.Concat(deny.ExcludedPrincipals)
                .Aggregate(Including(grown, deny.Scope), (sofar, principal) => Including(sofar, principal.Id));
        }

        var scopes = grown.Scopes;
        var changed = tables.DenyAssignments.Except(denies).Concat(denies.Except(tables.DenyAssignments));
        foreach (var scope in changed.Select(deny => deny.Scope).Distinct())
        {
            var node = grown.Find(scope)!;
            scopes = scopes.With(node with
            {
                Denies =
                [
                    .. denies.Where(deny => deny.Scope == scope && deny.Effect == DenyEffect.Enforced)
                        .Order(PolicyOrder.OfDenies)
                        .Select(deny => new CompiledDeny(
                            deny, id => grown.Find(id)!.Number, grown.Operations, grown.Reading)),
                ],
            });
        }

        return grown with { Scopes = scopes, DenyAssignments = denies, DenyScopes = BitsOf(grown, denies) };
    }

    public static PolicyTables With(PolicyTables tables, PrincipalId group, PrincipalId member)
    {
        var grown = Including(Including(tables, group), member);
        var (outer, inner) = (grown.Find(group)!, grown.Find(member)!);
        return outer.Members.Contains(inner.Number)
            ? tables
            : Regroup(Link(grown, outer.Number, inner.Number, (list, number) => list.Add(number)), inner.Number);
    }

    public static PolicyTables Without(PolicyTables tables, PrincipalId group, PrincipalId member) =>
        tables.Find(group) is { } outer && tables.Find(member) is { } inner && outer.Members.Contains(inner.Number)
            ? Regroup(
                Link(tables, outer.Number, inner.Number, (list, number) => list.Remove(number)), inner.Number)
            : tables;

    private static bool Holds(Holder holder, in ScopeStep scope, RoleAssignment assignment)
    {
        for (var at = holder.Find(in scope); at >= 0; at++)
        {
            if (holder.All[at].Assignment == assignment)
            {
                return true;
            }

            if (holder.All[at].IsLast)
            {
                return false;
            }
        }

        return false;
    }

    private static PolicyTables With(PolicyTables tables, Holder holder) =>
        tables with { Holders = tables.Holders.With(holder) };

    private static PolicyTables Including(PolicyTables tables, PrincipalId id) => tables.Find(id) is not null
        ? tables
        : With(tables, Holder.Create(id, tables.Holders.Count, []));

    private static PolicyTables Including(PolicyTables tables, ResourceId scope)
    {
        if (tables.Find(scope) is not null)
        {
            return tables;
        }

        var growth = new ScopeGrowth(tables.Hierarchy, tables.Find, tables.Scopes.Count);
        growth.NumberOf(scope);
        return tables with { Scopes = growth.Added.Aggregate(tables.Scopes, (scopes, node) => scopes.With(node)) };
    }

    private static ulong[] BitsOf(PolicyTables tables, ImmutableArray<DenyAssignment> denies)
    {
        ImmutableArray<int> numbers =
        [
            .. denies.Where(deny => deny.Effect == DenyEffect.Enforced)
                .Select(deny => tables.Find(deny.Scope)!.Number),
        ];
        var bits = numbers.IsEmpty ? [] : new ulong[(numbers.Max() >> 6) + 1];
        foreach (var number in numbers)
        {
            bits[number >> 6] |= 1UL << number;
        }

        return bits;
    }

    private static PolicyTables Link(
        PolicyTables tables, int group, int member, Func<ImmutableArray<int>, int, ImmutableArray<int>> change)
    {
        var outer = tables.Holders[group];
        var linked = With(tables, outer.Place(outer.Groups, outer.Parents, change(outer.Members, member)));

        // Read anew, because a group may be a member of itself.
        var inner = linked.Holders[member];
        return With(linked, inner.Place(inner.Groups, change(inner.Parents, group), inner.Members));
    }

    // Whoever belongs to what was linked, through others too, may belong to other groups now.
    private static PolicyTables Regroup(PolicyTables tables, int linked)
    {
        var changed = tables;
        foreach (var number in Reach(linked, at => tables.Holders[at].Members).Append(linked).Distinct())
        {
            var holder = changed.Holders[number];
            ImmutableArray<int> groups =
                [.. Reach(number, at => tables.Holders[at].Parents).Where(group => group != number)];
            changed = With(changed, holder.Place(groups, holder.Parents, holder.Members));
        }

        return changed;
    }

    private static HashSet<int> Reach(int start, Func<int, ImmutableArray<int>> next)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<int>([start]);
        while (pending.TryPop(out var at))
        {
            foreach (var step in next(at))
            {
                if (seen.Add(step))
                {
                    pending.Push(step);
                }
            }
        }

        return seen;
    }
}
