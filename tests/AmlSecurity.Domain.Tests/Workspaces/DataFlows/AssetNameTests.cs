using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class AssetNameTests
{
    [Theory]
    [InlineData("churn:3")]
    [InlineData("1")]
    [InlineData("my_model-v1.2")]
    public void A_name_reads_as_it_is_written(string text) => Assert.Equal(text, FlowLab.Name(text).Text);

    [Theory]
    [InlineData(null, AssetNameFault.Empty, 0)]
    [InlineData("", AssetNameFault.Empty, 0)]
    [InlineData("a/b", AssetNameFault.WithACharacterThatNoNameHas, 1)]
    [InlineData("modèle", AssetNameFault.WithACharacterThatNoNameHas, 3)]
    [InlineData("-a", AssetNameFault.WithAFirstCharacterThatIsNoLetterOrDigit, 0)]
    public void What_no_name_has_is_a_fault(string? text, AssetNameFault kind, int offset) =>
        Assert.Equal(new TextFault<AssetNameFault>(kind, offset), AssetName.Read(text).AsT1);

    [Fact]
    public void The_longest_name_has_255_characters()
    {
        Assert.True(AssetName.Read(new string('a', 255)).IsT0);
        Assert.Equal(AssetNameFault.TooLong, AssetName.Read(new string('a', 256)).AsT1.Kind);
    }
}
