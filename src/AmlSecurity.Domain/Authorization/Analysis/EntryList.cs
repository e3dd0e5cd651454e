using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>One of the four lists of a block, with what it is subtracted from or what is subtracted from it.</summary>
internal sealed record EntryList(
    int Block, Plane Plane, bool Excludes, ImmutableArray<ActionPattern> Patterns, ImmutableArray<ActionPattern> Others)
{
    public static IEnumerable<EntryList> AllOf(RoleDefinition role) => role.Blocks.Index().SelectMany(block =>
        new EntryList[]
        {
            new(block.Index, Plane.Control, false, block.Item.Actions, block.Item.NotActions),
            new(block.Index, Plane.Control, true, block.Item.NotActions, block.Item.Actions),
            new(block.Index, Plane.Data, false, block.Item.DataActions, block.Item.NotDataActions),
            new(block.Index, Plane.Data, true, block.Item.NotDataActions, block.Item.DataActions),
        });

    public string PathOf(int entry) => $"$.permissions[{Block}].{Name}[{entry}]";

    private string Name => (Plane, Excludes) switch
    {
        (Plane.Control, false) => "actions",
        (Plane.Control, true) => "notActions",
        (_, false) => "dataActions",
        _ => "notDataActions",
    };

    public bool Equals(EntryList? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(Block, Plane, Excludes);
}
