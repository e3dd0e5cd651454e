using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Rules;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>How far a store has followed a change of the customer's key (ENC-07 to ENC-09, ENC-25).</summary>
/// <remarks>
/// "About one hour" is usual and not promised, hence the delay is a parameter, and the last state is only expected.
/// Equal by all members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record StoreKeyState
{
    private StoreKeyState(
        StoreKind store, StoreKeyChangeKind kind, KeyChangeStatus status, Instant expectedAt, RuleId rule)
    {
        Store = store;
        Kind = kind;
        Status = status;
        ExpectedEffectiveAt = expectedAt;
        Rule = rule;
    }

    /// <summary>Gets the store that follows.</summary>
    public StoreKind Store { get; }

    /// <summary>Gets what was done to the key.</summary>
    public StoreKeyChangeKind Kind { get; }

    /// <summary>Gets whether the store is expected to have noticed.</summary>
    public KeyChangeStatus Status { get; }

    /// <summary>Gets when it is expected to have.</summary>
    public Instant ExpectedEffectiveAt { get; }

    /// <summary>Gets the rule that says so.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets what becomes of requests that need the key.</summary>
    public RequestOutlook Requests => (Kind, Status) switch
    {
        (StoreKeyChangeKind.Rotated, _) => RequestOutlook.Succeed,
        (_, KeyChangeStatus.Pending) => RequestOutlook.MayFail,
        (StoreKeyChangeKind.Revoked, _) => RequestOutlook.Fail,
        _ => RequestOutlook.Succeed,
    };

    /// <summary>Gets whether new data is under the newest version; null while that is open, and after a change that
    /// is no rotation.</summary>
    public bool? IsNewDataUnderNewestVersion =>
        Kind == StoreKeyChangeKind.Rotated && Status == KeyChangeStatus.ExpectedEffective ? true : null;

    /// <summary>Finds out how far a store has followed.</summary>
    /// <param name="store">The store.</param>
    /// <param name="kind">What was done to its key.</param>
    /// <param name="change">Which version, and when.</param>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long the store is expected to take, zero or more;
    /// <see cref="KeyChange.UsualDelay"/> by default.</param>
    /// <returns>The state; a finding if the store cannot be under such a key, or that it can is not stated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The store or kind is none of them, or the delay is less than
    /// zero.</exception>
    public static OneOf<StoreKeyState, Finding> After(
        StoreKind store, StoreKeyChangeKind kind, KeyChange change, Instant now, Duration? delay = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind));
        }

        var option = StoreCatalogue.Find(store).CustomerKey;
        if (option.IsPossible != true)
        {
            return new Finding(
                option.Rule,
                option.IsPossible is null ? FindingSeverity.Undetermined : FindingSeverity.Violation,
                "$",
                $"{Plaintext.Words(store)}: {option.Way}");
        }

        return new StoreKeyState(
            store, kind, change.StatusAt(now, delay), change.ExpectedEffectiveAt(delay), RuleOf(store, kind));
    }

    private static RuleId RuleOf(StoreKind store, StoreKeyChangeKind kind) => (store, kind) switch
    {
        (StoreKind.DedicatedCosmosDb, _) => RuleId.Of("ENC-25"),
        (_, StoreKeyChangeKind.Rotated) => RuleId.Of("ENC-07"),
        _ => RuleId.Of("ENC-08"),
    };
}
