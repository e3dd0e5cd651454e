using AmlSecurity.Domain.Authorization;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class ActionNameTests
{
    [Fact]
    public void A_name_knows_its_provider_and_its_verb()
    {
        var name = ActionName.Read("Microsoft.MachineLearningServices/workspaces/computes/Write").Expect();

        Assert.Equal("Microsoft.MachineLearningServices", name.Provider);
        Assert.Equal("Write", name.Verb);
        Assert.Equal("microsoft.machinelearningservices/workspaces/computes/write", name.Canonical);
    }

    [Fact]
    public void Names_are_equal_ignoring_case()
    {
        Assert.Equal(Action("A/Read"), Action("a/read"));
        Assert.Equal(Action("A/Read").GetHashCode(), Action("a/read").GetHashCode());
        Assert.NotEqual(Action("a/read"), Action("a/write"));
        Assert.NotEqual(Action("a/\u212Aey"), Action("a/key"));
    }

    [Theory]
    [InlineData(" a/read", ActionNameFault.SurroundedByBlanks, 0)]
    [InlineData("a/read ", ActionNameFault.SurroundedByBlanks, 6)]
    [InlineData("a/{operationName}", ActionNameFault.WithAForeignCharacter, 2)]
    [InlineData("a//read", ActionNameFault.WithAnEmptySegment, 1)]
    [InlineData("a/read/", ActionNameFault.WithAnEmptySegment, 6)]
    [InlineData("read", ActionNameFault.WithoutAProvider, 4)]
    public void An_irregular_name_is_refused_strictly_and_kept_leniently(string text, ActionNameFault kind, int offset)
    {
        Assert.Equal(new TextFault<ActionNameFault>(kind, offset), ActionName.Read(text).AsT1);
        Assert.Equal(text.Trim(), Action(text).Text);
    }

    [Theory]
    [InlineData(null, ActionNameFault.Empty, 0)]
    [InlineData(" ", ActionNameFault.Empty, 0)]
    [InlineData("a/*", ActionNameFault.APattern, 2)]
    [InlineData("a/\u0007", ActionNameFault.WithACharacterThatNoNameHas, 2)]
    public void What_names_no_operation_is_refused_either_way(string? text, ActionNameFault kind, int offset)
    {
        var fault = new TextFault<ActionNameFault>(kind, offset);

        Assert.Equal(fault, ActionName.Read(text).AsT1);
        Assert.Equal(fault, ActionName.Read(text, Strictness.Lenient).AsT1);
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.Equal(
        new TextFault<ActionNameFault>(ActionNameFault.WithACharacterThatNoNameHas, 2),
        ActionName.Read("a/\uD800", Strictness.Lenient).AsT1);

    [Fact]
    public void A_text_of_512_characters_is_the_longest()
    {
        var longest = "a/" + new string('b', 510);

        Assert.True(ActionName.Read(longest).IsT0);
        Assert.Equal(
            new TextFault<ActionNameFault>(ActionNameFault.TooLong, 512),
            ActionName.Read(longest + "b", Strictness.Lenient).AsT1);
    }
}
