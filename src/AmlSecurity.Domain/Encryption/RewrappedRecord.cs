using System.Collections.Immutable;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The new key record of many detached envelopes; <see cref="EnvelopeSealer.RewrapAsync(KeyRecord, KeyRing,
/// CancellationToken)"/> makes it.</summary>
/// <remarks>
/// None of the envelopes changes. <b>The old record still opens them while its version is enabled</b>, wherever it is
/// kept: wrapping anew is not revocation. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class RewrappedRecord
{
    internal RewrappedRecord(bool isChanged, KeyRecord record, KeyRecord old)
    {
        IsChanged = isChanged;
        Record = record;
        OldDigest = [.. SHA256.HashData(old.Encoded)];
    }

    /// <summary>Gets a value indicating whether the record is another one; it is not if it was current.</summary>
    public bool IsChanged { get; }

    /// <summary>Gets the record to be stored.</summary>
    public KeyRecord Record { get; }

    /// <summary>Gets the SHA-256 of the record that it takes the place of, 32 bytes, so that a store can replace that
    /// one and no other.</summary>
    public ImmutableArray<byte> OldDigest { get; }
}
