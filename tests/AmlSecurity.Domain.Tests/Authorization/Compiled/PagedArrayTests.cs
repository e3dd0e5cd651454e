using AmlSecurity.Domain.Authorization.Compiled;

namespace AmlSecurity.Domain.Tests.Authorization.Compiled;

public sealed class PagedArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(512)]
    [InlineData(1_000)]
    public void It_is_the_list_that_it_was_made_of(int count)
    {
        var list = Enumerable.Range(5, count).ToList();
        var paged = PagedArray<int>.Of(list);

        Assert.Equal(count, paged.Count);
        Assert.Equal(list, paged.All());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(599)]
    public void A_copy_with_another_element_leaves_the_first_as_it_was(int at)
    {
        var list = Enumerable.Range(0, 600).ToList();
        var paged = PagedArray<int>.Of(list);
        var changed = paged.With(at, -1);

        Assert.Equal(list, paged.All());
        list[at] = -1;
        Assert.Equal(list, changed.All());
        Assert.Equal(-1, changed[at]);
    }

    [Fact]
    public void Elements_are_added_one_by_one_over_several_pages()
    {
        var copies = new List<PagedArray<int>> { PagedArray<int>.Of([]) };
        for (var next = 0; next < 600; next++)
        {
            copies.Add(copies[^1].Add(next));
        }

        Assert.All(
            copies.Index().Where(copy => copy.Index % 64 is 0 or 1 or 63),
            copy => Assert.Equal(Enumerable.Range(0, copy.Index), copy.Item.All()));
    }

    [Fact]
    public void Two_copies_of_one_do_not_see_what_the_other_adds()
    {
        var paged = PagedArray<int>.Of([1, 2]);
        var (one, other) = (paged.Add(3), paged.Add(4));

        Assert.Equal([1, 2, 3], one.All());
        Assert.Equal([1, 2, 4], other.All());
    }
}
