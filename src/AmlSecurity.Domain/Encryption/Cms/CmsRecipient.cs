using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>Somebody for whom a message is made, or who opens it.</summary>
/// <remarks>
/// The cases are nested; no other can be added. Reference equality; no order. It does not own the keys and certificates
/// that it is given. Safe for concurrent use as far as those are.
/// </remarks>
public abstract class CmsRecipient
{
    private CmsRecipient()
    {
    }

    /// <summary>Wraps a content key.</summary>
    internal abstract byte[] Wrap(ReadOnlySpan<byte> contentKey);

    /// <summary>Unwraps a content key; without success the destination is all zeros.</summary>
    internal abstract bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> contentKey);

    /// <summary>Whoever shares an AES key, known by an identifier (KEKRecipientInfo, AES-256 key wrap).</summary>
    public sealed class SharedKey : CmsRecipient
    {
        /// <summary>The most bytes of an identifier.</summary>
        public const int MaximumIdentifierLength = 256;

        private readonly byte[] _identifier;
        private readonly AesKeyWrap _wrap;

        /// <summary>Creates a recipient.</summary>
        /// <param name="identifier">What names the key in the message, 1 to 256 bytes. It is not secret.</param>
        /// <param name="wrap">The key wrap under the shared key, of 32 bytes.</param>
        /// <exception cref="ArgumentException">The identifier is empty or too long.</exception>
        public SharedKey(ReadOnlySpan<byte> identifier, AesKeyWrap wrap)
        {
            ArgumentNullException.ThrowIfNull(wrap);
            if (identifier.Length is 0 or > MaximumIdentifierLength)
            {
                throw new ArgumentException("an identifier has 1 to 256 bytes", nameof(identifier));
            }

            _identifier = identifier.ToArray();
            _wrap = wrap;
        }

        /// <summary>Gets what names the key in the message.</summary>
        public ReadOnlySpan<byte> Identifier => _identifier;

        internal override byte[] Wrap(ReadOnlySpan<byte> contentKey)
        {
            var wrapped = new byte[contentKey.Length + AesKeyWrap.Overhead];
            _wrap.Wrap(contentKey, wrapped);
            return wrapped;
        }

        internal override bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> contentKey) =>
            wrapped.Length == contentKey.Length + AesKeyWrap.Overhead && _wrap.TryUnwrap(wrapped, contentKey);
    }

    /// <summary>The holder of a certificate (KeyTransRecipientInfo, RSA-OAEP with SHA-256).</summary>
    /// <remarks>The certificate only names the recipient: no chain, validity or use is checked.</remarks>
    public sealed class CertificateHolder : CmsRecipient
    {
        private readonly RSA _key;

        /// <summary>Creates a recipient.</summary>
        /// <param name="certificate">The certificate.</param>
        /// <param name="key">Its RSA key: the public one is enough to make messages, the private one opens
        /// them.</param>
        /// <exception cref="ArgumentException">The key has fewer than 2,048 bits.</exception>
        public CertificateHolder(X509Certificate2 certificate, RSA key)
        {
            ArgumentNullException.ThrowIfNull(certificate);
            ArgumentNullException.ThrowIfNull(key);
            if (key.KeySize < RsaOaep256.MinimumKeySize)
            {
                throw new ArgumentException("the key has fewer than 2,048 bits", nameof(key));
            }

            _key = key;
            Issuer = certificate.IssuerName.RawData;
            SerialNumber = certificate.SerialNumberBytes.ToArray();
            KeyIdentifier = certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>()
                .FirstOrDefault()?.SubjectKeyIdentifierBytes.ToArray();
        }

        internal byte[] Issuer { get; }

        internal byte[] SerialNumber { get; }

        internal byte[]? KeyIdentifier { get; }

        internal override byte[] Wrap(ReadOnlySpan<byte> contentKey) => RsaOaep256.Wrap(_key, contentKey);

        internal override bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> contentKey) =>
            RsaOaep256.TryUnwrap(_key, wrapped, contentKey);
    }
}
