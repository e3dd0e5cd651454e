using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Encryption;

/// <summary>A data key borrowed for one operation on one thread.</summary>
internal readonly ref struct DataKeyUse(DataKey key, SecretLease lease, IncrementalHash hmac)
{
    private readonly DataKey? _key = key;
    private readonly SecretLease _lease = lease;

    /// <summary>Gets HMAC-SHA-512 keyed with the data key, fresh.</summary>
    public IncrementalHash Hmac { get; } = hmac;

    public void Dispose()
    {
        _key?.Return(Hmac);
        _lease.Dispose();
    }
}
