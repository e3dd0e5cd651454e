using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests;

public sealed class TextFaultTests
{
    [Fact]
    public void A_fault_reads_as_a_sentence_with_its_place() =>
        Assert.Equal(
            "it is not of the form word dash number (at offset 3)",
            new TextFault<RuleIdFault>(RuleIdFault.NotOfTheFormWordDashNumber, 3).ToString());

    [Fact]
    public void The_default_is_empty_at_the_start() =>
        Assert.Equal(new TextFault<RuleIdFault>(RuleIdFault.Empty, 0), default);

    [Fact]
    public void Faults_are_equal_by_kind_and_offset()
    {
        var fault = new TextFault<RuleIdFault>(RuleIdFault.Empty, 1);

        Assert.Equal(fault, new TextFault<RuleIdFault>(RuleIdFault.Empty, 1));
        Assert.NotEqual(fault, fault with { Offset = 2 });
        Assert.NotEqual(fault, fault with { Kind = RuleIdFault.NotOfTheFormWordDashNumber });
    }
}
