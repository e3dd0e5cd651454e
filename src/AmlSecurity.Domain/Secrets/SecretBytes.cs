using System.Diagnostics;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Secrets;

/// <summary>Secret bytes in pinned memory that are erased when the last user lets go of them.</summary>
/// <remarks>
/// <see cref="Dispose"/> refuses new leases at once; the bytes are erased when the last open lease ends, so that no
/// user ever computes with a half-erased or zero key. Erasure is best effort: the runtime pins the array, but the
/// operating system may have paged it out. Reference equality, no order, no text form. Safe for concurrent use.
/// </remarks>
[DebuggerDisplay("secret")]
public sealed class SecretBytes : IDisposable
{
    private const int Disposed = 1 << 30;

    private readonly byte[] _bytes;
    private readonly Action? _onErased;

    // The number of open leases, and the flag that no more are given.
    private int _state;
    private int _isErased;

    internal SecretBytes(ReadOnlySpan<byte> bytes, Action? onErased)
    {
        // Stryker disable once boolean: no test can see whether the collector moves an array.
        _bytes = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(_bytes);
        _onErased = onErased;
    }

    /// <summary>Gets the number of bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Gets a value indicating whether the bytes are gone.</summary>
    public bool IsErased => Volatile.Read(ref _isErased) != 0;

    /// <summary>Copies bytes into secret memory. The caller erases the original.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The secret.</returns>
    public static SecretBytes CopyOf(ReadOnlySpan<byte> bytes) => new(bytes, onErased: null);

    /// <summary>Borrows the bytes.</summary>
    /// <param name="lease">The lease, to be disposed.</param>
    /// <returns><see langword="false"/> after <see cref="Dispose"/>; then the lease holds nothing.</returns>
    public bool TryLease(out SecretLease lease)
    {
        for (var state = Volatile.Read(ref _state); ;)
        {
            if ((state & Disposed) != 0)
            {
                lease = default;
                return false;
            }

            var seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen == state)
            {
                lease = new SecretLease(this, _bytes);
                return true;
            }

            state = seen;
        }
    }

    /// <summary>Refuses further leases, and erases the bytes as soon as none is open.</summary>
    public void Dispose()
    {
        if (Interlocked.Or(ref _state, Disposed) == 0)
        {
            Erase();
        }
    }

    internal void EndLease()
    {
        if (Interlocked.Decrement(ref _state) == Disposed)
        {
            Erase();
        }
    }

    private void Erase()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        if (Interlocked.Exchange(ref _isErased, 1) == 0)
        {
            _onErased?.Invoke();
        }
    }
}
