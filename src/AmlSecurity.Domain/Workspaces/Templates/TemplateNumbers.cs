using System.Collections.Immutable;
using System.Globalization;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Functions that give integers.</summary>
internal static class TemplateNumbers
{
    private const int LongestRange = 10_000;

    public static ConfigurationValue Calculate(
        ImmutableArray<ConfigurationValue> args, Func<long, long, long> operation)
    {
        if (args[0].Integer is not { } left || args[1].Integer is not { } right)
        {
            return ConfigurationValue.Absent;
        }

        try
        {
            return ConfigurationValue.Of(operation(left, right));
        }
        catch (ArithmeticException)
        {
            return ConfigurationValue.Faulty("a calculation leaves the integers of 64 bits");
        }
    }

    public static ConfigurationValue Choose(ImmutableArray<ConfigurationValue> args, Func<long, long, long> choice)
    {
        var numbers = args is [{ Kind: ConfigurationNodeKind.Array } list] ? list.Items : args;
        return numbers.Any(number => number.Unresolved is not null) ? TemplateLists.NotKnownInside
            : numbers.IsEmpty || numbers.Any(number => number.Integer is null) ? ConfigurationValue.Absent
            : ConfigurationValue.Of(numbers.Select(number => number.Integer!.Value).Aggregate(choice));
    }

    public static ConfigurationValue ToInteger(ImmutableArray<ConfigurationValue> args) => args[0] switch
    {
        { Integer: { } number } => ConfigurationValue.Of(number),
        { Kind: ConfigurationNodeKind.Text } text when long.TryParse(
            text.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) =>
            ConfigurationValue.Of(number),
        _ => ConfigurationValue.Absent,
    };

    public static ConfigurationValue Range(ImmutableArray<ConfigurationValue> args) =>
        args[0].Integer is >= int.MinValue and <= int.MaxValue and { } first
            && args[1].Integer is >= 0 and <= LongestRange and { } count
            ? ConfigurationValue.Of(
                [.. Enumerable.Range(0, (int)count).Select(at => ConfigurationValue.Of(first + at))])
            : ConfigurationValue.Absent;
}
