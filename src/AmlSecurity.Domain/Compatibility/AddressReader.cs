namespace AmlSecurity.Domain.Compatibility;

/// <summary>Reads IPv4 addresses. The framework's own takes octal numbers and fewer than four.</summary>
internal static class AddressReader
{
    /// <summary>Reads an address from the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Afterwards where the address ends, or the first character that is wrong.</param>
    /// <param name="address">The address as a number.</param>
    /// <returns><see langword="true"/> if there is one.</returns>
    public static bool Read(ReadOnlySpan<char> text, out int at, out uint address)
    {
        (at, address) = (0, 0);
        for (var part = 0; part < 4; part++)
        {
            if (part > 0)
            {
                if (at == text.Length || text[at] != '.')
                {
                    return false;
                }

                at++;
            }

            if (!ReadNumber(text, ref at, most: 255, out var number))
            {
                return false;
            }

            address = (address << 8) | number;
        }

        return true;
    }

    /// <summary>Reads a decimal number without a zero before it.</summary>
    public static bool ReadNumber(ReadOnlySpan<char> text, ref int at, uint most, out uint number)
    {
        number = 0;
        var from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - from < 3)
        {
            number = (10 * number) + (uint)(text[at++] - '0');
        }

        var isSound = at > from && number <= most && (at - from == 1 || text[from] != '0');
        at = isSound || at == from ? at : from;
        return isSound;
    }

    /// <summary>Writes an address.</summary>
    public static string Write(uint address) =>
        $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";
}
