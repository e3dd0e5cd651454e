using AmlSecurity.Domain.Authentication;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class RunIdTests
{
    [Theory]
    [InlineData("r")]
    [InlineData("churn_1583100000_2b3c.4-x")]
    public void The_id_of_a_run_is_read_as_it_is(string text) =>
        Assert.Equal(text, RunId.Read(text).Expect().ToString());

    [Theory]
    [InlineData(null, RunIdFault.Empty, 0)]
    [InlineData("", RunIdFault.Empty, 0)]
    [InlineData(" r", RunIdFault.WithACharacterThatNoRunIdHas, 0)]
    [InlineData("run 1", RunIdFault.WithACharacterThatNoRunIdHas, 3)]
    [InlineData("run/1", RunIdFault.WithACharacterThatNoRunIdHas, 3)]
    [InlineData("rün", RunIdFault.WithACharacterThatNoRunIdHas, 1)]
    public void Anything_else_is_a_fault_at_its_place(string? text, RunIdFault kind, int offset) =>
        Assert.Equal(new TextFault<RunIdFault>(kind, offset), RunId.Read(text).AsT1);

    [Fact]
    public void An_id_of_256_characters_is_the_longest()
    {
        Assert.Equal(256, RunId.Read(new string('r', 256)).Expect().Text.Length);
        Assert.Equal(new TextFault<RunIdFault>(RunIdFault.TooLong, 256), RunId.Read(new string('r', 257)).AsT1);
    }
}
