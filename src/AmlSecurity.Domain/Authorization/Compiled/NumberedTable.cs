namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Finds what a policy knows by its text and by its number, and is changed by copying a page of
/// each.</summary>
internal sealed class NumberedTable<T>
    where T : class, INumbered
{
    private readonly TextTable<T> _byText;
    private readonly PagedArray<T> _byNumber;

    private NumberedTable(TextTable<T> byText, PagedArray<T> byNumber)
    {
        _byText = byText;
        _byNumber = byNumber;
    }

    public int Count => _byNumber.Count;

    public T this[int number] => _byNumber[number];

    /// <summary>Holds values that stand in the order of their numbers.</summary>
    public static NumberedTable<T> Of(IReadOnlyList<T> values) =>
        new(TextTable<T>.Of(values), PagedArray<T>.Of(values));

    public IEnumerable<T> All() => _byNumber.All();

    /// <summary>Lets the processor fetch what a hash leads to, while other things are looked for.</summary>
    public void Touch(int hash) => _byText.Touch(hash);

    /// <summary>Finds a value by its text, whose hash is known; null if there is none.</summary>
    public T? Find(ReadOnlySpan<char> text, int hash) => _byText.Find(text, hash);

    /// <summary>Copies the table with one more value, or with another in the place of one of the same text.</summary>
    public NumberedTable<T> With(T value) => new(
        _byText.With(value),
        value.Number == Count ? _byNumber.Add(value) : _byNumber.With(value.Number, value));
}
