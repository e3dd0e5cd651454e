using System.Collections.Frozen;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>What the operators compare, and how.</summary>
internal static class ConditionOperators
{
    private static readonly FrozenDictionary<string, ConditionOperator> ByName =
        Enum.GetValues<ConditionOperator>().ToFrozenDictionary(
            named => named.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ConditionQuantifier> QuantifiersByName =
        Enum.GetValues<ConditionQuantifier>().Where(named => named != ConditionQuantifier.None).ToFrozenDictionary(
            named => named.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ConditionSource> SourcesByName =
        Enum.GetValues<ConditionSource>().ToFrozenDictionary(
            named => named.ToString(), StringComparer.OrdinalIgnoreCase);

    public static ConditionOperator? Find(ReadOnlySpan<char> name) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : null;

    public static ConditionQuantifier? FindQuantifier(ReadOnlySpan<char> name) =>
        QuantifiersByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : null;

    public static ConditionSource? FindSource(ReadOnlySpan<char> name) =>
        SourcesByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : null;

    /// <summary>Brings a value that stands in a condition into the type of its operator, so that it is spelled out only
    /// once.</summary>
    public static ConditionValue Settle(ConditionOperator by, ConditionValue value) => by switch
    {
        >= ConditionOperator.GuidEquals => value.AsId() is { } id ? new ConditionValue.Id(id) : Spelled(value),
        >= ConditionOperator.DateTimeEquals and <= ConditionOperator.DateTimeGreaterThanEquals =>
            value.AsMoment() is { } moment ? new ConditionValue.Moment(moment) : value,
        _ => Spelled(value),
    };

    /// <summary>Compares two values.</summary>
    /// <returns>Whether the comparison holds, or null if a value is of another type.</returns>
    public static bool? Compare(ConditionOperator by, ConditionValue left, ConditionValue right) => by switch
    {
        <= ConditionOperator.StringNotLikeIgnoreCase =>
            left is ConditionValue.Text one && right is ConditionValue.Text other
                ? CompareTexts(by, one.Value, other.Value)
                : null,
        <= ConditionOperator.NumericGreaterThanEquals =>
            left is ConditionValue.Number one && right is ConditionValue.Number other
                ? Holds(by - ConditionOperator.NumericEquals, one.Value.CompareTo(other.Value))
                : null,
        <= ConditionOperator.DateTimeGreaterThanEquals =>
            left.AsMoment() is { } one && right.AsMoment() is { } other
                ? Holds(by - ConditionOperator.DateTimeEquals, one.CompareTo(other))
                : null,
        <= ConditionOperator.BoolNotEquals =>
            left is ConditionValue.Truth one && right is ConditionValue.Truth other
                ? one.Value == other.Value == (by == ConditionOperator.BoolEquals)
                : null,
        _ => left.AsId() is { } one && right.AsId() is { } other
            ? one == other == (by == ConditionOperator.GuidEquals)
            : null,
    };

    // The order of the six: equal, not equal, less, less or equal, greater, greater or equal.
    private static bool Holds(int place, int order) => place switch
    {
        0 => order == 0,
        1 => order != 0,
        2 => order < 0,
        3 => order <= 0,
        4 => order > 0,
        _ => order >= 0,
    };

    // The operators on texts stand in fours: plain, ignoring case, negated, negated and ignoring case.
    private static bool CompareTexts(ConditionOperator by, string left, string right)
    {
        var ignoresCase = ((int)by & 1) != 0;
        var isNegated = ((int)by & 2) != 0;
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var fits = ((int)by / 4) switch
        {
            0 => left.Equals(right, comparison),
            1 => left.StartsWith(right, comparison),
            _ => LikePattern.Fits(left, right, ignoresCase),
        };
        return fits != isNegated;
    }

    // A moment is written in quotes, so under any other operator it is the text that it is written as.
    private static ConditionValue Spelled(ConditionValue value) =>
        value is ConditionValue.Moment moment ? new ConditionValue.Text(moment.Spelling) : value;
}
