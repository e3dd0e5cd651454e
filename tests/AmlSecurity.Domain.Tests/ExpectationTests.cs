using OneOf;

namespace AmlSecurity.Domain.Tests;

public sealed class ExpectationTests
{
    [Fact]
    public void A_success_is_returned()
    {
        OneOf<string, int> outcome = "sound";

        Assert.Equal("sound", outcome.Expect());
    }

    [Fact]
    public void A_fault_is_thrown_with_its_text_in_the_message()
    {
        OneOf<string, int> outcome = 7;

        var thrown = Assert.Throws<InvalidOperationException>(() => outcome.Expect());

        Assert.Equal("expected `String`, but 7", thrown.Message);
    }
}
