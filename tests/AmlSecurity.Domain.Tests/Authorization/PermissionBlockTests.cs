using AmlSecurity.Domain.Authorization;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class PermissionBlockTests
{
    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void A_block_grants_its_entries_minus_its_exclusions()
    {
        var block = Block(["a/*"], ["a/secret/*"]);

        Assert.Equal(new BlockVerdict(BlockOutcome.Granted, Pattern("a/*"), null), Judge(block, "a/read"));
        Assert.Equal(
            new BlockVerdict(
                BlockOutcome.Excluded, Pattern("a/*"), Pattern("a/secret/*")), Judge(block, "a/secret/read"));
        Assert.Equal(new BlockVerdict(BlockOutcome.Silent, null, null), Judge(block, "b/read"));
    }

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void A_block_with_exclusions_alone_grants_nothing()
    {
        Assert.Equal(BlockOutcome.Silent, Judge(Block([], ["a/write"]), "a/read").Outcome);
        Assert.Equal(BlockOutcome.Silent, Judge(Block([], ["a/write"]), "a/write").Outcome);
    }

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void An_exclusion_takes_nothing_from_another_block() =>
        Assert.True(
            Role("two", Block(["*"], ["a/write"]), Block(["a/write"])).Covers(Action("a/write"), Plane.Control));

    [Fact]
    [Trait("Rule", "RBAC-06")]
    public void No_plane_grants_or_excludes_for_the_other()
    {
        var control = Block(["*"], notData: ["*"]);
        var data = Block([], ["*"], data: ["*"]);

        Assert.Equal(BlockOutcome.Granted, control.Judge(Action("a/read"), Plane.Control).Outcome);
        Assert.Equal(BlockOutcome.Silent, control.Judge(Action("a/read"), Plane.Data).Outcome);
        Assert.Equal(BlockOutcome.Silent, data.Judge(Action("a/read"), Plane.Control).Outcome);
        Assert.Equal(BlockOutcome.Granted, data.Judge(Action("a/read"), Plane.Data).Outcome);
    }

    [Fact]
    [Trait("Rule", "RBAC-05")]
    public void The_reading_of_wildcards_reaches_entries_and_exclusions()
    {
        var entry = Block(["a/*/read"]);
        var exclusion = Block(["*"], ["a/*/read"]);

        Assert.Equal(BlockOutcome.Granted, entry.Judge(Action("a/read"), Plane.Control).Outcome);
        Assert.Equal(
            BlockOutcome.Silent, entry.Judge(Action("a/read"), Plane.Control, WildcardReading.Literal).Outcome);
        Assert.Equal(BlockOutcome.Excluded, exclusion.Judge(Action("a/read"), Plane.Control).Outcome);
        Assert.Equal(
            BlockOutcome.Granted, exclusion.Judge(Action("a/read"), Plane.Control, WildcardReading.Literal).Outcome);
    }

    [Fact]
    public void Blocks_are_equal_by_their_entries_in_order()
    {
        Assert.Equal(Block(["a/b", "c/d"]), Block(["A/B", "c/d"]));
        Assert.Equal(Block(["a/b"]).GetHashCode(), Block(["A/B"]).GetHashCode());
        Assert.NotEqual(Block(["a/b", "c/d"]), Block(["c/d", "a/b"]));
        Assert.NotEqual(Block(["a/b"]), Block([], ["a/b"]));
        Assert.NotEqual(Block(["a/b"]), Block(["a/b"], condition: "x"));
    }

    [Fact]
    public void Lists_left_out_are_empty()
    {
        var block = new PermissionBlock();

        Assert.Empty(block.Actions);
        Assert.Empty(block.NotActions);
        Assert.Empty(block.DataActions);
        Assert.Empty(block.NotDataActions);
        Assert.False(block.Judge(Action("a/read"), Plane.Control).IsGranted);
    }

    private static BlockVerdict Judge(PermissionBlock block, string action) =>
        block.Judge(Action(action), Plane.Control);
}
