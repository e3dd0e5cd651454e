using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>The cheapest way to keep a workspace on Basic edition.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record BasicPlan
{
    private BasicPlan(ImmutableArray<TopologyChange> changes) => Changes = changes;

    /// <summary>Gets the changes, in the order of the parts.</summary>
    public ImmutableArray<TopologyChange> Changes { get; }

    /// <summary>Determines whether another plan is of the same case and has the same changes.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public virtual bool Equals(BasicPlan? other) =>
        other is not null && EqualityContract == other.EqualityContract && Changes.SequenceEqual(other.Changes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Changes.Length);

    /// <summary>These changes are enough, and no fewer are; none if Basic edition is enough as it is.</summary>
    public sealed record Possible : BasicPlan
    {
        internal Possible(ImmutableArray<TopologyChange> changes, NetworkTopology result)
            : base(changes) => Result = result;

        /// <summary>Gets the topology after the changes.</summary>
        public NetworkTopology Result { get; }

        /// <summary>Returns one line for a person.</summary>
        /// <returns>The changes.</returns>
        public override string ToString() => Changes.IsEmpty ? "nothing to change" : BasicPlan.Words(Changes);
    }

    /// <summary>What is to be kept needs Enterprise edition.</summary>
    public sealed record Impossible : BasicPlan
    {
        internal Impossible(ImmutableArray<TopologyChange> changes, ImmutableArray<TopologyChange> obstacles)
            : base(changes) => Obstacles = obstacles;

        /// <summary>Gets the changes that are needed and ruled out, each with its row.</summary>
        public ImmutableArray<TopologyChange> Obstacles { get; }

        /// <summary>Determines whether another plan has the same changes and obstacles.</summary>
        /// <param name="other">The other plan.</param>
        /// <returns><see langword="true"/> if it has.</returns>
        public bool Equals(Impossible? other) => base.Equals(other) && Obstacles.SequenceEqual(other!.Obstacles);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Obstacles.Length);

        /// <summary>Returns one line for a person.</summary>
        /// <returns>What would have to change.</returns>
        public override string ToString() => $"impossible, since this is kept: {BasicPlan.Words(Obstacles)}";
    }

    /// <summary>The changes are needed; whether they are enough depends on what is not known.</summary>
    public sealed record Undetermined : BasicPlan
    {
        internal Undetermined(ImmutableArray<TopologyChange> changes, ImmutableArray<TopologyElement> unknown)
            : base(changes) => Unknown = unknown;

        /// <summary>Gets the parts that must be known first.</summary>
        public ImmutableArray<TopologyElement> Unknown { get; }

        /// <summary>Determines whether another plan has the same changes and waits for the same parts.</summary>
        /// <param name="other">The other plan.</param>
        /// <returns><see langword="true"/> if it has.</returns>
        public bool Equals(Undetermined? other) => base.Equals(other) && Unknown.SequenceEqual(other!.Unknown);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Unknown.Length);

        /// <summary>Returns one line for a person.</summary>
        /// <returns>The changes that are needed in any case, and what must be known.</returns>
        public override string ToString() =>
            $"{(Changes.IsEmpty ? "" : $"{BasicPlan.Words(Changes)}; ")}find out first: {TopologyWords.Of(Unknown)}";
    }

    /// <summary>Under these rules there are no editions (DEC-14).</summary>
    public sealed record NotApplicable : BasicPlan
    {
        internal NotApplicable(RuleSet rules)
            : base([]) => Rules = rules;

        /// <summary>Gets the rules that were asked.</summary>
        public RuleSet Rules { get; }

        /// <summary>Returns one line for a person.</summary>
        /// <returns>That there are none.</returns>
        public override string ToString() => $"no editions under {Rules}";
    }

    private static string Words(ImmutableArray<TopologyChange> changes) => string.Join("; ", changes);
}
