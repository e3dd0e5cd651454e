using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Finds out which rules an event breaks, in view of what is true of the vault.</summary>
internal static class WorldRules
{
    /// <summary>Gets the rules that are broken.</summary>
    public static Rule Broken(in World before, Outcome outcome, in World after, Scope scope)
    {
        var broken = outcome.Verdict == KeyCacheVerdict.Admitted
            ? BrokenByAdmission(before, outcome.Granted, scope)
            : Rule.None;
        var isHeldWell = after.IsHeld == (outcome.Granted is not null) && (before.IsHeld || !outcome.Zeroes);
        return isHeldWell ? broken : broken | Rule.Erasure;
    }

    private static Rule BrokenByAdmission(in World before, int? version, Scope scope)
    {
        var broken = version == scope.Tracked && before.DisabledFor >= scope.WindowTicks ? Rule.Law : Rule.None;
        if (before.Proof is not { } proof || proof.Version != version)
        {
            return broken | Rule.Proof;
        }

        broken |= proof.Sent.IsWithin(scope.LifeTicks) ? Rule.None : Rule.Life;
        return proof.HasExpired ? broken | Rule.Memory : broken;
    }
}
