using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The context of a message in two parts, so that a long one need not be copied behind its head.</summary>
internal readonly ref struct BoundContext(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
{
    private readonly ReadOnlySpan<byte> _head = head;
    private readonly ReadOnlySpan<byte> _tail = tail;

    public int Length => _head.Length + _tail.Length;

    public static implicit operator BoundContext(ReadOnlySpan<byte> context) => new(context, []);

    public void AppendTo(IncrementalHash hmac)
    {
        hmac.AppendData(_head);
        hmac.AppendData(_tail);
    }

    public void CopyTo(Span<byte> destination)
    {
        _head.CopyTo(destination);
        _tail.CopyTo(destination[_head.Length..]);
    }

    public byte[] ToArray() => [.. _head, .. _tail];
}
