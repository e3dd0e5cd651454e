using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Rules;

/// <summary>The stable name of one rule of the model, such as <c>AUTHZ-05</c> or <c>NET-05.3</c>.</summary>
/// <remarks>
/// Two to ten capital letters, a dash, one to three digits and, for a row of a table, a dot and one or two digits.
/// Equal by text, ordinally; no order of its own. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<RuleId>))]
[TypeConverter(typeof(TextTypeConverter<RuleId>))]
public sealed record RuleId : ISpanParsable<RuleId>
{
    private RuleId(string text) => Text = text;

    /// <summary>Gets the text of the name.</summary>
    public string Text { get; }

    /// <summary>Reads a rule's name.</summary>
    /// <param name="text">The text, in capitals.</param>
    /// <returns>The name, or why the text is not one.</returns>
    public static OneOf<RuleId, TextFault<RuleIdFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<RuleIdFault>(RuleIdFault.Empty, 0);
        }

        var at = 0;
        var sound = Run(text, ref at, 2, 10, char.IsAsciiLetterUpper)
            && Take(text, ref at, '-')
            && Run(text, ref at, 1, 3, char.IsAsciiDigit)
            && (at == text.Length || (Take(text, ref at, '.') && Run(text, ref at, 1, 2, char.IsAsciiDigit)))
            && at == text.Length;
        return sound
            ? new RuleId(text)
            : new TextFault<RuleIdFault>(RuleIdFault.NotOfTheFormWordDashNumber, at);
    }

    /// <summary>Returns the text of the name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    /// <summary>Names a rule in code. For constants of this library only.</summary>
    internal static RuleId Of(string text) => Read(text).Expect();

    static RuleId IParsable<RuleId>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<RuleId>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RuleId result) =>
        TextValue.TryParse(s, Read, out result);

    static RuleId ISpanParsable<RuleId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<RuleId>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out RuleId result) =>
        TextValue.TryParse(s.ToString(), Read, out result);

    private static bool Take(string text, ref int at, char expected)
    {
        var taken = at < text.Length && text[at] == expected;
        at += taken ? 1 : 0;
        return taken;
    }

    private static bool Run(string text, ref int at, int least, int most, Func<char, bool> accepts)
    {
        var from = at;
        while (at < text.Length && at - from < most && accepts(text[at]))
        {
            at++;
        }

        return at - from >= least;
    }
}
