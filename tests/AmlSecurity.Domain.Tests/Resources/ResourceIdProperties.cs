using AmlSecurity.Domain.Resources;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Resources;

/// <summary>Holds ids against the plain model: a list of segments, cut by hand.</summary>
[Properties(Arbitrary = [typeof(ResourceIdProperties)])]
public class ResourceIdProperties
{
    private static readonly string[] Words =
    [
        "a", "B", "rg1", "RG10", "my name", "\u00FCber", "Microsoft.Storage", "{x}", "<y>",
        "subscriptions", "resourceGroups",
    ];

    /// <summary>The steps of an id, the widest first; each is what it adds to the one above.</summary>
    public sealed record Way(string[] Steps)
    {
        public string Text => Steps.Length == 0 ? "/" : string.Concat(Steps);

        public override string ToString() => Text;
    }

    public static Arbitrary<Way> Ways()
    {
        var word = Gen.Elements(Words);
        var name = from text in word select $"/{text}";
        var tops = Gen.Elements<string[]>(
            [],
            ["/providers/Microsoft.Management/managementGroups/mg"],
            ["/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345"],
            ["/subscriptions/subId", "/resourcegroups/rg"],
            ["/Subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345", "/resourceGroups/RG1"]);
        var pair = from type in word from own in name select $"/{type}{own}";
        var block = from space in name
                    from first in pair
                    from rest in Gen.ListOf(pair)
                    select (string[])[$"/providers{space}{first}", .. rest.Take(3)];
        var way = from top in tops
                  from blocks in Gen.ListOf(block, 2)
                  from count in Gen.Choose(0, 2)
                  select new Way([.. top, .. blocks.Take(count).SelectMany(steps => steps)]);
        return way.ToArbitrary();
    }

    [Property(MaxTest = 500)]
    public Property What_is_printed_reads_as_the_same_id(Way way)
    {
        var id = Read(way.Text);
        var again = Read(id.ToString());
        return (id == again && id.Text == way.Text && again.Oddities == id.Oddities)
            .Classify(id.Oddities == ResourceIdOddities.None, "regular")
            .Classify(id.IsExtension, "extension");
    }

    [Property(MaxTest = 500)]
    public bool The_canonical_form_ignores_case(Way way, bool[] upper)
    {
        var flipped = string.Concat(way.Text.Select((character, at) =>
            upper.Length > 0 && upper[at % upper.Length]
                ? char.ToUpperInvariant(character)
                : char.ToLowerInvariant(character)));
        return Read(flipped) == Read(way.Text) && Read(flipped).Canonical == Read(way.Text).Canonical;
    }

    [Property(MaxTest = 500)]
    public bool The_chain_of_parents_is_that_of_the_model(Way way)
    {
        var expected = Enumerable.Range(0, way.Steps.Length)
            .Select(count => count == 0 ? "/" : string.Concat(way.Steps.Take(count)))
            .Reverse();
        return Read(way.Text).Ancestors().Select(id => id.Text).SequenceEqual(expected);
    }

    [Property(MaxTest = 500)]
    public bool A_parent_is_what_reading_its_text_gives(Way way) => Read(way.Text).Ancestors().All(parent =>
    {
        var read = Read(parent.Text);
        return (read.Text, read.Level, read.ResourceType, read.Name) ==
            (parent.Text, parent.Level, parent.ResourceType, parent.Name)
            && (read.Oddities, read.IsChild, read.IsExtension) == (parent.Oddities, parent.IsChild, parent.IsExtension)
            && read.Ancestors().SequenceEqual(parent.Ancestors());
    });

    [Property(MaxTest = 1000)]
    public Property An_id_contains_another_exactly_if_it_is_in_its_chain(Way way, Way other, byte cut, bool related)
    {
        var below = Read(way.Text);
        Way above = related ? new Way(way.Steps[..(cut % (way.Steps.Length + 1))]) : other;
        var scope = Read(above.Text);
        var expected = below == scope || below.Ancestors().Contains(scope);
        return (scope.Contains(below) == expected).Classify(expected, "contained");
    }

    [Fact]
    public void The_ways_reach_every_kind_of_id()
    {
        var ids = Ways().Generator.Sample(1_000, new Rnd(20200313), 50).Select(way => Read(way.Text)).ToList();
        Assert.All(
            [
                ids.Count(id => id.Level == ScopeLevel.Tenant),
                ids.Count(id => id.Level == ScopeLevel.ManagementGroup),
                ids.Count(id => id.Level == ScopeLevel.Subscription),
                ids.Count(id => id.Level == ScopeLevel.ResourceGroup),
                ids.Count(id => id.Level == ScopeLevel.Resource),
                ids.Count(id => id.IsChild),
                ids.Count(id => id.IsExtension),
                ids.Count(id => id.IsUnresolved),
            ],
            count => Assert.InRange(count, 50, 1_000));
    }

    private static ResourceId Read(string text) => ResourceId.Read(text, Strictness.Lenient).Expect();
}
