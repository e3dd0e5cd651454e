using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Encryption.Software;

/// <summary>An AES key that wraps by <see cref="AesKeyWrap"/>.</summary>
internal sealed class SoftwareAesKey(ReadOnlySpan<byte> key) : SoftwareKey
{
    private readonly SecretBytes _key = SecretBytes.CopyOf(key);

    public override KeyWrapAlgorithm Algorithm => KeyWrapAlgorithm.A256KW;

    public override bool CanUnwrap => true;

    public override byte[]? Wrap(ReadOnlySpan<byte> dataKey)
    {
        if (!_key.TryLease(out var lease))
        {
            return null;
        }

        using (lease)
        {
            using var wrap = new AesKeyWrap(lease.Bytes);
            var wrapped = new byte[dataKey.Length + AesKeyWrap.Overhead];
            wrap.Wrap(dataKey, wrapped);
            return wrapped;
        }
    }

    public override bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> dataKey)
    {
        if (!_key.TryLease(out var lease))
        {
            return false;
        }

        using (lease)
        {
            using var wrap = new AesKeyWrap(lease.Bytes);
            return wrap.TryUnwrap(wrapped, dataKey);
        }
    }

    public override void Dispose() => _key.Dispose();
}
