using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A place in a record for what may tell who somebody is: an address, a name, an agent, a URL.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record PersonalData
{
    private PersonalData()
    {
    }

    /// <summary>Written as it is.</summary>
    /// <param name="Text">The text, 1 to 2,048 characters.</param>
    public sealed record Plain(string Text) : PersonalData;

    /// <summary>Replaced by a value that is the same for the same text, and tells nothing without the key.</summary>
    /// <param name="Key">The name of the key, 1 to 128 characters.</param>
    /// <param name="Value">HMAC-SHA-256 of the text under it.</param>
    public sealed record Pseudonym(string Key, Hash256 Value) : PersonalData;

    /// <summary>Encrypted under a key of the person whom it is about: destroying that key shreds it, and changes no
    /// proof.</summary>
    public sealed record Sealed : PersonalData
    {
        /// <summary>Creates a slot.</summary>
        /// <param name="envelope">The detached envelope, 1 to 6,336 bytes.</param>
        /// <param name="subject">The name of the key, 1 to 128 characters; it must not tell who the person is.</param>
        public Sealed(ImmutableArray<byte> envelope, string subject)
        {
            ArgumentNullException.ThrowIfNull(subject);
            Envelope = envelope.IsDefault ? [] : envelope;
            Subject = subject;
        }

        /// <summary>Gets the detached envelope.</summary>
        public ImmutableArray<byte> Envelope { get; }

        /// <summary>Gets the name of the key of the person.</summary>
        public string Subject { get; }

        /// <summary>Determines whether two slots hold the same.</summary>
        /// <param name="other">The other slot.</param>
        /// <returns><see langword="true"/> if subject and bytes are equal.</returns>
        public bool Equals(Sealed? other) =>
            other is not null && Subject == other.Subject && Envelope.AsSpan().SequenceEqual(other.Envelope.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Subject, Envelope.Length);
    }
}
