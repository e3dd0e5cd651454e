using System.Diagnostics;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>A data key in memory: 32 secret bytes under leases, and the count of what was written with them.</summary>
/// <remarks>
/// <see cref="Dispose"/> refuses further use at once; the bytes are erased when the last operation under way ends.
/// Nothing ever computes with an erased key. Reference equality, no order, no text form. Safe for concurrent use: every
/// operation borrows a MAC object of its own, because the platform's may not be shared. Readers and random access that
/// are open hold the keys of their one message and go on until they are disposed themselves.
/// </remarks>
[DebuggerDisplay("data key {Id}")]
public sealed class DataKey : IDisposable
{
    private const int PooledMacs = 8;

    private readonly SecretBytes _bytes;
    private readonly IncrementalHash?[] _macs = new IncrementalHash?[PooledMacs];
    private long _messages;
    private long _plaintextBytes;

    // The last key block that this key's MAC was found to hold for: a stream of messages repeats it.
    private byte[]? _verifiedHeader;

    /// <summary>Takes a key into memory. The caller erases the original.</summary>
    /// <param name="key">The key, 32 bytes.</param>
    /// <param name="id">The id under which envelopes name it.</param>
    /// <param name="createdAt">When it was created; its age counts from there.</param>
    /// <param name="limits">The limits for writing; the widest by default.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public DataKey(ReadOnlySpan<byte> key, DataKeyId id, Instant createdAt, DataKeyLimits? limits = null)
    {
        if (key.Length != Cobblestone256.KeyLength)
        {
            throw new ArgumentException(
                $"a data key has {Cobblestone256.KeyLength} bytes, not {key.Length}", nameof(key));
        }

        _bytes = new SecretBytes(key, EraseMacs);
        Id = id;
        CreatedAt = createdAt;
        Limits = limits ?? DataKeyLimits.Widest;
    }

    /// <summary>Gets the id under which envelopes name it.</summary>
    public DataKeyId Id { get; }

    /// <summary>Gets when it was created.</summary>
    public Instant CreatedAt { get; }

    /// <summary>Gets the limits for writing.</summary>
    public DataKeyLimits Limits { get; }

    /// <summary>Gets a value indicating whether the bytes are gone.</summary>
    public bool IsErased => _bytes.IsErased;

    /// <summary>Makes a new random key with a new random id.</summary>
    /// <param name="random">Where the random bytes come from.</param>
    /// <param name="now">The time.</param>
    /// <param name="limits">The limits for writing; the widest by default.</param>
    /// <returns>The key.</returns>
    public static DataKey Generate(IRandomSource random, Instant now, DataKeyLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[Cobblestone256.KeyLength + DataKeyId.Length];
        random.Fill(bytes);
        var key = new DataKey(
            bytes[..Cobblestone256.KeyLength], new DataKeyId(bytes[Cobblestone256.KeyLength..]), now, limits);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    /// <summary>Refuses further use, and erases the key as soon as no operation is under way.</summary>
    public void Dispose() => _bytes.Dispose();

    /// <summary>Borrows the key's bytes, to wrap them.</summary>
    /// <param name="lease">The lease, to be disposed.</param>
    /// <returns><see langword="false"/> after <see cref="Dispose"/>.</returns>
    public bool TryLease(out SecretLease lease) => _bytes.TryLease(out lease);

    /// <summary>Copies the key's bytes, for a port that is to wrap them.</summary>
    /// <returns>The copy, to be disposed; null after <see cref="Dispose"/>.</returns>
    internal SecretBytes? TryCopy()
    {
        if (!TryLease(out var lease))
        {
            return null;
        }

        using (lease)
        {
            return SecretBytes.CopyOf(lease.Bytes);
        }
    }

    /// <summary>Counts a message that is about to be written.</summary>
    /// <returns>Null, or why it must not be.</returns>
    internal SealRefusal? Reserve(Instant now, long plaintextLength)
    {
        if (now - CreatedAt >= Limits.Age)
        {
            return SealRefusal.TooOld;
        }

        // Counted before it is compared: however threads meet here, no more than the limit get through.
        if (Interlocked.Increment(ref _messages) > Limits.Messages)
        {
            Interlocked.Decrement(ref _messages);
            return SealRefusal.UsedForTooManyMessages;
        }

        if (ReserveBytes(plaintextLength) is { } refusal)
        {
            Interlocked.Decrement(ref _messages);
            return refusal;
        }

        return null;
    }

    /// <summary>Counts bytes that are about to be written.</summary>
    /// <returns>Null, or why they must not be.</returns>
    internal SealRefusal? ReserveBytes(long plaintextLength)
    {
        if (Interlocked.Add(ref _plaintextBytes, plaintextLength) <= Limits.Bytes)
        {
            return null;
        }

        Interlocked.Add(ref _plaintextBytes, -plaintextLength);
        return SealRefusal.UsedForTooManyBytes;
    }

    /// <summary>Borrows the key for one operation, with a MAC object that nobody else uses meanwhile.</summary>
    internal bool TryUse(out DataKeyUse use)
    {
        if (!_bytes.TryLease(out var lease))
        {
            use = default;
            return false;
        }

        try
        {
            use = new DataKeyUse(this, lease, RentMac() ?? Cobblestone256.NewHmac(lease.Bytes));
            return true;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    internal void Return(IncrementalHash mac)
    {
        for (var slot = 0; slot < _macs.Length; slot++)
        {
            if (_macs[slot] is null && Interlocked.CompareExchange(ref _macs[slot], mac, null) is null)
            {
                return;
            }
        }

        mac.Dispose();
    }

    internal bool HasVerified(ReadOnlySpan<byte> header) =>
        Volatile.Read(ref _verifiedHeader) is { } verified && header.SequenceEqual(verified);

    internal void RememberVerified(ReadOnlySpan<byte> header) => Volatile.Write(ref _verifiedHeader, header.ToArray());

    private IncrementalHash? RentMac()
    {
        for (var slot = 0; slot < _macs.Length; slot++)
        {
            if (_macs[slot] is not null && Interlocked.Exchange(ref _macs[slot], null) is { } mac)
            {
                return mac;
            }
        }

        return null;
    }

    // Runs when the last lease has ended, and each use gives its MAC back before its lease: none is left out.
    private void EraseMacs()
    {
        while (RentMac() is { } mac)
        {
            mac.Dispose();
        }
    }
}
