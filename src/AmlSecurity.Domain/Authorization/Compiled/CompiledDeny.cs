using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A deny assignment with the numbers of its principals and what it makes of each operation.</summary>
internal sealed class CompiledDeny
{
    private readonly CompiledBlocks _blocks;
    private readonly PrincipalSet _denied;
    private readonly PrincipalSet _spared;

    public CompiledDeny(
        DenyAssignment deny, Func<PrincipalId, int> numberOf, OperationTable operations, WildcardReading reading)
    {
        Deny = deny;
        _denied = new PrincipalSet(deny.Principals, numberOf);
        _spared = new PrincipalSet(deny.ExcludedPrincipals, numberOf);
        _blocks = new CompiledBlocks(deny.Blocks, operations, reading);
    }

    public DenyAssignment Deny { get; }

    /// <summary>Determines whether it blocks an operation for a principal. As everywhere, conditions count as if they
    /// held.</summary>
    public bool Blocks(Holder holder, in ActionHandle action, bool isAtScope, WildcardReading reading) =>
        (isAtScope || !Deny.DoesNotApplyToChildScopes)
        && Covers(action, reading)
        && _denied.Names(holder)
        && !_spared.Names(holder);

    private bool Covers(in ActionHandle action, WildcardReading reading)
    {
        if (action.Bit >= 0)
        {
            return _blocks[action.Bit] == BlockOutcome.Granted;
        }

        foreach (var block in Deny.Blocks)
        {
            if (block.Judge(action.Name!, action.Plane, reading).IsGranted)
            {
                return true;
            }
        }

        return false;
    }

    private readonly struct PrincipalSet(ImmutableArray<DenyPrincipal> principals, Func<PrincipalId, int> numberOf)
    {
        private readonly bool _everyone = principals.Any(principal => principal.Id == PrincipalId.Everyone);
        private readonly ImmutableArray<int> _numbers =
            [.. principals.Select(principal => numberOf(principal.Id)).Order()];

        public bool Names(Holder holder)
        {
            if (_everyone || Contains(holder.Number))
            {
                return true;
            }

            foreach (var group in holder.Groups)
            {
                if (Contains(group))
                {
                    return true;
                }
            }

            return false;
        }

        private bool Contains(int number) => _numbers.AsSpan().BinarySearch(number) >= 0;
    }
}
