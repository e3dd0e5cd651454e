using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A principal with what it holds, by scope, and with its place among the groups.</summary>
/// <remarks>
/// What it holds lies together, so that a decision touches few cache lines however large the policy is. Groups are
/// numbers, because the holder of a group is another one after each change of it.
/// </remarks>
internal sealed class Holder
{
    private readonly Slot[] _slots;
    private readonly int _shift;

    // A bit for each scope: most questions about a scope on which nothing is held end here.
    private readonly ulong _mask;

    private Holder(PrincipalId id, int number, ImmutableArray<Held> held)
    {
        Id = id;
        Number = number;
        All = held;
        var scopes = held.Count(each => each.IsLast);
        _slots = new Slot[Math.Max(2, BitOperations.RoundUpToPowerOf2((uint)scopes * 2))];
        _shift = 32 - BitOperations.Log2((uint)_slots.Length);
        for (var at = 0; at < held.Length; at++)
        {
            if (at == 0 || held[at - 1].IsLast)
            {
                _mask |= BitOf(held[at].Scope);
                Put(held[at].Scope, at);
            }
        }
    }

    /// <summary>Gets the holder of nothing, in no group.</summary>
    public static Holder Nobody { get; } = new(PrincipalId.Everyone, -1, []);

    public PrincipalId Id { get; }

    public int Number { get; }

    /// <summary>Gets everything held, by scope and then in the order of the policy.</summary>
    public ImmutableArray<Held> All { get; }

    /// <summary>Gets every group that it belongs to, through others too.</summary>
    public ImmutableArray<int> Groups { get; private init; } = [];

    /// <summary>Gets the groups that it belongs to directly.</summary>
    public ImmutableArray<int> Parents { get; private init; } = [];

    /// <summary>Gets who belongs to it directly.</summary>
    public ImmutableArray<int> Members { get; private init; } = [];

    public static Holder Create(PrincipalId id, int number, IEnumerable<Held> held) => new(id, number, Sorted(held));

    public Holder Hold(IEnumerable<Held> held) => new(Id, Number, Sorted(held))
    {
        Groups = Groups,
        Parents = Parents,
        Members = Members,
    };

    public Holder Place(ImmutableArray<int> groups, ImmutableArray<int> parents, ImmutableArray<int> members) =>
        new(Id, Number, All) { Groups = groups, Parents = parents, Members = members };

    /// <summary>Finds the first of what is held on a scope; -1 if nothing is.</summary>
    public int Find(int scope)
    {
        if ((_mask & BitOf(scope)) == 0)
        {
            return -1;
        }

        var slots = _slots;
        for (var at = (int)(Mix(scope) >> _shift); ; at++)
        {
            ref readonly var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Scope == scope + 1)
            {
                return slot.First;
            }

            if (slot.Scope == 0)
            {
                return -1;
            }
        }
    }

    private static uint Mix(int scope) => (uint)scope * 2_654_435_769;

    private static ulong BitOf(int scope) => 1UL << (int)(Mix(scope) >> 26);

    private static ImmutableArray<Held> Sorted(IEnumerable<Held> held)
    {
        var sorted = held.ToArray();
        Array.Sort(sorted, static (one, other) => one.Scope != other.Scope
            ? one.Scope.CompareTo(other.Scope)
            : PolicyOrder.OfAssignments.Compare(one.Assignment, other.Assignment));
        for (var at = 0; at < sorted.Length; at++)
        {
            sorted[at] = sorted[at] with
            {
                IsLast = at == sorted.Length - 1 || sorted[at + 1].Scope != sorted[at].Scope,
            };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    private void Put(int scope, int first)
    {
        var at = (int)(Mix(scope) >> _shift);
        while (_slots[at & (_slots.Length - 1)].Scope != 0)
        {
            at++;
        }

        _slots[at & (_slots.Length - 1)] = new Slot(scope + 1, first);
    }

    // The scope is one more than its number, so that an empty slot is all zeros.
    private readonly record struct Slot(int Scope, int First);
}
