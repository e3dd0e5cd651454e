namespace AmlSecurity.Domain.Authorization;

/// <summary>What one deny assignment on the way to the scope contributed to a decision, and by which entries.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class ConsideredDeny
{
    internal ConsideredDeny(DenyAssignment deny, DenyOutcome outcome, BlockVerdict verdict)
    {
        Deny = deny;
        Outcome = outcome;
        Covering = verdict.Covering;
        Exempting = verdict.Excluding;
    }

    /// <summary>Gets the deny assignment.</summary>
    public DenyAssignment Deny { get; }

    /// <summary>Gets what it contributed.</summary>
    public DenyOutcome Outcome { get; }

    /// <summary>Gets the entry that covers the operation, or null.</summary>
    public ActionPattern? Covering { get; }

    /// <summary>Gets the exclusion that exempts it, or null.</summary>
    public ActionPattern? Exempting { get; }

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString()
    {
        var what = Outcome switch
        {
            DenyOutcome.Blocked when Deny.Condition is not null =>
                $"blocks it by {Plaintext.Quote(Covering?.Text)}, its condition not being evaluated",
            DenyOutcome.Blocked => $"blocks it by {Plaintext.Quote(Covering?.Text)}",
            DenyOutcome.Audited => $"would block it by {Plaintext.Quote(Covering?.Text)}, but is only audited",
            DenyOutcome.Exempt => $"exempts it by {Plaintext.Quote(Exempting?.Text)}",
            DenyOutcome.OtherScope => "does not apply to child scopes",
            DenyOutcome.PrincipalExcluded => "excludes the principal",
            DenyOutcome.OtherPrincipal => "names other principals",
            _ => "does not cover it",
        };
        return $"{Plaintext.Quote(Deny.Name ?? Deny.Id)} at {Plaintext.Quote(Deny.Scope.Text)}: {what}";
    }
}
