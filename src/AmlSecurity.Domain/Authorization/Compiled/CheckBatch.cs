using System.Runtime.CompilerServices;
using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Decides some checks together.</summary>
/// <remarks>
/// The first round only touches what the second needs. It has no branch that depends on the data, so the processor
/// fetches holders and chains of several checks at once.
/// </remarks>
internal static class CheckBatch
{
    /// <summary>How many checks are decided together.</summary>
    public const int Length = 32;

    public static void Decide(
        CompiledPolicy owner,
        PolicyTables tables,
        ReadOnlySpan<AccessCheck> checks,
        Span<Verdict> verdicts,
        ConditionAttributes attributes)
    {
        foreach (ref readonly var check in checks)
        {
            // Stryker disable once statement: what is fetched ahead is fetched later otherwise.
            Touch(check.Principal.Holder, check.Scope.Chain);
        }

        for (var at = 0; at < checks.Length; at++)
        {
            ref readonly var check = ref checks[at];
            verdicts[at] = check.Principal.Owner != owner || check.Action.Owner != owner || check.Scope.Owner != owner
                ? CompiledPolicy.Foreign(check.Principal.Owner, check.Action.Owner, check.Scope.Owner)
                : check.Principal.IsRefusedGuest
                ? Verdict.DeniedFor(DenialReason.GuestNotSupported)
                : new CompiledEvaluator(tables, check.Action, attributes)
                    .Decide(check.Principal.Holder!, check.Scope.Chain!, check.Scope.IsExact);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Touch(Holder? holder, ScopeStep[]? chain) =>
        // Stryker disable once all: nobody asks for the sum.
        (holder is null ? 0 : holder.All.Length + holder.Groups.Length) + (chain is null ? 0 : chain.Length);
}
