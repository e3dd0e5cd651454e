using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>A condition of attribute-based access control that was read (RBAC-04).</summary>
/// <remarks>
/// Up to 8,192 characters and 64 levels of parentheses and negations. Equal by its tree, hence whatever the blanks, the
/// redundant parentheses and the case of words; no order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Condition>))]
[TypeConverter(typeof(TextTypeConverter<Condition>))]
public sealed record Condition : ISpanParsable<Condition>
{
    /// <summary>The most levels of parentheses and negations.</summary>
    public const int MaximumDepth = 64;

    private Condition(string text, ConditionExpression expression)
    {
        Text = text;
        Expression = expression;
    }

    /// <summary>Gets the text exactly as written.</summary>
    public string Text { get; }

    /// <summary>Gets the text in one form for all conditions that are equal.</summary>
    /// <remarks>It can be longer than what was written, and so beyond the limit.</remarks>
    public string Canonical => Expression.ToString();

    /// <summary>Gets what the text says.</summary>
    public ConditionExpression Expression { get; }

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The text; words in any case, with any blanks and line ends between them.</param>
    /// <returns>The condition, or why the text is none.</returns>
    public static OneOf<Condition, TextFault<ConditionFault>> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new TextFault<ConditionFault>(ConditionFault.Empty, 0);
        }

        if (text.Length > AccessCondition.MaximumLength)
        {
            return new TextFault<ConditionFault>(ConditionFault.TooLong, AccessCondition.MaximumLength);
        }

        var parser = new ConditionParser(text);
        return parser.Read() is { } expression ? new Condition(text, expression) : parser.Fault;
    }

    /// <summary>Makes a condition of a tree.</summary>
    /// <param name="expression">The tree.</param>
    /// <returns>The condition, whose text is canonical.</returns>
    /// <exception cref="ArgumentException">The text would be longer or more deeply nested than a condition may
    /// be.</exception>
    public static Condition Create(ConditionExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Depth <= MaximumDepth
            && expression.ToString() is { Length: <= AccessCondition.MaximumLength } text
            ? new Condition(text, expression)
            : throw new ArgumentException("the condition is too long or too deeply nested", nameof(expression));
    }

    /// <summary>Determines whether the condition is true of a request.</summary>
    /// <param name="action">The operation asked for.</param>
    /// <param name="attributes">What is known of the four sources.</param>
    /// <param name="reading">What a star between two slashes covers in the patterns of operations.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Holds(
        ActionName action, ConditionAttributes attributes, WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(attributes);
        return new ConditionEvaluator(action, attributes, reading).Holds(Expression);
    }

    /// <summary>Evaluates the condition and says what decided.</summary>
    /// <param name="action">The operation asked for.</param>
    /// <param name="attributes">What is known of the four sources.</param>
    /// <param name="reading">What a star between two slashes covers in the patterns of operations.</param>
    /// <returns>The answer of <see cref="Holds"/>, with the parts that decided.</returns>
    public ConditionEvaluation Evaluate(
        ActionName action, ConditionAttributes attributes, WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(attributes);
        return new ConditionEvaluator(action, attributes, reading).Explain(Expression);
    }

    /// <summary>Determines whether two conditions say the same, part by part.</summary>
    /// <param name="other">The other condition.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(Condition? other) => other is not null && Expression == other.Expression;

    /// <inheritdoc/>
    public override int GetHashCode() => Expression.GetHashCode();

    /// <summary>Returns the text exactly as written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    static Condition IParsable<Condition>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<Condition>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Condition result) =>
        TextValue.TryParse(s, Read, out result);

    static Condition ISpanParsable<Condition>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<Condition>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Condition result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
