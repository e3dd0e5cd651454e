using AmlSecurity.Domain.Identities;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Identities;

public sealed class GroupDirectoryTests
{
    [Fact]
    public void Membership_goes_through_groups_nearest_first()
    {
        var directory = Directory("a: u", "b: a", "c: b", "d: u");

        Assert.Equal("a d b c", Text(directory.GroupsOf(Id("u"))));
        Assert.Equal("b c", Text(directory.GroupsOf(Id("a"))));
        Assert.Equal("", Text(directory.GroupsOf(Id("c"))));
        Assert.Equal("", Text(directory.GroupsOf(Id("stranger"))));
        Assert.Equal("", Text(GroupDirectory.Empty.GroupsOf(Id("u"))));
    }

    [Fact]
    public void Members_are_found_through_groups_nearest_first()
    {
        var directory = Directory("a: u b", "b: v c", "c: a w");

        Assert.Equal("b u c v a w", Text(directory.MembersOf(Id("a"))));
        Assert.Equal("", Text(directory.MembersOf(Id("u"))));
    }

    [Property(MaxTest = 200)]
    public Property Members_are_those_whose_group_it_is() => Prop.ForAll(
        Directories.ToArbitrary(),
        directory => Names.All(group => directory.MembersOf(Id(group)).ToHashSet()
            .SetEquals(Names.Select(Id).Where(member => directory.GroupsOf(member).Contains(Id(group))))));

    [Fact]
    public void A_circle_of_groups_ends()
    {
        var directory = Directory("a: u c", "b: a", "c: b");

        Assert.Equal("a b c", Text(directory.GroupsOf(Id("u"))));
        Assert.Equal("b c a", Text(directory.GroupsOf(Id("a"))));
    }

    [Fact]
    public void A_group_in_itself_ends()
    {
        var directory = Directory("a: a u");

        Assert.Equal("a", Text(directory.GroupsOf(Id("u"))));
        Assert.Equal("a", Text(directory.GroupsOf(Id("a"))));
        Assert.Equal("a", Text(directory.PathBetween(Id("a"), Id("a"))));
    }

    [Fact]
    public void Several_groups_of_one_id_are_united() =>
        Assert.Equal("a b", Text(Directory("a: u", "A: v", "b: A").GroupsOf(Id("u"))));

    [Fact]
    public void The_way_to_a_group_is_a_shortest_one()
    {
        var directory = Directory("a: u", "b: a", "c: b d", "d: u");

        Assert.Equal("d c", Text(directory.PathBetween(Id("u"), Id("c"))));
        Assert.Equal("a", Text(directory.PathBetween(Id("u"), Id("a"))));
        Assert.Equal("", Text(directory.PathBetween(Id("u"), Id("u"))));
        Assert.Equal("", Text(directory.PathBetween(Id("c"), Id("a"))));
    }

    [Fact]
    public void The_way_is_right_where_the_principal_lies_on_a_circle()
    {
        var directory = Directory("a: c", "b: a", "c: b", "d: b");

        Assert.Equal("b d", Text(directory.PathBetween(Id("a"), Id("d"))));
        Assert.Equal("b c a", Text(directory.PathBetween(Id("a"), Id("a"))));
        Assert.Equal("a b d", Text(directory.PathBetween(Id("c"), Id("d"))));
    }

    [Property(MaxTest = 300)]
    public Property A_way_exists_exactly_to_the_groups_of_a_principal_and_each_step_is_a_membership() => Prop.ForAll(
        Directories.ToArbitrary(),
        directory => Names.All(from => Names.All(to =>
        {
            var path = directory.PathBetween(Id(from), Id(to));
            var steps = path.Prepend(Id(from)).Zip(path);
            return path.IsEmpty != directory.GroupsOf(Id(from)).Contains(Id(to))
                && (path.IsEmpty || path[^1] == Id(to))
                && path.Distinct().Count() == path.Length
                && steps.All(step => directory.Groups.Any(
                    group => group.Id == step.Second && group.Members.Contains(step.First)));
        })));

    [Property(MaxTest = 300)]
    public Property The_order_of_the_groups_does_not_matter() => Prop.ForAll(
        Directories.ToArbitrary(),
        directory => Names.All(name =>
            GroupDirectory.Create(
                directory.Groups.Reverse()).GroupsOf(Id(name)).SequenceEqual(directory.GroupsOf(Id(name)))));

    private static string[] Names => ["a", "b", "c", "d", "u"];

    private static Gen<GroupDirectory> Directories =>
        from edges in (from parent in Gen.Elements("a", "b", "c", "d")
                       from member in Gen.Elements(Names)
                       select new Group(Id(parent), [Id(member)])).ListOf(6)
        select GroupDirectory.Create(edges);

    private static GroupDirectory Directory(params string[] groups) => GroupDirectory.Create(groups
        .Select(line => line.Split(": "))
        .Select(parts => new Group(Id(parts[0]), [.. parts[1].Split(' ').Select(Id)])));

    private static PrincipalId Id(string text) => PrincipalId.Read(text, Strictness.Lenient).Expect();

    private static string Text(IEnumerable<PrincipalId> ids) => string.Join(' ', ids);
}
