using System.Globalization;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Reads how long a request took, in the forms that Application Insights uses.</summary>
internal static class ScoringTime
{
    /// <summary>Reads <c>hh:mm:ss.fffffff</c>, <c>d.hh:mm:ss</c>, or a number of milliseconds.</summary>
    /// <returns>The time, which may be negative, or null if the text is none.</returns>
    public static Duration? Read(string text) =>
        text.Contains(':', StringComparison.Ordinal)
            ? TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? Duration.FromTimeSpan(span) : null
            : ReadNumber(text, NodaConstants.TicksPerMillisecond);

    /// <summary>Reads a number of units.</summary>
    /// <param name="text">The number.</param>
    /// <param name="ticks">How many steps of 100 ns a unit has.</param>
    /// <returns>The time, or null if the text is no number or too large.</returns>
    public static Duration? ReadNumber(string text, long ticks) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number * ticks) <= RecordWords.LargestInteger
            ? Duration.FromTicks((long)Math.Round(number * ticks))
            : null;
}
