using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

[Trait("Rule", "RBAC-02")]
[Trait("Rule", "RBAC-05")]
public sealed class RoleComparisonTests
{
    private const string Condition = "((@Resource[a:b] StringEquals 'c'))";

    [Theory]
    [InlineData("p/*", "P/*", RoleRelation.Equal)]
    [InlineData("p/*", "p/* p/read */nothing", RoleRelation.Narrower)]
    [InlineData("*", "*/read", RoleRelation.Wider)]
    [InlineData("p/*/read", "p/*/read p/read", RoleRelation.Equal)]
    [InlineData("p/*/read", "p/*", RoleRelation.Narrower)]
    [InlineData("p/*", "*/read", RoleRelation.Overlapping)]
    [InlineData("p/*", "q/*", RoleRelation.Disjoint)]
    [InlineData("*/write", "*/read", RoleRelation.Disjoint)]
    [InlineData("p/q/*/r/s", "p/q/r/s", RoleRelation.Wider)]
    [InlineData("p/q/*", "p/q", RoleRelation.Disjoint)]
    [InlineData("p/*/q", "p/q/*", RoleRelation.Overlapping)]
    [InlineData("p/*/q/r", "p/q/*/r", RoleRelation.Overlapping)]
    [InlineData("", "", RoleRelation.Equal)]
    [InlineData("", "p/read", RoleRelation.Narrower)]
    [InlineData("p/read", "", RoleRelation.Wider)]
    [InlineData("a/*/b/* a*/b p//q p/{name}/read", "", RoleRelation.Equal)]
    [InlineData("p/read ", "p/read", RoleRelation.Equal)]
    public void Entries_are_compared_as_the_names_that_they_match(string a, string b, RoleRelation relation)
    {
        var (one, other) = (Of(a), Of(b));
        var compared = RoleComparison.Compare(one, other, Plane.Control);

        Assert.Equal(relation, compared.Relation);
        Confirm(compared);
        Assert.Equal(Turned(relation), RoleComparison.Compare(other, one, Plane.Control).Relation);

        static RoleDefinition Of(string entries) => Role(
            entries, Block(entries.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void An_inner_star_that_covers_nothing_only_counts_in_the_reading_of_Azure()
    {
        var (inner, both) = (Role("a", Block(["p/*/read"])), Role("b", Block(["p/*/read", "p/read"])));

        Assert.Equal(RoleRelation.Equal, RoleComparison.Compare(inner, both, Plane.Control).Relation);
        var literal = RoleComparison.Compare(inner, both, Plane.Control, WildcardReading.Literal);
        Assert.Equal(RoleRelation.Narrower, literal.Relation);
        Assert.Equal(Action("p/read"), literal.OnlyB);
        Assert.Equal("a is narrower to b; only b grants p/read", literal.ToString());
    }

    [Fact]
    public void Exclusions_cut_out_what_a_name_with_an_unheard_segment_shows()
    {
        var compared = RoleComparison.Compare(Contributor, Owner, Plane.Control);

        Assert.Equal(RoleRelation.Narrower, compared.Relation);
        Assert.Equal("microsoft.authorization/elevateaccess/action", compared.OnlyB!.Canonical);
        Confirm(compared);

        var bounded = RoleComparison.Compare(
            Role("a", Block(["p/*"], ["p/*/write"])),
            Role("b", Block(["p/*"], ["p/*/write", "p/any/*"])),
            Plane.Control);
        Assert.Equal(RoleRelation.Wider, bounded.Relation);
        Confirm(bounded);
    }

    [Fact]
    public void Blocks_add_up_each_minus_its_own_exclusions()
    {
        var split = Role("split", Block(["p/*"], ["p/*/write"]), Block(["p/*/write"]));
        var whole = Role("whole", Block(["p/*"]));

        Assert.Equal(RoleRelation.Equal, RoleComparison.Compare(split, whole, Plane.Control).Relation);
    }

    [Fact]
    [Trait("Rule", "RBAC-06")]
    public void Each_plane_is_compared_by_itself()
    {
        var (a, b) = (Role("a", Block(["p/*"], data: ["q/*"])), Role("b", Block(["p/*"], data: ["r/*"])));

        Assert.Equal(RoleRelation.Equal, RoleComparison.Compare(a, b, Plane.Control).Relation);
        Assert.Equal(RoleRelation.Disjoint, RoleComparison.Compare(a, b, Plane.Data).Relation);
    }

    [Fact]
    public void What_stands_under_a_condition_counts_and_is_flagged()
    {
        var careful = Role("careful", Block(["p/*"], condition: Condition), Block([], data: ["q/*"]));
        var compared = RoleComparison.Compare(careful, Role("plain", Block(["p/*"])), Plane.Control);

        Assert.Equal(RoleRelation.Equal, compared.Relation);
        Assert.True(compared.IsConditionalA);
        Assert.False(compared.IsConditionalB);
        Assert.False(RoleComparison.Compare(careful, careful, Plane.Data).IsConditionalB);
    }

    [Fact]
    public void A_witness_can_be_longer_than_a_name_that_is_read()
    {
        var (begin, end) = (new string('a', 400), new string('b', 400));
        var compared = RoleComparison.Compare(
            Role("a", Block([$"{begin}/*"])), Role("b", Block([$"*/{end}"])), Plane.Control);

        Assert.Equal(RoleRelation.Overlapping, compared.Relation);
        Assert.True(compared.Both!.Text.Length > 800);
        Confirm(compared);
    }

    [Fact]
    public void Comparisons_are_equal_by_roles_plane_reading_and_answer()
    {
        var compared = RoleComparison.Compare(Owner, Reader, Plane.Control);

        Assert.Equal(compared, RoleComparison.Compare(Owner, Reader, Plane.Control));
        Assert.NotEqual(compared, RoleComparison.Compare(Owner, Reader, Plane.Control, WildcardReading.Literal));
        Assert.NotEqual(compared, RoleComparison.Compare(Owner, Contributor, Plane.Control));
    }

    [Fact]
    public void What_is_not_there_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => RoleComparison.Compare(null!, Owner, Plane.Control));
        Assert.Throws<ArgumentNullException>(() => RoleComparison.Compare(Owner, null!, Plane.Control));
        Assert.Throws<ArgumentOutOfRangeException>(() => RoleComparison.Compare(Owner, Owner, (Plane)2));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RoleComparison.Compare(Owner, Owner, Plane.Control, (WildcardReading)2));
    }

    /// <summary>Feeds the witnesses back to the roles.</summary>
    internal static void Confirm(RoleComparison compared)
    {
        foreach (var (witness, inA, inB) in new[]
        {
            (compared.OnlyA, true, false), (compared.OnlyB, false, true), (compared.Both, true, true),
        })
        {
            if (witness is not null)
            {
                Assert.Equal(inA, compared.A.Covers(witness, compared.Plane, compared.Reading));
                Assert.Equal(inB, compared.B.Covers(witness, compared.Plane, compared.Reading));
            }
        }
    }

    private static RoleRelation Turned(RoleRelation relation) => relation switch
    {
        RoleRelation.Narrower => RoleRelation.Wider,
        RoleRelation.Wider => RoleRelation.Narrower,
        _ => relation,
    };
}
