using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>Entries of few segments, beside every name of one to five segments.</summary>
[Trait("Rule", "RBAC-05")]
public sealed class PatternAlgebraTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 5).SelectMany(NamesOf)];

    private static readonly ActionPattern[] Entries =
    [
        .. new[]
        {
            "*", "a/*", "b/*", "a/b/*", "*/a", "*/b", "*/a/b", "*/b/b", "a/*/a", "a/*/b", "a/b/*/b", "a/*/b/a",
            "a/b/*/a/b", "a/a", "a/b", "a/b/a", "a/b/b",
        }.Select(Pattern),
    ];

    [Theory]
    [InlineData(WildcardReading.Azure)]
    [InlineData(WildcardReading.Literal)]
    public void An_entry_contains_the_names_that_it_matches(WildcardReading reading) => Assert.All(
        Entries, entry => Assert.All(Names, name => Assert.Equal(
            entry.Matches(ActionName.OfSegments(name), reading), PatternAlgebra.Contains(entry, name, reading))));

    [Theory]
    [InlineData(WildcardReading.Azure)]
    [InlineData(WildcardReading.Literal)]
    public void One_covers_another_if_it_has_all_its_names_and_meets_it_if_it_has_one(WildcardReading reading)
    {
        foreach (var one in Entries)
        {
            foreach (var other in Entries)
            {
                var names = NamesIn(other, reading);
                Assert.Equal(
                    names.All(name => PatternAlgebra.Contains(one, name, reading)),
                    PatternAlgebra.Covers(one, other, reading));
                Assert.Equal(
                    names.Any(name => PatternAlgebra.Contains(one, name, reading)),
                    PatternAlgebra.Meet(one, other, reading));
            }
        }
    }

    [Theory]
    [InlineData(WildcardReading.Azure)]
    [InlineData(WildcardReading.Literal)]
    public void What_matches_nothing_neither_covers_nor_meets(WildcardReading reading)
    {
        var none = Pattern("a/*/b/*");
        Assert.All([.. Entries, none], entry =>
        {
            Assert.False(PatternAlgebra.Covers(none, entry, reading));
            Assert.False(PatternAlgebra.Covers(entry, none, reading));
            Assert.False(PatternAlgebra.Meet(none, entry, reading));
            Assert.False(PatternAlgebra.Meet(entry, none, reading));
        });
    }

    [Theory]
    [InlineData(WildcardReading.Azure)]
    [InlineData(WildcardReading.Literal)]
    public void The_representative_names_of_three_entries_lie_in_every_part_that_has_a_name(WildcardReading reading)
    {
        for (var one = 0; one < Entries.Length; one++)
        {
            for (var two = one + 1; two < Entries.Length; two++)
            {
                for (var three = two + 1; three < Entries.Length; three++)
                {
                    ActionPattern[] entries = [Entries[one], Entries[two], Entries[three]];
                    Assert.Equal(Parts(entries, Names, reading), Parts(entries, RepresentativeNames.Of(entries), reading));
                }
            }
        }
    }

    [Fact]
    public void The_unheard_segment_stands_in_no_entry()
    {
        Assert.Contains("any2/any2", RepresentativeNames.Of([Pattern("any/*")]));
        Assert.Contains("any3/any3", RepresentativeNames.Of([Pattern("any/*"), Pattern("x/any2/read")]));
        Assert.Contains("any/any", RepresentativeNames.Of([Pattern("x/read")]));
    }

    [Fact]
    public void An_entry_with_an_empty_segment_has_no_name() =>
        Assert.Equal(["any/any"], RepresentativeNames.Of([Pattern("a//b"), Pattern("a//*")]));

    // Which of the entries match a name, for each name.
    private static SortedSet<int> Parts(ActionPattern[] entries, IEnumerable<string> names, WildcardReading reading) =>
        [.. names.Select(name => entries.Index().Sum(
            entry => PatternAlgebra.Contains(entry.Item, name, reading) ? 1 << entry.Index : 0))];

    private static List<string> NamesIn(ActionPattern entry, WildcardReading reading) =>
        [.. Names.Where(name => PatternAlgebra.Contains(entry, name, reading))];

    private static IEnumerable<string> NamesOf(int segments) => segments == 1
        ? ["a", "b", "c"]
        : NamesOf(segments - 1).SelectMany(name => new[] { $"{name}/a", $"{name}/b", $"{name}/c" });
}
