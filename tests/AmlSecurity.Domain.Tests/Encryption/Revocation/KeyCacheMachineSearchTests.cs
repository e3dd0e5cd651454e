using System.Diagnostics;
using System.Globalization;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;
using NodaTime;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>The law of <see cref="KeyCacheMachine"/>, by a search of every course of events.</summary>
/// <remarks>
/// <para>
/// No operation under a version is admitted at or after the time at which it was disabled, plus the window. A clock
/// misses what it has shown less than the true time, from when the question that a key rests on was sent until the
/// key is used: the monotonic clock by standing still while the machine sleeps, the wall clock by being set back. The
/// law holds as long as one of the two misses no more than the margin, whatever the other misses. It does not hold
/// beyond: where both miss more than the margin, by a tick, there is a course that breaks it.
/// </para>
/// <para>
/// The reason: either clock ends a life, which is the window less the margin, counted from the sending; the version was
/// enabled at some time after that. A question that hangs grows old by the same clocks. That a clock which shows less
/// than at the time of sending ends a life too is not needed for the bound.
/// </para>
/// <para>
/// One data key, one or two versions, ticks of ten minutes. Either clock may miss a tick more than the margin and, in
/// the long search with one version, more than a whole life. States are searched once (see <see cref="Normal"/>), and
/// there are few enough for the search to come to its end: nothing new is reached by more events, so that the depth is
/// no bound on what is proved. <c>eng/search-revocation.sh</c> searches more, by <c>AMLSEC_SEARCH_DEPTH</c>.
/// </para>
/// </remarks>
public sealed class KeyCacheMachineSearchTests(ITestOutputHelper output)
{
    private static readonly int? Asked =
        int.TryParse(
            Environment.GetEnvironmentVariable("AMLSEC_SEARCH_DEPTH"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : null;

    // How much either clock may miss, in the short search and in the long one; six ticks are more than a life.
    [Theory]
    [InlineData(1, 0, 2, 6, 15_000)]
    [InlineData(2, 0, 1, 2, 60_000)]
    [InlineData(2, 1, 1, 2, 60_000)]
    public void No_course_of_events_breaks_a_rule(int versions, int tracked, int misses, int missesInLong, int floor)
    {
        var isLong = Asked is not null;
        var report = Run(new(
            RevocationWindow.OneHour,
            versions,
            tracked,
            isLong ? missesInLong : misses,
            AnyLate: true,
            OldWraps: isLong));

        Assert.True(report.Broken == Rule.None, report.ToString());
        Assert.InRange(report.States, floor, int.MaxValue);
        Assert.Equal(Enum.GetValues<KeyCacheEventKind>(), report.Seen.Select(seen => seen.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<KeyCacheVerdict>(), report.Seen.Select(seen => seen.Verdict).Distinct().Order());
        Assert.True(report.IsComplete || isLong, "further events reach something new");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_law_holds_up_to_the_margin_and_not_beyond(int margin)
    {
        var window = new RevocationWindow(Duration.FromHours(1), Ticks.One * margin);
        var upTo = new Scope(window, Versions: 1, Misses: margin + 1, OnBoth: margin);
        var beyond = upTo with { OnBoth = margin + 1 };

        var within = Run(upTo);
        var broken = Run(beyond, Rule.Law);

        Assert.True(within.Broken == Rule.None, within.ToString());
        Assert.True(within.IsComplete || Asked is not null);
        Assert.Equal(Rule.Law, broken.Broken);
        Assert.Equal(Rule.Law, new Replay(Mutants.Sound, beyond).Broken(broken.Course));
        Assert.Equal(margin + 1, broken.Course.Count(move => move.Age == Age.Sleep));
        Assert.Equal(margin + 1, broken.Course.Count(move => move.Age == Age.SetBack));
    }

    private SearchReport Run(Scope scope, Rule rules = Rule.All)
    {
        var started = Stopwatch.StartNew();
        var report = Search.Run(Mutants.Sound, scope, Asked ?? 10, rules);
        output.WriteLine($"{scope}\n{report}\n{started.Elapsed.TotalSeconds:F1} s");
        return report;
    }
}
