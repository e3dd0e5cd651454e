using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>What the rules say of one store.</summary>
/// <remarks>
/// One row of <see cref="StoreCatalogue"/>. Equal by kind, as there is one row for each; no order. Immutable, hence
/// safe for concurrent use.
/// </remarks>
public sealed record StoreEntry
{
    internal StoreEntry(
        StoreKind kind,
        StoreOwner owner,
        KeyOwner defaultKeys,
        string rule,
        CustomerKeyOption customerKey,
        StoreDeletion deletion,
        params ImmutableArray<DataItem> holds)
    {
        Kind = kind;
        Owner = owner;
        DefaultKeys = defaultKeys;
        Rule = RuleId.Of(rule);
        CustomerKey = customerKey;
        Deletion = deletion;
        Holds = holds;
    }

    /// <summary>Gets which store it is.</summary>
    public StoreKind Kind { get; }

    /// <summary>Gets in whose subscription it is.</summary>
    public StoreOwner Owner { get; }

    /// <summary>Gets whose key encrypts it while nobody has chosen another.</summary>
    public KeyOwner DefaultKeys { get; }

    /// <summary>Gets the rule on owner and default.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets whether it can be under a key of the customer, and how.</summary>
    public CustomerKeyOption CustomerKey { get; }

    /// <summary>Gets when it goes.</summary>
    public StoreDeletion Deletion { get; }

    /// <summary>Gets what lies in it.</summary>
    public ImmutableArray<DataItem> Holds { get; }

    /// <summary>Determines whether two entries are of one store.</summary>
    /// <param name="other">The other entry.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(StoreEntry? other) => other is not null && Kind == other.Kind;

    /// <inheritdoc/>
    public override int GetHashCode() => Kind.GetHashCode();

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Kind, owner and default.</returns>
    public override string ToString() =>
        $"{Plaintext.Words(Kind)}: {Plaintext.Words(Owner)}, {Plaintext.Words(DefaultKeys)} ({Rule})";
}
