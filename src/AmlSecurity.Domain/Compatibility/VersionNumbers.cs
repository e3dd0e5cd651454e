namespace AmlSecurity.Domain.Compatibility;

/// <summary>Reads numbers with dots between them.</summary>
internal static class VersionNumbers
{
    private const int MaxDigits = 9;

    /// <summary>Reads as many numbers as there is room for; all of the text must be used.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin; afterwards the offset of the first character that is wrong.</param>
    /// <param name="numbers">Where they go.</param>
    /// <returns>How many there are, or 0 if something is wrong.</returns>
    public static int Read(string text, ref int at, Span<int> numbers)
    {
        for (var count = 0; count < numbers.Length; at++)
        {
            var from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]) && at - from < MaxDigits)
            {
                numbers[count] = (10 * numbers[count]) + (text[at++] - '0');
            }

            // A leading zero would make two spellings of one version.
            var isSound = at > from && (at - from == 1 || text[from] != '0');
            if (!isSound)
            {
                return 0;
            }

            count++;
            if (at == text.Length)
            {
                return count;
            }

            if (text[at] != '.')
            {
                return 0;
            }
        }

        at--;
        return 0;
    }
}
