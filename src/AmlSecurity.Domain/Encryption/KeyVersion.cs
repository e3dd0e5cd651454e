using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>What is known of one version of a key: the attributes that a vault gives it, and whether it is
/// compromised.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record KeyVersion
{
    /// <summary>Creates an enabled version.</summary>
    /// <param name="version">Its name within the key, 1 to 128 bytes of UTF-8.</param>
    /// <param name="createdAt">When it was created.</param>
    /// <param name="notBefore">From when on it wraps, included; null for always.</param>
    /// <param name="expires">From when on it does not wrap any more; null for never.</param>
    /// <param name="isEnabled">Whether the vault has it enabled.</param>
    /// <exception cref="ArgumentException">The name is no version, or it expires before it begins.</exception>
    public KeyVersion(
        string version, Instant createdAt, Instant? notBefore = null, Instant? expires = null, bool isEnabled = true)
        : this(version, createdAt, notBefore, expires, isEnabled, compromisedAt: null)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (KeyStanza.Check("x", version) is { } fault)
        {
            throw new ArgumentException($"the version is no version of a key: {fault}", nameof(version));
        }

        if (expires <= (notBefore ?? createdAt))
        {
            throw new ArgumentException("the version expires before it begins", nameof(expires));
        }
    }

    private KeyVersion(
        string version, Instant createdAt, Instant? notBefore, Instant? expires, bool isEnabled, Instant? compromisedAt)
    {
        Version = version;
        CreatedAt = createdAt;
        NotBefore = notBefore;
        Expires = expires;
        IsEnabled = isEnabled;
        CompromisedAt = compromisedAt;
    }

    /// <summary>Gets its name within the key.</summary>
    public string Version { get; }

    /// <summary>Gets when it was created.</summary>
    public Instant CreatedAt { get; }

    /// <summary>Gets from when on it wraps, included; null for always.</summary>
    public Instant? NotBefore { get; }

    /// <summary>Gets from when on it does not wrap any more; null for never.</summary>
    public Instant? Expires { get; }

    /// <summary>Gets a value indicating whether the vault has it enabled.</summary>
    public bool IsEnabled { get; }

    /// <summary>Gets when it was found to be compromised; null if it is not known to be.</summary>
    public Instant? CompromisedAt { get; }

    /// <summary>Gets a value indicating whether it is known to be compromised.</summary>
    public bool IsCompromised => CompromisedAt is not null;

    internal bool HasBegunAt(Instant now) => NotBefore is not { } begins || begins <= now;

    internal bool HasExpiredAt(Instant now) => Expires is { } end && end <= now;

    internal KeyVersion WithEnabled(bool isEnabled) =>
        new(Version, CreatedAt, NotBefore, Expires, isEnabled, CompromisedAt);

    internal KeyVersion WithCompromised(Instant? at) => new(Version, CreatedAt, NotBefore, Expires, IsEnabled, at);
}
