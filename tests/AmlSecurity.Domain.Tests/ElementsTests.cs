namespace AmlSecurity.Domain.Tests;

public sealed class ElementsTests
{
    [Fact]
    public void A_list_is_copied()
    {
        List<string> list = ["a", "b"];
        var elements = Elements.Of(list, nameof(list));
        list.Clear();
        Assert.Equal(["a", "b"], elements.AsEnumerable());
    }

    [Fact]
    public void A_list_that_is_null_or_holds_null_is_a_callers_mistake_and_is_named()
    {
        Assert.Equal("names", Assert.Throws<ArgumentNullException>(() => Elements.Of<string>(null!, "names")).ParamName);
        Assert.Equal("names", Assert.Throws<ArgumentNullException>(() => Elements.Of(["a", null!], "names")).ParamName);
    }
}
