using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>One kind of data in one store.</summary>
/// <remarks>Equal by item, store and keys, which decide the rest; no order. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed record DataRegisterEntry
{
    internal DataRegisterEntry(
        DataItem item, StoreEntry store, StorePosture posture, HbiEffect effect, ImmutableArray<DataReader> readers)
    {
        Item = item;
        Store = store.Kind;
        Owner = store.Owner;
        IsUsed = posture.IsUsed;
        Keys = posture.Keys;
        Rule = posture.Rule;
        HbiEffect = effect;
        Readers = readers;
    }

    /// <summary>Gets what it is.</summary>
    public DataItem Item { get; }

    /// <summary>Gets where it lies.</summary>
    public StoreKind Store { get; }

    /// <summary>Gets in whose subscription that is.</summary>
    public StoreOwner Owner { get; }

    /// <summary>Gets whether the workspace has the store; null if that is not known.</summary>
    public bool? IsUsed { get; }

    /// <summary>Gets whose key encrypts it.</summary>
    public KeyOwner Keys { get; }

    /// <summary>Gets the rule on the key.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets what <c>hbi_workspace</c> does to it.</summary>
    public HbiEffect HbiEffect { get; }

    /// <summary>Gets who can read it, as far as the rules say.</summary>
    public ImmutableArray<DataReader> Readers { get; }

    /// <summary>Gets a value indicating whether it leaves the subscription of the customer.</summary>
    public bool LeavesSubscription => Owner is StoreOwner.Microsoft or StoreOwner.MicrosoftAsRead;

    /// <summary>Determines whether two entries are the same.</summary>
    /// <param name="other">The other entry.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(DataRegisterEntry? other) =>
        other is not null && (Item, Store, IsUsed, Keys) == (other.Item, other.Store, other.IsUsed, other.Keys);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Item, Store, Keys);

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Item, store, owner, keys and readers.</returns>
    public override string ToString() =>
        $"{Plaintext.Words(Item)}: {Plaintext.Words(Store)}, {Plaintext.Words(Owner)}, {Plaintext.Words(Keys)} ({Rule})"
        + $"; read by {string.Join(", ", Readers.Select(Plaintext.Words))}";
}
