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
internal sealed class Holder : INumbered
{
    // As many are looked through in the time that a look into the slots would take.
    private const int FewEnough = 8;

    private readonly Slot[] _slots;
    private readonly int _shift;

    private readonly ScopeFilter _filter;

    private Holder(PrincipalId id, int number, ImmutableArray<Held> held)
    {
        Id = id;
        Number = number;
        All = held;
        _slots = held.Length <= FewEnough ? [] : new Slot[BitOperations.RoundUpToPowerOf2((uint)held.Length * 2)];
        _shift = 32 - BitOperations.Log2((uint)_slots.Length);
        for (var at = 0; at < held.Length; at++)
        {
            if (at == 0 || held[at - 1].IsLast)
            {
                var step = new ScopeStep(held[at].Scope);
                _filter.Add(in step);
                if (_slots.Length > 0)
                {
                    Put(in step, at);
                }
            }
        }
    }

    /// <summary>Gets the holder of nothing, in no group.</summary>
    public static Holder Nobody { get; } = new(PrincipalId.Everyone, -1, []);

    public PrincipalId Id { get; }

    public string Canonical => Id.Canonical;

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
    public int Find(in ScopeStep step) => _slots.Length == 0 ? FindAmongFew(step.Number) : FindSlot(in step);

    /// <summary>Determines whether something may be held on a scope. If not, nothing is.</summary>
    public bool MayHold(in ScopeStep step) => _filter.MayHold(in step);

    private int FindAmongFew(int scope)
    {
        var all = All.AsSpan();
        for (var at = 0; at < all.Length; at++)
        {
            if (all[at].Scope == scope)
            {
                return at;
            }
        }

        return -1;
    }

    private int FindSlot(in ScopeStep step)
    {
        var slots = _slots;
        for (var at = (int)(step.Mix >> _shift); ; at++)
        {
            ref readonly var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Scope == step.Number + 1)
            {
                return slot.First;
            }

            if (slot.Scope == 0)
            {
                return -1;
            }
        }
    }

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

    private void Put(in ScopeStep step, int first)
    {
        var at = (int)(step.Mix >> _shift);
        while (_slots[at & (_slots.Length - 1)].Scope != 0)
        {
            at++;
        }

        _slots[at & (_slots.Length - 1)] = new Slot(step.Number + 1, first);
    }

    // The scope is one more than its number, so that an empty slot is all zeros.
    private readonly record struct Slot(int Scope, int First);
}
