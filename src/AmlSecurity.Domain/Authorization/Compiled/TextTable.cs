using System.Numerics;
using System.Runtime.CompilerServices;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Finds values by their texts without making a string, and takes another by copying one page.</summary>
/// <remarks>
/// Each page is an open-addressing table by itself, at most two thirds full.
/// </remarks>
internal sealed class TextTable<T>
    where T : class, INumbered
{
    private const int TextsOfPage = 64;
    private const int LeastSlots = 4;

    private readonly Page[] _pages;
    private readonly int _shift;

    private TextTable(Page[] pages)
    {
        _pages = pages;
        _shift = 32 - BitOperations.Log2((uint)pages.Length);
    }

    /// <summary>Holds values of distinct texts.</summary>
    public static TextTable<T> Of(IReadOnlyList<T> values)
    {
        // At least two pages, as a shift by 32 bits would be one by none.
        var pages = new Page[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, values.Count / TextsOfPage))];
        var table = new TextTable<T>(pages);
        var slots = new Slot[values.Count];
        var counts = new int[pages.Length];
        for (var at = 0; at < slots.Length; at++)
        {
            slots[at] = new Slot(values[at]);
            counts[table.PageOf(slots[at].Hash)]++;
        }

        for (var at = 0; at < pages.Length; at++)
        {
            pages[at] = new Page(new Slot[SlotsFor(counts[at])], counts[at]);
        }

        foreach (var slot in slots)
        {
            Put(pages[table.PageOf(slot.Hash)].Slots, slot);
        }

        return table;
    }

    /// <summary>Lets the processor fetch what a hash leads to, while other things are looked for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Touch(int hash)
    {
        var slots = _pages[PageOf(hash)].Slots;
        ref readonly var slot = ref slots[hash & (slots.Length - 1)];
        return slot.Text is { } text ? text.Length + slot.Value!.Number : 0;
    }

    /// <summary>Finds the value of a text whose hash is known; null if there is none.</summary>
    public T? Find(ReadOnlySpan<char> text, int hash)
    {
        var slots = _pages[PageOf(hash)].Slots;
        for (var at = hash; ; at++)
        {
            ref readonly var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Text is null)
            {
                return null;
            }

            if (slot.Hash == hash && text.SequenceEqual(slot.Text))
            {
                return slot.Value;
            }
        }
    }

    /// <summary>Copies the table with one more value, or with another in the place of one of the same text.</summary>
    public TextTable<T> With(T value)
    {
        var added = new Slot(value);
        var pages = (Page[])_pages.Clone();
        ref var page = ref pages[PageOf(added.Hash)];
        page = Find(added.Text, added.Hash) is null
            ? new Page(new Slot[Math.Max(SlotsFor(page.Count + 1), page.Slots.Length)], page.Count + 1).With(page.Slots)
            : page with { Slots = [.. page.Slots] };
        Put(page.Slots, added);
        return new TextTable<T>(pages);
    }

    private static int SlotsFor(int count) =>
        Math.Max(LeastSlots, (int)BitOperations.RoundUpToPowerOf2((uint)((count * 3 / 2) + 1)));

    // Into the slot of the same text, or else into the first that is empty.
    private static void Put(Slot[] slots, Slot added)
    {
        var at = added.Hash;
        while (slots[at & (slots.Length - 1)] is { Text: { } text } taken
            && (taken.Hash != added.Hash || text != added.Text))
        {
            at++;
        }

        slots[at & (slots.Length - 1)] = added;
    }

    // The upper bits choose the page, the lower ones the slot.
    private int PageOf(int hash) => (int)((uint)hash >> _shift);

    // The text stands here too, so that a comparison does not pass through the value.
    private readonly record struct Slot(string? Text, int Hash, T? Value)
    {
        public Slot(T value)
            : this(value.Canonical, TextHash.Of(value.Canonical), value)
        {
        }
    }

    private readonly record struct Page(Slot[] Slots, int Count)
    {
        public Page With(Slot[] slots)
        {
            foreach (var slot in slots)
            {
                if (slot.Text is not null)
                {
                    Put(Slots, slot);
                }
            }

            return this;
        }
    }
}
