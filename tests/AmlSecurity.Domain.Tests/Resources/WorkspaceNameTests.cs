using System.ComponentModel;
using System.Text.Json;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Tests.Resources;

[Trait("Rule", "WS-01")]
public class WorkspaceNameTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("testworkspace")]
    [InlineData("Team-7-of-33-characters-in-length")]
    public void Three_to_33_letters_digits_and_hyphens_are_a_name(string text) =>
        Assert.Equal(text, WorkspaceName.Read(text).Expect().Text);

    [Theory]
    [InlineData(null, WorkspaceNameFault.Empty, 0)]
    [InlineData("", WorkspaceNameFault.Empty, 0)]
    [InlineData("ab", WorkspaceNameFault.TooShort, 2)]
    [InlineData("team-7-of-34-characters-in-length!", WorkspaceNameFault.TooLong, 33)]
    [InlineData("my_workspace", WorkspaceNameFault.NotOnlyLettersDigitsAndHyphens, 2)]
    [InlineData("my workspace", WorkspaceNameFault.NotOnlyLettersDigitsAndHyphens, 2)]
    [InlineData("stra\u00DFe", WorkspaceNameFault.NotOnlyLettersDigitsAndHyphens, 4)]
    public void Anything_else_is_a_fault_at_its_place(string? text, WorkspaceNameFault kind, int offset) =>
        Assert.Equal(new TextFault<WorkspaceNameFault>(kind, offset), WorkspaceName.Read(text).AsT1);

    [Fact]
    public void Names_are_equal_ignoring_case_and_keep_their_spelling()
    {
        var name = WorkspaceName.Read("TestWorkspace").Expect();
        var other = WorkspaceName.Read("testworkspace").Expect();
        Assert.Equal(other, name);
        Assert.Equal(other.GetHashCode(), name.GetHashCode());
        Assert.Equal("TestWorkspace", name.ToString());
        Assert.NotEqual(WorkspaceName.Read("testworkspace2").Expect(), name);
    }

    [Fact]
    public void A_name_binds_from_json_and_from_configuration()
    {
        var name = WorkspaceName.Read("ws1").Expect();
        Assert.Equal(name, JsonSerializer.Deserialize<WorkspaceName>(JsonSerializer.Serialize(name)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<WorkspaceName>("\"w\""));
        Assert.Equal(name, TypeDescriptor.GetConverter(typeof(WorkspaceName)).ConvertFromInvariantString("WS1"));
    }
}
