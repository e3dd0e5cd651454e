using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A secret that turns personal data into pseudonyms: the same text gives the same, and without the secret
/// nobody can try texts out.</summary>
/// <remarks>There is no pseudonym without a secret: addresses and names are too few for a bare hash. Reference
/// equality; no order, no text form. Safe for concurrent use.</remarks>
[DebuggerDisplay("pseudonym key {Name}")]
public sealed class PseudonymKey : IDisposable
{
    /// <summary>The fewest bytes of the secret (RFC 2104, section 3).</summary>
    public const int ShortestSecret = 32;

    private readonly SecretBytes _secret;

    /// <summary>Takes in a secret.</summary>
    /// <param name="name">The name, 1 to 128 characters, by which a slot refers to it.</param>
    /// <param name="secret">The secret, <see cref="ShortestSecret"/> bytes or more. The caller erases the
    /// original.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the secret too short.</exception>
    public PseudonymKey(string name, ReadOnlySpan<byte> secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, RecordWords.ShortText, nameof(name));
        if (secret.Length < ShortestSecret)
        {
            throw new ArgumentException($"the secret has {ShortestSecret} bytes or more", nameof(secret));
        }

        Name = name;
        _secret = SecretBytes.CopyOf(secret);
    }

    /// <summary>Gets the name, by which a slot refers to it.</summary>
    public string Name { get; }

    /// <summary>Makes the pseudonym of a text: HMAC-SHA-256 of its UTF-8 bytes.</summary>
    /// <param name="text">The text, taken as it is: who compares addresses or names brings them into one form
    /// before.</param>
    /// <returns>The slot.</returns>
    /// <exception cref="ObjectDisposedException">The key is disposed of.</exception>
    public PersonalData.Pseudonym Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isLent = _secret.TryLease(out var lease);
        ObjectDisposedException.ThrowIf(!isLent, this);
        using (lease)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var pseudonym = new Hash256(HMACSHA256.HashData(lease.Bytes, bytes));
            CryptographicOperations.ZeroMemory(bytes);
            return new PersonalData.Pseudonym(Name, pseudonym);
        }
    }

    /// <summary>Erases the secret.</summary>
    public void Dispose() => _secret.Dispose();
}
