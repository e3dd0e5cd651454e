using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Writes and reads times as 28 characters, <c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>: they sort as the times
/// do.</summary>
internal static class AuditTime
{
    public const int Length = 28;

    private const long TicksPerSecond = NodaConstants.TicksPerSecond;
    private const long SecondsPerDay = NodaConstants.SecondsPerDay;

    // Days from 0000-03-01, with which a year of this reckoning begins, to 1970-01-01.
    private const int EpochDay = 719_468;
    private const int DaysPerEra = 146_097;

    public static Instant First { get; } = Instant.FromUtc(1, 1, 1, 0, 0);

    public static Instant Last { get; } = Instant.FromUtc(9999, 12, 31, 23, 59, 59) + Duration.FromTicks(9_999_999);

    /// <summary>Cuts a time to steps of 100 ns.</summary>
    public static Instant Cut(Instant time) => Instant.FromUnixTimeTicks(time.ToUnixTimeTicks());

    /// <summary>Determines whether a time can be written.</summary>
    public static bool Contains(Instant time) => time >= First && time <= Last;

    /// <summary>Writes a time that can be written.</summary>
    public static void Write(Instant time, Span<byte> destination)
    {
        var (seconds, ticks) = Split(time.ToUnixTimeTicks(), TicksPerSecond);
        var (days, ofDay) = Split(seconds, SecondsPerDay);
        var (year, month, day) = ToDate((int)days);
        Put(destination, 0, 4, year);
        destination[4] = (byte)'-';
        Put(destination, 5, 2, month);
        destination[7] = (byte)'-';
        Put(destination, 8, 2, day);
        destination[10] = (byte)'T';
        Put(destination, 11, 2, (int)(ofDay / 3600));
        destination[13] = (byte)':';
        Put(destination, 14, 2, (int)(ofDay / 60 % 60));
        destination[16] = (byte)':';
        Put(destination, 17, 2, (int)(ofDay % 60));
        destination[19] = (byte)'.';
        Put(destination, 20, 7, (int)ticks);
        destination[27] = (byte)'Z';
    }

    /// <summary>Reads a time.</summary>
    /// <returns>-1 if it is one; otherwise the place of the first character that is of none.</returns>
    public static int Read(ReadOnlySpan<byte> text, out Instant time)
    {
        time = default;
        if (!IsTime(text))
        {
            var at = 0;
            while (at < text.Length && Fits(text, at))
            {
                at++;
            }

            return at;
        }

        var seconds = ToDay(Take(text, 0, 4), Take(text, 5, 2), Take(text, 8, 2)) * SecondsPerDay;
        seconds += (Take(text, 11, 2) * 3600) + (Take(text, 14, 2) * 60) + Take(text, 17, 2);
        time = Instant.FromUnixTimeTicks((seconds * TicksPerSecond) + Take(text, 20, 7));
        return -1;
    }

    // Most are; only of one that is not it matters where.
    private static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < Length
            || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || text[19] != '.' || text[27] != 'Z'
            || !AreDigits(text, 0, 4) || !AreDigits(text, 5, 2) || !AreDigits(text, 8, 2)
            || !AreDigits(text, 11, 2) || !AreDigits(text, 14, 2) || !AreDigits(text, 17, 2)
            || !AreDigits(text, 20, 7))
        {
            return false;
        }

        var (year, month, day) = (Take(text, 0, 4), Take(text, 5, 2), Take(text, 8, 2));
        return year >= 1
            && month is >= 1 and <= 12
            && day >= 1 && day <= DaysOf(year, month)
            && Take(text, 11, 2) <= 23 && Take(text, 14, 2) <= 59 && Take(text, 17, 2) <= 59;
    }

    private static bool AreDigits(ReadOnlySpan<byte> text, int at, int digits)
    {
        foreach (var digit in text.Slice(at, digits))
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(ReadOnlySpan<byte> text, int at) => at switch
    {
        4 or 7 => text[at] == '-',
        10 => text[at] == 'T',
        13 or 16 => text[at] == ':',
        19 => text[at] == '.',
        27 => text[at] == 'Z',
        _ when !char.IsAsciiDigit((char)text[at]) => false,
        3 => Take(text, 0, 4) > 0,
        5 or 6 => FitsInto(text, 5, at, 1, 12),
        8 or 9 => FitsInto(text, 8, at, 1, DaysOf(Take(text, 0, 4), Take(text, 5, 2))),
        11 or 12 => FitsInto(text, 11, at, 0, 23),
        14 or 15 => FitsInto(text, 14, at, 0, 59),
        17 or 18 => FitsInto(text, 17, at, 0, 59),
        _ => true,
    };

    // Two digits; the first alone fits if a second one can.
    private static bool FitsInto(ReadOnlySpan<byte> text, int first, int at, int least, int largest)
    {
        var low = (text[first] - '0') * 10;
        return at == first ? low <= largest : low + text[at] - '0' is var value && value >= least && value <= largest;
    }

    private static (long Whole, long Left) Split(long value, long by)
    {
        var whole = Math.DivRem(value, by, out var rest);
        return rest < 0 ? (whole - 1, rest + by) : (whole, rest);
    }

    private static int DaysOf(int year, int month) => month switch
    {
        2 => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // Both ways between a date of the Gregorian calendar and a number of days, by eras of 400 years that begin in
    // March, so that a leap day comes last.
    private static long ToDay(int year, int month, int day)
    {
        var march = month > 2 ? year : year - 1;
        var ofEra = march % 400;
        var ofYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return ((march / 400) * DaysPerEra) + (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + ofYear - EpochDay;
    }

    private static (int Year, int Month, int Day) ToDate(int days)
    {
        var ofEra = (days + EpochDay) % DaysPerEra;
        var yearOfEra = (ofEra - (ofEra / 1460) + (ofEra / 36_524) - (ofEra / 146_096)) / 365;
        var ofYear = ofEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var march = ((5 * ofYear) + 2) / 153;
        var month = march < 10 ? march + 3 : march - 9;
        var year = yearOfEra + (((days + EpochDay) / DaysPerEra) * 400) + (month <= 2 ? 1 : 0);
        return (year, month, ofYear - (((153 * march) + 2) / 5) + 1);
    }

    private static void Put(Span<byte> destination, int at, int digits, int value)
    {
        for (var place = at + digits - 1; place >= at; place--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            destination[place] = (byte)('0' + digit);
        }
    }

    private static int Take(ReadOnlySpan<byte> text, int at, int digits)
    {
        var value = 0;
        foreach (var digit in text.Slice(at, digits))
        {
            value = (value * 10) + digit - '0';
        }

        return value;
    }
}
