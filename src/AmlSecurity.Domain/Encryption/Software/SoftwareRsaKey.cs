using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption.Software;

/// <summary>An RSA key that wraps by <see cref="RsaOaep256"/>; without its private half it only wraps.</summary>
internal sealed class SoftwareRsaKey : SoftwareKey
{
    private readonly Lock _gate = new();
    private readonly RSA _rsa = RSA.Create();
    private bool _isErased;

    public SoftwareRsaKey(RSA key)
    {
        // A key that is only public says so by throwing, and so does one that its provider does not hand out.
        try
        {
            _rsa.ImportParameters(key.ExportParameters(includePrivateParameters: true));
            CanUnwrap = true;
        }
        catch (CryptographicException)
        {
            _rsa.ImportParameters(key.ExportParameters(includePrivateParameters: false));
        }
    }

    public override KeyWrapAlgorithm Algorithm => KeyWrapAlgorithm.RsaOaep256;

    public override bool CanUnwrap { get; }

    public override byte[]? Wrap(ReadOnlySpan<byte> dataKey)
    {
        lock (_gate)
        {
            return _isErased ? null : RsaOaep256.Wrap(_rsa, dataKey);
        }
    }

    public override bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> dataKey)
    {
        lock (_gate)
        {
            return !_isErased && CanUnwrap && RsaOaep256.TryUnwrap(_rsa, wrapped, dataKey);
        }
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _isErased = true;
            _rsa.Dispose();
        }
    }
}
