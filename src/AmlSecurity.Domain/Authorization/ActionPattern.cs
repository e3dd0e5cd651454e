using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Authorization;

/// <summary>One entry of a role: an operation, or operations by a wildcard, such as <c>Microsoft.Compute/*/read</c>
/// (RBAC-05).</summary>
/// <remarks>
/// At most one <c>*</c>, which is a whole segment and crosses slashes. At either end it covers one segment or more;
/// between two slashes the <see cref="WildcardReading"/> says. Up to 512 characters. Lenient reading keeps every text
/// and says in <see cref="Irregularity"/> what is wrong with it. Equal ignoring case and surrounding blanks; no order.
/// Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<ActionPattern>))]
[TypeConverter(typeof(TextTypeConverter<ActionPattern>))]
public sealed record ActionPattern : ISpanParsable<ActionPattern>
{
    private ActionPattern(string text, TextFault<ActionPatternFault>? irregularity)
    {
        Text = text;
        Irregularity = irregularity;
        Canonical = CaseFolding.Fold(text.Trim());
        Shape = ShapeOf(Canonical, irregularity?.Kind);
        if (Shape is ActionPatternShape.Prefix or ActionPatternShape.Infix or ActionPatternShape.Suffix)
        {
            var star = Canonical.IndexOf('*', StringComparison.Ordinal);
            Head = Canonical[..star];
            Tail = Canonical[(star + 1)..];
        }
    }

    /// <summary>Gets the text exactly as written.</summary>
    public string Text { get; }

    /// <summary>Gets the trimmed, lower-cased text that is matched.</summary>
    public string Canonical { get; }

    /// <summary>Gets where the wildcard stands, if there is one.</summary>
    public ActionPatternShape Shape { get; }

    /// <summary>Gets what is wrong with the text, or null if nothing is.</summary>
    public TextFault<ActionPatternFault>? Irregularity { get; }

    /// <summary>Gets the matched text before the star, with its slash; empty where there is none.</summary>
    internal string Head { get; } = "";

    /// <summary>Gets the matched text behind the star, with its slash; empty where there is none.</summary>
    internal string Tail { get; } = "";

    /// <summary>Reads a pattern strictly.</summary>
    /// <param name="text">The text, in any case.</param>
    /// <returns>The pattern, or why the text is not one.</returns>
    public static OneOf<ActionPattern, TextFault<ActionPatternFault>> Read(string? text) =>
        IrregularityOf(text) is { } fault ? fault : new ActionPattern(text!, null);

    /// <summary>Reads a pattern, whatever its text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The pattern, with its <see cref="Irregularity"/>.</returns>
    public static ActionPattern ReadLeniently(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ActionPattern(text, IrregularityOf(text));
    }

    /// <summary>Determines whether the pattern covers an operation.</summary>
    /// <param name="action">The operation.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public bool Matches(ActionName action, WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(action);
        var name = action.Canonical;
        return Shape switch
        {
            ActionPatternShape.Everything => true,
            ActionPatternShape.Exact => name == Canonical,
            ActionPatternShape.Unmatchable => false,
            _ => IsAround(name) && name.Length switch
            {
                var length when length > Head.Length + Tail.Length => true,

                // Zero segments: `p/*/s` as `p/s`, where one slash serves both head and tail.
                var length => length == Head.Length + Tail.Length - 1
                    && Shape == ActionPatternShape.Infix
                    && reading == WildcardReading.Azure,
            },
        };
    }

    /// <summary>Determines whether two patterns are the same, ignoring case and surrounding blanks.</summary>
    /// <param name="other">The other pattern.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(ActionPattern? other) => other is not null && Canonical == other.Canonical;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Canonical);

    /// <summary>Returns the text exactly as written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    static ActionPattern IParsable<ActionPattern>.Parse(string s, IFormatProvider? provider) =>
        TextValue.Parse(s, Read);

    static bool IParsable<ActionPattern>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActionPattern result) =>
        TextValue.TryParse(s, Read, out result);

    static ActionPattern ISpanParsable<ActionPattern>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<ActionPattern>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActionPattern result) =>
        TextValue.TryParse(s.ToString(), Read, out result);

    private static TextFault<ActionPatternFault>? IrregularityOf(string? text)
    {
        (ActionPatternFault Kind, int? Offset) first = text switch
        {
            _ when string.IsNullOrWhiteSpace(text) => (ActionPatternFault.Empty, 0),
            { Length: > ActionSyntax.MaximumLength } => (ActionPatternFault.TooLong, ActionSyntax.MaximumLength),
            _ when SecondStar(text) is { } star => (ActionPatternFault.WithTwoWildcards, star),
            _ when StarInsideSegment(text) is { } star => (ActionPatternFault.WithAWildcardInsideASegment, star),
            _ when ActionSyntax.SurroundingBlank(text) is { } blank => (ActionPatternFault.SurroundedByBlanks, blank),
            _ when ActionSyntax.ForeignCharacter(text) is { } at => (ActionPatternFault.WithAForeignCharacter, at),
            _ when ActionSyntax.EmptySegment(text) is { } slash => (ActionPatternFault.WithAnEmptySegment, slash),
            _ when text != "*" && !text.Contains('/') => (ActionPatternFault.WithoutAProvider, text.Length),
            _ => (default, null),
        };
        return first.Offset is { } offset ? new TextFault<ActionPatternFault>(first.Kind, offset) : null;
    }

    private static int? SecondStar(string text) =>
        text.LastIndexOf('*') is var last && text.IndexOf('*', StringComparison.Ordinal) < last ? last : null;

    private static int? StarInsideSegment(string text)
    {
        // Surrounding blanks are trimmed before matching, so they are no part of a segment.
        var star = text.IndexOf('*', StringComparison.Ordinal);
        var isWhole = star < 0
            || ((IsBlank(text[..star]) || text[star - 1] == '/')
                && (IsBlank(text[(star + 1)..]) || text[star + 1] == '/'));
        return isWhole ? null : star;
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    private static ActionPatternShape ShapeOf(string canonical, ActionPatternFault? fault) => canonical switch
    {
        _ when fault is ActionPatternFault.Empty or ActionPatternFault.TooLong
            or ActionPatternFault.WithTwoWildcards or ActionPatternFault.WithAWildcardInsideASegment =>
            ActionPatternShape.Unmatchable,
        "*" => ActionPatternShape.Everything,
        ['*', ..] => ActionPatternShape.Suffix,
        [.., '*'] => ActionPatternShape.Prefix,
        _ when canonical.Contains('*', StringComparison.Ordinal) => ActionPatternShape.Infix,
        _ => ActionPatternShape.Exact,
    };

    // Head and tail hold their slashes, so that what is left between them is what the star covers.
    private bool IsAround(string name) =>
        name.StartsWith(Head, StringComparison.Ordinal) && name.EndsWith(Tail, StringComparison.Ordinal);
}
