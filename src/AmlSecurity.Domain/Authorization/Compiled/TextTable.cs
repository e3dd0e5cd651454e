using System.Numerics;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Numbers texts, finds the number of one without making a string, and takes more of them by copying one
/// page.</summary>
/// <remarks>
/// Each page is an open-addressing table by itself, at most two thirds full. The hash is the platform's own, which is
/// keyed anew in each process, so that nobody can choose names that collide.
/// </remarks>
internal sealed class TextTable
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

    /// <summary>Numbers distinct texts in their order.</summary>
    public static TextTable Of(IReadOnlyList<string> texts)
    {
        // At least two pages, as a shift by 32 bits would be one by none.
        var pages = new Page[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, texts.Count / TextsOfPage))];
        var table = new TextTable(pages);
        var counts = new int[pages.Length];
        foreach (var text in texts)
        {
            counts[table.PageOf(text.GetHashCode(StringComparison.Ordinal))]++;
        }

        for (var at = 0; at < pages.Length; at++)
        {
            pages[at] = new Page(new Slot[SlotsFor(counts[at])], 0);
        }

        for (var number = 0; number < texts.Count; number++)
        {
            var hash = texts[number].GetHashCode(StringComparison.Ordinal);
            ref var page = ref pages[table.PageOf(hash)];
            Put(page.Slots, new Slot(texts[number], hash, number));
            page = new Page(page.Slots, page.Count + 1);
        }

        return table;
    }

    /// <summary>Finds the number of a text; -1 if it has none.</summary>
    public int Find(ReadOnlySpan<char> text) => Find(text, string.GetHashCode(text));

    /// <summary>Finds the number of a text whose hash is known; -1 if it has none.</summary>
    public int Find(ReadOnlySpan<char> text, int hash)
    {
        var slots = _pages[PageOf(hash)].Slots;
        for (var at = hash; ; at++)
        {
            ref readonly var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Text is null)
            {
                return -1;
            }

            if (slot.Hash == hash && text.SequenceEqual(slot.Text))
            {
                return slot.Number;
            }
        }
    }

    /// <summary>Copies the table with one more text, which it must not hold yet.</summary>
    public TextTable With(string text, int number)
    {
        var hash = text.GetHashCode(StringComparison.Ordinal);
        var pages = (Page[])_pages.Clone();
        ref var page = ref pages[PageOf(hash)];
        var slots = new Slot[Math.Max(SlotsFor(page.Count + 1), page.Slots.Length)];
        foreach (var slot in page.Slots)
        {
            if (slot.Text is not null)
            {
                Put(slots, slot);
            }
        }

        Put(slots, new Slot(text, hash, number));
        page = new Page(slots, page.Count + 1);
        return new TextTable(pages);
    }

    private static int SlotsFor(int count) =>
        Math.Max(LeastSlots, (int)BitOperations.RoundUpToPowerOf2((uint)((count * 3 / 2) + 1)));

    private static void Put(Slot[] slots, Slot added)
    {
        var at = added.Hash;
        while (slots[at & (slots.Length - 1)].Text is not null)
        {
            at++;
        }

        slots[at & (slots.Length - 1)] = added;
    }

    // The upper bits choose the page, the lower ones the slot.
    private int PageOf(int hash) => (int)((uint)hash >> _shift);

    private readonly record struct Slot(string? Text, int Hash, int Number);

    private readonly record struct Page(Slot[] Slots, int Count);
}
