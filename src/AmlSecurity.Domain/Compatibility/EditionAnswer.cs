using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Which edition a topology needs.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record EditionAnswer
{
    private EditionAnswer(ImmutableArray<EditionRow> rows) => Rows = rows;

    /// <summary>Gets the rows that certainly apply, in the order of the page.</summary>
    public ImmutableArray<EditionRow> Rows { get; }

    /// <summary>Determines whether another answer is of the same case and holds the same rows.</summary>
    /// <param name="other">The other answer.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public virtual bool Equals(EditionAnswer? other) =>
        other is not null && EqualityContract == other.EqualityContract && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Rows.Length);

    /// <summary>The topology needs this edition.</summary>
    public sealed record Required : EditionAnswer
    {
        internal Required(Edition edition, ImmutableArray<EditionRow> rows)
            : base(rows) => Edition = edition;

        /// <summary>Gets the least edition that has every row.</summary>
        public Edition Edition { get; }

        /// <summary>Returns one line for a person.</summary>
        /// <returns>The edition and the rules of the rows.</returns>
        public override string ToString() => $"{Plaintext.Words(Edition)} ({EditionAnswer.Names(Rows)})";
    }

    /// <summary>It depends on what is not known.</summary>
    public sealed record Undetermined : EditionAnswer
    {
        internal Undetermined(ImmutableArray<TopologyElement> unknown, ImmutableArray<EditionRow> rows)
            : base(rows) => Unknown = unknown;

        /// <summary>Gets the parts that can still decide it, each by itself.</summary>
        public ImmutableArray<TopologyElement> Unknown { get; }

        /// <summary>Determines whether another answer has the same rows and waits for the same parts.</summary>
        /// <param name="other">The other answer.</param>
        /// <returns><see langword="true"/> if it does.</returns>
        public bool Equals(Undetermined? other) => base.Equals(other) && Unknown.SequenceEqual(other!.Unknown);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Unknown.Length);

        /// <summary>Returns one line for a person.</summary>
        /// <returns>The parts that must be known.</returns>
        public override string ToString() => $"undetermined without {TopologyWords.Of(Unknown)}";
    }

    /// <summary>Under these rules there are no editions (DEC-14).</summary>
    public sealed record NotApplicable : EditionAnswer
    {
        internal NotApplicable(RuleSet rules)
            : base([]) => Rules = rules;

        /// <summary>Gets the rules that were asked.</summary>
        public RuleSet Rules { get; }

        /// <summary>Returns one line for a person.</summary>
        /// <returns>That there are none.</returns>
        public override string ToString() => $"no editions under {Rules}";
    }

    private static string Names(ImmutableArray<EditionRow> rows) =>
        string.Join(", ", rows.Select(row => row.Rule.Text));
}
