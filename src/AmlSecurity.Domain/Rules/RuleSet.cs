using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using OneOf;

namespace AmlSecurity.Domain.Rules;

/// <summary>The rules in force on a date (DEC-14).</summary>
/// <remarks>
/// From 2020-03-13 on. <see cref="Current"/> is the open end: every rule that this version of the library knows to be
/// in force, and no clock is asked. Equal by date; compare <see cref="Date"/> for order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<RuleSet>))]
[TypeConverter(typeof(TextTypeConverter<RuleSet>))]
public sealed record RuleSet : ISpanParsable<RuleSet>
{
    private const string CurrentText = "current";

    private RuleSet(LocalDate date) => Date = date;

    /// <summary>Gets the rules of the source page, 2020-03-13.</summary>
    public static RuleSet March2020 { get; } = new(new LocalDate(2020, 3, 13));

    /// <summary>Gets the rules of the pages of 2020-07-28.</summary>
    public static RuleSet July2020 { get; } = new(new LocalDate(2020, 7, 28));

    /// <summary>Gets the newest rules that this version of the library knows.</summary>
    public static RuleSet Current { get; } = new(LocalDate.MaxIsoValue);

    /// <summary>Gets the date; for <see cref="Current"/> the last date of the ISO calendar.</summary>
    public LocalDate Date { get; }

    /// <summary>Reads a rule set.</summary>
    /// <param name="text"><c>current</c>, or an ISO date from <c>2020-03-13</c> on.</param>
    /// <returns>The rule set, or why the text is not one.</returns>
    public static OneOf<RuleSet, TextFault<RuleSetFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<RuleSetFault>(RuleSetFault.Empty, 0);
        }

        if (text == CurrentText)
        {
            return Current;
        }

        return LocalDatePattern.Iso.Parse(text) switch
        {
            { Success: false } => new TextFault<RuleSetFault>(RuleSetFault.NeitherCurrentNorAnIsoDate, 0),
            { Value: var date } when date < March2020.Date =>
                new TextFault<RuleSetFault>(RuleSetFault.OlderThanTheOldestRules, 0),
            { Value: var date } => new RuleSet(date),
        };
    }

    /// <summary>Returns the text that <see cref="Read(string?)"/> reads.</summary>
    /// <returns>The ISO date, or <c>current</c>.</returns>
    public override string ToString() => this == Current ? CurrentText : LocalDatePattern.Iso.Format(Date);

    static RuleSet IParsable<RuleSet>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<RuleSet>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RuleSet result) =>
        TextValue.TryParse(s, Read, out result);

    static RuleSet ISpanParsable<RuleSet>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<RuleSet>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out RuleSet result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
