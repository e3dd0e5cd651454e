using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Authentication;

/// <summary>A new key of a web service, to be handed to its callers once and then forgotten (AUTHN-09).</summary>
/// <remarks>256 random bits as 43 characters of base64url (RFC 4648, section 5). Reference equality; no order, no text
/// form. Safe for concurrent use.</remarks>
[DebuggerDisplay("key of a web service")]
public sealed class WebServiceKey : IDisposable
{
    /// <summary>The length in characters, which are bytes.</summary>
    public const int Length = 43;

    private const int RandomLength = 32;

    private readonly SecretBytes _text;

    private WebServiceKey(SecretBytes text, WebServiceKeyDigest digest)
    {
        _text = text;
        Digest = digest;
    }

    /// <summary>Gets what a service keeps of it.</summary>
    public WebServiceKeyDigest Digest { get; }

    /// <summary>Makes a key.</summary>
    /// <param name="random">Where its bits come from.</param>
    /// <returns>The key, to be disposed.</returns>
    public static WebServiceKey Generate(IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[RandomLength];
        Span<byte> text = stackalloc byte[Length];
        try
        {
            random.Fill(bytes);
            Base64Url.EncodeToUtf8(bytes, text);
            return new WebServiceKey(SecretBytes.CopyOf(text), WebServiceKeyDigest.Of(text));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Borrows the characters of the key.</summary>
    /// <param name="lease">The lease, to be disposed.</param>
    /// <returns><see langword="false"/> after <see cref="Dispose"/>.</returns>
    public bool TryLease(out SecretLease lease) => _text.TryLease(out lease);

    /// <summary>Erases the key.</summary>
    public void Dispose() => _text.Dispose();
}
