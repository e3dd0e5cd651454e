using System.Security.Cryptography;

namespace AmlSecurity.Domain.Secrets;

/// <summary>Takes random bytes from another source in large portions, for callers who need very many small
/// ones.</summary>
/// <remarks>
/// To be chosen knowingly: bytes wait in memory, and a snapshot of the process would hand the same ones out twice.
/// Bytes handed out are erased here. Reference equality; no order. Safe for concurrent use.
/// </remarks>
public sealed class BufferedRandomSource : IRandomSource
{
    private readonly IRandomSource _source;
    private readonly byte[] _buffer;
    private readonly Lock _gate = new();
    private int _used;

    /// <summary>Creates a buffer before a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="capacity">The size of a portion in bytes, 64 to 65,536.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of bounds.</exception>
    public BufferedRandomSource(IRandomSource source, int capacity = 4096)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 64);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 65_536);
        _source = source;
        // Stryker disable once boolean: no test can see whether the collector moves an array.
        _buffer = GC.AllocateArray<byte>(capacity, pinned: true);
        _used = capacity;
    }

    /// <inheritdoc/>
    public void Fill(Span<byte> bytes)
    {
        if (bytes.Length > _buffer.Length)
        {
            _source.Fill(bytes);
            return;
        }

        lock (_gate)
        {
            if (bytes.Length > _buffer.Length - _used)
            {
                _source.Fill(_buffer);
                _used = 0;
            }

            var portion = _buffer.AsSpan(_used, bytes.Length);
            portion.CopyTo(bytes);
            CryptographicOperations.ZeroMemory(portion);
            _used += bytes.Length;
        }
    }
}
