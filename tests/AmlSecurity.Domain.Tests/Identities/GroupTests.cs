using System.Text;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Identities;

public sealed class GroupTests
{
    private const string G1 = "bbbbbbbb-0000-0000-0000-000000000001";
    private const string U1 = "aaaaaaaa-0000-0000-0000-000000000001";
    private const string U2 = "aaaaaaaa-0000-0000-0000-000000000002";

    [Fact]
    public void An_object_maps_groups_to_their_members()
    {
        var reading = Group.Read(Utf8($$"""{"{{G1}}":["{{U1}}","{{U2}}"],"{{U2}}":[]}"""));

        Assert.Empty(reading.Faults);
        Assert.Equal<Group>([new Group(Id(G1), [Id(U1), Id(U2)]), new Group(Id(U2), [])], reading.Values);
    }

    [Theory]
    [InlineData("[#]")]
    [InlineData("""{"value":[#]}""")]
    [InlineData("#")]
    public void Graph_groups_are_read_alone_or_in_a_list(string frame)
    {
        const string Graph = $$"""
            {"@odata.type":"#microsoft.graph.group","id":"{{G1}}","displayName":"data scientists",
             "members":[{"@odata.type":"#microsoft.graph.user","id":"{{U1}}"},"{{U2}}"]}
            """;

        var reading = Group.Read(Utf8(frame.Replace("#", Graph, StringComparison.Ordinal)));

        Assert.Empty(reading.Faults);
        Assert.Equal(new Group(Id(G1), [Id(U1), Id(U2)], "data scientists"), Assert.Single(reading.Values));
    }

    [Fact]
    public void A_lone_Graph_group_needs_no_name() => Assert.Equal(
        new Group(Id(G1), [Id(U1)]),
        Assert.Single(Group.Read(Utf8($$"""{"ID":"{{G1}}","Members":["{{U1}}"]}""")).Values));

    [Fact]
    public void Broken_JSON_does_not_lose_the_groups_before_it()
    {
        var reading = Group.Read(Utf8($$"""{"{{G1}}":["{{U1}}"],"{{U2}}":["""));

        Assert.Equal(new Group(Id(G1), [Id(U1)]), Assert.Single(reading.Values));
        Assert.Equal(DocumentFaultKind.NotJson, Assert.Single(reading.Faults).Kind);
    }

    [Fact]
    public void A_fault_in_one_group_does_not_lose_the_next()
    {
        var reading = Group.Read(Utf8($$"""{"{{G1}}":[7],"nobody":["{{U1}}"],"{{U2}}":["{{U1}}"]}"""));

        Assert.Equal(new Group(Id(U2), [Id(U1)]), Assert.Single(reading.Values));
        Assert.Equal(
            [(DocumentFaultKind.OfTheWrongType, $"$['{G1}'][0]"), (DocumentFaultKind.Malformed, "$.nobody")],
            reading.Faults.Select(fault => (fault.Kind, fault.Path)));
    }

    [Fact]
    public void Names_that_are_no_GUIDs_are_kept_leniently()
    {
        var utf8 = Utf8("""{"team":["alice"]}""");

        Assert.Equal(2, Group.Read(utf8).Faults.Length);
        Assert.Equal("team", Assert.Single(Group.Read(utf8, Strictness.Lenient).Values).Id.Text);
    }

    [Theory]
    [InlineData("""[{"displayName":"x","members":[]}]""", "$[0]", DocumentFaultKind.Missing)]
    [InlineData("""[{"id":"g","members":[{"displayName":"x"}]}]""", "$[0].members[0]", DocumentFaultKind.Missing)]
    [InlineData("""[{"id":"g","members":{}}]""", "$[0].members", DocumentFaultKind.OfTheWrongType)]
    [InlineData("""[{"id":"g","members":[null]}]""", "$[0].members[0]", DocumentFaultKind.Malformed)]
    [InlineData("""[{"id":"","members":[]}]""", "$[0].id", DocumentFaultKind.Malformed)]
    [InlineData("""[7]""", "$[0]", DocumentFaultKind.OfTheWrongType)]
    [InlineData("""{"g":"u"}""", "$.g", DocumentFaultKind.OfTheWrongType)]
    public void What_names_nobody_is_a_fault_at_its_place(string text, string path, DocumentFaultKind kind)
    {
        var reading = Group.Read(Utf8(text), Strictness.Lenient);

        Assert.Equal((kind, path), Assert.Single(reading.Faults.Select(fault => (fault.Kind, fault.Path))));
        Assert.Empty(reading.Values);
    }

    [Fact]
    public void A_group_without_members_may_leave_them_out()
    {
        Assert.Empty(Group.Read(Utf8($$"""[{"id":"{{G1}}"}]""")).Values.Single().Members);
        Assert.Empty(Group.Read(Utf8($$"""{"{{G1}}":null}""")).Values.Single().Members);
        Assert.Empty(new Group(Id(G1), default).Members);
    }

    [Fact]
    public void Groups_are_equal_by_id_name_and_members()
    {
        Assert.Equal(new Group(Id(G1), [Id(U1)]), new Group(Id(G1), [Id(U1)]));
        Assert.Equal(new Group(Id(G1), [Id(U1)]).GetHashCode(), new Group(Id(G1), [Id(U1)]).GetHashCode());
        Assert.NotEqual(new Group(Id(G1), [Id(U1)]), new Group(Id(G1), [Id(U2)]));
        Assert.NotEqual(new Group(Id(G1), [], "a"), new Group(Id(G1), [], "b"));
    }

    private static PrincipalId Id(string text) => PrincipalId.Read(text).Expect();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
