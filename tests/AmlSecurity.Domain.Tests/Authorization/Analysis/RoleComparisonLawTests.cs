using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>Holds the comparison against every name of up to five segments of a small alphabet.</summary>
/// <remarks>Entries have heads of up to two segments and tails of up to two, and none has the segment <c>c</c>. With
/// one such segment between them, no two entries are told apart by longer names only.</remarks>
public sealed class RoleComparisonLawTests
{
    private static readonly ImmutableArray<ActionName> Names = [.. NamesUpTo(5).Select(Action)];

    private static Arbitrary<(RoleDefinition A, RoleDefinition B, WildcardReading Reading)> Pairs => (
        from a in RoleGen
        from other in RoleGen
        from kin in Gen.Choose(0, 2)
        from more in BlockGen
        from reading in Gen.Elements(WildcardReading.Azure, WildcardReading.Literal)
        select (a, kin == 0 ? a with { } : kin == 1 ? Role("b", a.Blocks.Add(more)) : other, reading)).ToArbitrary();

    private static Gen<RoleDefinition> RoleGen =>
        from count in Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Constant(1)), (4, Gen.Constant(2)))
        from blocks in Gen.ArrayOf(BlockGen, count)
        select Role("r", [.. blocks]);

    private static Gen<PermissionBlock> BlockGen =>
        from entries in Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(EntryGen, count))
        from exclusions in Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(EntryGen, count))
        select Block(entries, exclusions);

    private static Gen<string> EntryGen =>
        from head in SegmentsGen
        from tail in SegmentsGen
        from hasStar in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        let segments = string.Join('/', ((string[])[head, hasStar ? "*" : "", tail]).Where(part => part.Length > 0))
        select segments.Length == 0 ? "*" : segments;

    private static Gen<string> SegmentsGen => Gen.Elements("", "a", "b", "a/b", "b/a", "a/a");

    [Property(MaxTest = 1500 / Law.Share)]
    [Trait("Rule", "RBAC-05")]
    public Property The_relation_is_that_of_all_names() => Prop.ForAll(Pairs, pair =>
    {
        var compared = RoleComparison.Compare(pair.A, pair.B, Plane.Control, pair.Reading);
        var seen = Names.Select(name => (InA: Has(pair.A, name), InB: Has(pair.B, name))).ToHashSet();

        RoleComparisonTests.Confirm(compared);
        return (compared.OnlyA is not null == seen.Contains((true, false))
                && compared.OnlyB is not null == seen.Contains((false, true))
                && compared.Both is not null == seen.Contains((true, true)))
            .Label(Described(pair.A) + " against " + Described(pair.B) + ": " + compared)
            .Classify(compared.Relation == RoleRelation.Equal, "equal")
            .Classify(compared.Relation == RoleRelation.Narrower, "narrower")
            .Classify(compared.Relation == RoleRelation.Wider, "wider")
            .Classify(compared.Relation == RoleRelation.Overlapping, "overlapping")
            .Classify(compared.Relation == RoleRelation.Disjoint, "disjoint");

        bool Has(RoleDefinition role, ActionName name) => role.Covers(name, Plane.Control, pair.Reading);
    });

    [Fact]
    public void The_pairs_reach_every_relation_often()
    {
        var counts = Pairs.Generator.Sample(2000, new Rnd(20200313), 50)
            .CountBy(pair => RoleComparison.Compare(pair.A, pair.B, Plane.Control, pair.Reading).Relation)
            .ToDictionary(relation => relation.Key, relation => relation.Value);

        Assert.All(Enum.GetValues<RoleRelation>(), relation => Assert.True(
            counts.GetValueOrDefault(relation) > 60, $"{relation}: {counts.GetValueOrDefault(relation)} of 2000"));
    }

    [Property(MaxTest = 1000 / Law.Share)]
    public Property Pairs_of_entries_cover_and_meet_as_all_names_say() => Prop.ForAll(
        (from one in EntryGen
         from other in EntryGen
         from reading in Gen.Elements(WildcardReading.Azure, WildcardReading.Literal)
         select (One: Pattern(one), Other: Pattern(other), reading)).ToArbitrary(),
        pair =>
        {
            var one = Names.Where(name => pair.One.Matches(name, pair.reading)).ToHashSet();
            var other = Names.Where(name => pair.Other.Matches(name, pair.reading)).ToHashSet();
            return (PatternAlgebra.Covers(pair.One, pair.Other, pair.reading) == other.IsSubsetOf(one)
                    && PatternAlgebra.Meet(pair.One, pair.Other, pair.reading) == other.Overlaps(one))
                .Label($"{pair.One} and {pair.Other}, {pair.reading}")
                .Classify(other.IsSubsetOf(one), "covered");
        });

    private static string Described(RoleDefinition role) => string.Join(" + ", role.Blocks.Select(block =>
        $"({string.Join(' ', block.Actions)} - {string.Join(' ', block.NotActions)})"));

    private static IEnumerable<string> NamesUpTo(int length) => length == 1
        ? ["a", "b", "c"]
        : NamesUpTo(length - 1).Concat(
            from name in NamesUpTo(length - 1)
            where name.Length == (2 * (length - 1)) - 1
            from segment in NamesUpTo(1)
            select $"{name}/{segment}");
}
