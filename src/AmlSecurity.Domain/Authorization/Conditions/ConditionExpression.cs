using System.Collections.Immutable;
using System.Text;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>A condition, or a part of one, as a tree.</summary>
/// <remarks>
/// One of the seven cases; no other can be added. Its text is canonical: parentheses around every group in a group,
/// <c>!</c> before parentheses, one blank between words. Equal by structure; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public abstract record ConditionExpression
{
    private ConditionExpression(int depth) => Depth = depth;

    /// <summary>Gets how many parentheses and negations stand around the innermost part of the canonical
    /// text.</summary>
    internal int Depth { get; }

    /// <summary>Returns the canonical text.</summary>
    /// <returns>The text, from which reading makes the same tree.</returns>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private protected abstract void Write(StringBuilder text);

    private static ImmutableArray<T> AtLeast<T>(int least, ImmutableArray<T> parts, string name)
        where T : class =>
        parts.IsDefault || parts.Length < least || parts.Contains(null!)
            ? throw new ArgumentException($"there are fewer than {least}, or one is null", name)
            : parts;

    private static bool IsGroup(ConditionExpression part) => part is All or Any;

    private static int DepthOf(ImmutableArray<ConditionExpression> parts) =>
        parts.Max(part => part.Depth + (IsGroup(part) ? 1 : 0));

    private static void Write(StringBuilder text, ImmutableArray<ConditionExpression> parts, string between)
    {
        for (var at = 0; at < parts.Length; at++)
        {
            text.Append(at == 0 ? "" : between).Append(IsGroup(parts[at]) ? "(" : "");
            parts[at].Write(text);
            text.Append(IsGroup(parts[at]) ? ")" : "");
        }
    }

    private static void Write(StringBuilder text, string function, IEnumerable<string> patterns) =>
        text.Append(function).Append('{')
            .AppendJoin(", ", patterns.Select(pattern => new ConditionValue.Text(pattern))).Append('}');

    /// <summary>True if every part is.</summary>
    public sealed record All : ConditionExpression
    {
        /// <summary>Joins parts by <c>AND</c>.</summary>
        /// <param name="parts">Two parts or more.</param>
        /// <exception cref="ArgumentException">There are fewer, or one is null.</exception>
        public All(params ImmutableArray<ConditionExpression> parts)
            : base(DepthOf(AtLeast(2, parts, nameof(parts)))) => Parts = parts;

        /// <summary>Gets what must be true.</summary>
        public ImmutableArray<ConditionExpression> Parts { get; }

        /// <summary>Determines whether two groups have the same parts in the same order.</summary>
        /// <param name="other">The other group.</param>
        /// <returns><see langword="true"/> if they do.</returns>
        public bool Equals(All? other) => other is not null && Parts.SequenceEqual(other.Parts);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Depth, Parts.Length, Parts[0]);

        private protected override void Write(StringBuilder text) => Write(text, Parts, " AND ");
    }

    /// <summary>True if one part is, or several.</summary>
    public sealed record Any : ConditionExpression
    {
        /// <summary>Joins parts by <c>OR</c>.</summary>
        /// <param name="parts">Two parts or more.</param>
        /// <exception cref="ArgumentException">There are fewer, or one is null.</exception>
        public Any(params ImmutableArray<ConditionExpression> parts)
            : base(DepthOf(AtLeast(2, parts, nameof(parts)))) => Parts = parts;

        /// <summary>Gets the alternatives.</summary>
        public ImmutableArray<ConditionExpression> Parts { get; }

        /// <summary>Determines whether two groups have the same parts in the same order.</summary>
        /// <param name="other">The other group.</param>
        /// <returns><see langword="true"/> if they do.</returns>
        public bool Equals(Any? other) => other is not null && Parts.SequenceEqual(other.Parts);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Parts[0], Parts.Length, Depth);

        private protected override void Write(StringBuilder text) => Write(text, Parts, " OR ");
    }

    /// <summary>True if the part is not.</summary>
    public sealed record Negation : ConditionExpression
    {
        /// <summary>Negates a part.</summary>
        /// <param name="part">The part.</param>
        public Negation(ConditionExpression part)
            : base(part is null ? throw new ArgumentNullException(nameof(part)) : part.Depth + 2) => Part = part;

        /// <summary>Gets what must not be true.</summary>
        public ConditionExpression Part { get; }

        private protected override void Write(StringBuilder text)
        {
            text.Append("!(");
            Part.Write(text);
            text.Append(')');
        }
    }

    /// <summary>True if the operation asked for fits one of the patterns: if the condition targets it.</summary>
    public sealed record ActionMatches : ConditionExpression
    {
        /// <summary>Targets operations.</summary>
        /// <param name="patterns">One pattern or more, each of which can match something.</param>
        /// <exception cref="ArgumentException">There is none, or one is null or matches nothing.</exception>
        public ActionMatches(params ImmutableArray<ActionPattern> patterns)
            : base(0) =>
            Patterns = AtLeast(1, patterns, nameof(patterns)).All(CanMatch)
                ? patterns
                : throw new ArgumentException("a pattern matches nothing", nameof(patterns));

        /// <summary>Gets what is targeted.</summary>
        public ImmutableArray<ActionPattern> Patterns { get; }

        /// <summary>Determines whether two parts have the same patterns in the same order.</summary>
        /// <param name="other">The other part.</param>
        /// <returns><see langword="true"/> if they do.</returns>
        public bool Equals(ActionMatches? other) => other is not null && Patterns.SequenceEqual(other.Patterns);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Patterns[0], Patterns.Length);

        internal static bool CanMatch(ActionPattern pattern) => pattern.Shape != ActionPatternShape.Unmatchable;

        private protected override void Write(StringBuilder text) =>
            Write(text, nameof(ActionMatches), Patterns.Select(pattern => pattern.Text));
    }

    /// <summary>True if the sub-operation asked for, such as <c>Blob.List</c>, fits one of the patterns.</summary>
    public sealed record SubOperationMatches : ConditionExpression
    {
        /// <summary>Targets sub-operations.</summary>
        /// <param name="patterns">One pattern or more, compared ignoring case; <c>*</c> stands for anything.</param>
        /// <exception cref="ArgumentException">There is none, or one is null.</exception>
        public SubOperationMatches(params ImmutableArray<string> patterns)
            : base(0) => Patterns = AtLeast(1, patterns, nameof(patterns));

        /// <summary>Gets what is targeted.</summary>
        public ImmutableArray<string> Patterns { get; }

        /// <summary>Determines whether two parts have the same patterns in the same order.</summary>
        /// <param name="other">The other part.</param>
        /// <returns><see langword="true"/> if they do.</returns>
        public bool Equals(SubOperationMatches? other) =>
            other is not null && Patterns.SequenceEqual(other.Patterns, StringComparer.OrdinalIgnoreCase);

        /// <inheritdoc/>
        public override int GetHashCode() =>
            HashCode.Combine(Patterns.Length, StringComparer.OrdinalIgnoreCase.GetHashCode(Patterns[0]));

        private protected override void Write(StringBuilder text) => Write(text, nameof(SubOperationMatches), Patterns);
    }

    /// <summary>True if the attribute has a value.</summary>
    public sealed record Exists : ConditionExpression
    {
        /// <summary>Asks for an attribute.</summary>
        /// <param name="attribute">The attribute.</param>
        public Exists(AttributeName attribute)
            : base(0)
        {
            ArgumentNullException.ThrowIfNull(attribute);
            Attribute = attribute;
        }

        /// <summary>Gets what must be there.</summary>
        public AttributeName Attribute { get; }

        private protected override void Write(StringBuilder text) => text.Append($"Exists {Attribute}");
    }

    /// <summary>True if the two sides compare as the operator says.</summary>
    public sealed record Comparison : ConditionExpression
    {
        /// <summary>Compares two sides.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="by">How values are compared.</param>
        /// <param name="right">The right side.</param>
        /// <param name="quantifier">Which pairs of values must compare so.</param>
        /// <exception cref="ArgumentOutOfRangeException">The operator or the quantifier is none of the
        /// language.</exception>
        public Comparison(
            ConditionOperand left,
            ConditionOperator by,
            ConditionOperand right,
            ConditionQuantifier quantifier = ConditionQuantifier.None)
            : base(0)
        {
            ArgumentNullException.ThrowIfNull(left);
            ArgumentNullException.ThrowIfNull(right);
            Operator = Enum.IsDefined(by) ? by : throw new ArgumentOutOfRangeException(nameof(by));
            Quantifier = Enum.IsDefined(quantifier)
                ? quantifier
                : throw new ArgumentOutOfRangeException(nameof(quantifier));
            Left = Settled(left);
            Right = Settled(right);
        }

        /// <summary>Gets the left side.</summary>
        public ConditionOperand Left { get; }

        /// <summary>Gets how values are compared.</summary>
        public ConditionOperator Operator { get; }

        /// <summary>Gets the right side.</summary>
        public ConditionOperand Right { get; }

        /// <summary>Gets which pairs of values must compare so.</summary>
        public ConditionQuantifier Quantifier { get; }

        private protected override void Write(StringBuilder text)
        {
            var quantifier = Quantifier == ConditionQuantifier.None ? "" : $"{Quantifier}:";
            text.Append($"{Written(Left)} {quantifier}{Operator} {Written(Right)}");
        }

        private ConditionOperand Settled(ConditionOperand operand) => operand is ConditionOperand.Values values
            ? ConditionOperand.Of([.. values.All.Select(value => ConditionOperators.Settle(Operator, value))])
            : operand;

        private string Written(ConditionOperand operand) =>
            operand is ConditionOperand.Values { All: [var only] } && Quantifier == ConditionQuantifier.None
                ? only.ToString()
                : operand.ToString();
    }
}
