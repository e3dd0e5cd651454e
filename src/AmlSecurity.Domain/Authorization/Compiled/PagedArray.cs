namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A list of which a changed copy costs one page and the list of pages, not the whole.</summary>
internal sealed class PagedArray<T>
{
    private const int Bits = 8;
    private const int PageLength = 1 << Bits;

    private readonly T[][] _pages;

    private PagedArray(T[][] pages, int count)
    {
        _pages = pages;
        Count = count;
    }

    public int Count { get; }

    public T this[int at] => _pages[PageOf(at)][PlaceOf(at)];

    public static PagedArray<T> Of(IReadOnlyList<T> list)
    {
        var pages = new T[PageOf(list.Count + PageLength - 1)][];
        for (var page = 0; page < pages.Length; page++)
        {
            pages[page] = new T[PageLength];
            for (var at = page << Bits; at < Math.Min(list.Count, (page + 1) << Bits); at++)
            {
                pages[page][PlaceOf(at)] = list[at];
            }
        }

        return new PagedArray<T>(pages, list.Count);
    }

    /// <summary>Copies the list with another element at a place.</summary>
    public PagedArray<T> With(int at, T element)
    {
        var pages = (T[][])_pages.Clone();
        var page = PageOf(at);
        pages[page] = (T[])pages[page].Clone();
        pages[page][PlaceOf(at)] = element;
        return new PagedArray<T>(pages, Count);
    }

    /// <summary>Copies the list with one more element at its end.</summary>
    public PagedArray<T> Add(T element)
    {
        var isFull = Count == _pages.Length << Bits;
        var pages = isFull ? [.. _pages, new T[PageLength]] : (T[][])_pages.Clone();
        var page = PageOf(Count);
        pages[page] = (T[])pages[page].Clone();
        pages[page][PlaceOf(Count)] = element;
        return new PagedArray<T>(pages, Count + 1);
    }

    public IEnumerable<T> All()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    // Stryker disable once bitwise: no place is below zero, so that the sign does not matter.
    private static int PageOf(int at) => at >> Bits;

    private static int PlaceOf(int at) => at & (PageLength - 1);
}
