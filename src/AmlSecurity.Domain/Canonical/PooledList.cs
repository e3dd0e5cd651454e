using System.Buffers;

namespace AmlSecurity.Domain.Canonical;

/// <summary>A list in an array of the shared pool, which gets it back erased.</summary>
/// <remarks>A mutable value: keep it in one field, pass it by reference, dispose of it once.</remarks>
internal struct PooledList<T>(int capacity) : IDisposable
    where T : unmanaged
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);

    public int Count { get; private set; }

    public readonly Span<T> Items => _items.AsSpan(0, Count);

    public readonly ReadOnlyMemory<T> Memory => _items.AsMemory(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow(1);
        }

        _items[Count++] = item;
    }

    public void Add(ReadOnlySpan<T> items)
    {
        items.CopyTo(Reserve(items.Length));
        Count += items.Length;
    }

    /// <summary>Returns room behind the last item, for <see cref="Commit"/> to take in.</summary>
    public Span<T> Reserve(int length)
    {
        if (length > _items.Length - Count)
        {
            Grow(length);
        }

        return _items.AsSpan(Count);
    }

    /// <summary>Takes in items that were written where <see cref="Reserve"/> said.</summary>
    public void Commit(int length) => Count += length;

    /// <summary>Drops all items from here on.</summary>
    public void Truncate(int count) => Count = count;

    public readonly void Dispose() => ArrayPool<T>.Shared.Return(_items, clearArray: true);

    private void Grow(int length)
    {
        var needed = (long)Count + length;
        if (needed > Array.MaxLength)
        {
            throw new InsufficientMemoryException();
        }

        var larger = ArrayPool<T>.Shared.Rent((int)Math.Min(Math.Max(needed, 2L * Count), Array.MaxLength));
        Items.CopyTo(larger);
        Dispose();
        _items = larger;
    }
}
