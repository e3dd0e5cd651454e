using NodaTime;
using NodaTime.Text;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Reads the times of exports: ISO 8601, and what tools make of it.</summary>
internal static class ActivityLogTime
{
    private static readonly LocalDateTimePattern American =
        LocalDateTimePattern.CreateWithInvariantCulture("M/d/uuuu h:m:s tt");

    private static readonly LocalDateTimePattern AmericanOf24Hours =
        LocalDateTimePattern.CreateWithInvariantCulture("M/d/uuuu H:m:s");

    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isRegular">Whether it says its offset in ISO 8601; otherwise it is taken as UTC.</param>
    /// <returns>The time, or null if it is none that an audit record can hold.</returns>
    public static Instant? Read(string? text, out bool isRegular)
    {
        isRegular = false;
        if (text is null)
        {
            return null;
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var exact })
        {
            isRegular = true;
            return Within(exact.ToInstant());
        }

        return ReadIrregular(text.Trim()) is { } time ? Within(time) : null;
    }

    private static Instant? ReadIrregular(string text)
    {
        var iso = text.Length > 10 && text[10] == ' ' ? $"{text[..10]}T{text[11..]}" : text;
        return OffsetDateTimePattern.ExtendedIso.Parse(iso) is { Success: true, Value: var exact } ? exact.ToInstant()
            : LocalDateTimePattern.ExtendedIso.Parse(iso) is { Success: true, Value: var local } ? Utc(local)
            : American.Parse(text) is { Success: true, Value: var american } ? Utc(american)
            : AmericanOf24Hours.Parse(text) is { Success: true, Value: var hours } ? Utc(hours)
            : ReadMilliseconds(text);
    }

    // What older PowerShell writes: `/Date(1584093600000)/`.
    private static Instant? ReadMilliseconds(string text) =>
        text.StartsWith("/Date(", StringComparison.Ordinal) && text.EndsWith(")/", StringComparison.Ordinal)
        && long.TryParse(text.AsSpan(6, text.Length - 8), out var milliseconds)
        && milliseconds is > -62_135_596_800_000 and < 253_402_300_800_000
            ? Instant.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static Instant Utc(LocalDateTime time) => time.InUtc().ToInstant();

    private static Instant? Within(Instant time) => AuditTime.Contains(time) ? time : null;
}
