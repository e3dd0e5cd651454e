using System.Globalization;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Reads and writes numbers without losing a digit.</summary>
internal static class ConditionNumber
{
    private const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Writes a number without the zeros that mean nothing.</summary>
    public static string Write(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Determines whether a word has the form of a number: digits, perhaps a minus before and a fraction
    /// behind.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word)
    {
        var digits = word.StartsWith("-") ? word[1..] : word;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        return IsDigits(whole) && (point < 0 || IsDigits(digits[(point + 1)..]));
    }

    /// <summary>Reads a word that has the form of a number.</summary>
    /// <returns>The number, or null if it cannot be held exactly.</returns>
    public static decimal? Read(ReadOnlySpan<char> word)
    {
        // The platform rounds what has too many digits, so that the number is written again and compared.
        if (!decimal.TryParse(word, Form, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var exact = word.Contains('.') ? word.TrimEnd('0').TrimEnd('.') : word;
        var magnitude = exact.TrimStart('-').TrimStart('0');
        return magnitude.SequenceEqual(Write(Math.Abs(number)).AsSpan().TrimStart('0')) ? number : null;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
