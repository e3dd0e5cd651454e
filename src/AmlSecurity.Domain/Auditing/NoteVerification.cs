using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What came of verifying a note: the keys that vouch for it, or why its body must not be used.</summary>
/// <remarks>One of <see cref="Verified"/> and <see cref="Refused"/>; no other case can be added. Equal by case and
/// members; no order. Immutable, hence safe for concurrent use.</remarks>
public abstract record NoteVerification
{
    private NoteVerification()
    {
    }

    /// <summary>Gets a value indicating whether the body may be used.</summary>
    public bool IsVerified => this is Verified;

    /// <summary>One or more trusted keys have signed the note, and no signature of a trusted key is bad.</summary>
    public sealed record Verified : NoteVerification
    {
        internal Verified(ImmutableArray<NoteVerifierKey> by) => By = by;

        /// <summary>Gets the keys that have signed it and are not retired, each once, in the order of their signatures.
        /// </summary>
        public ImmutableArray<NoteVerifierKey> By { get; }

        /// <summary>Determines whether two verifications name the same keys in the same order.</summary>
        /// <param name="other">The other verification.</param>
        /// <returns><see langword="true"/> if they do.</returns>
        public bool Equals(Verified? other) => other is not null && By.SequenceEqual(other.By);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(By[0], By.Length);

        /// <summary>Returns one line for a person.</summary>
        /// <returns>The line.</returns>
        public override string ToString() =>
            $"verified by {string.Join(", ", By.Select(key => Plaintext.Quote(key.Name)))}";
    }

    /// <summary>The body of the note must not be used.</summary>
    public sealed record Refused : NoteVerification
    {
        internal Refused(NoteRefusal reason, NoteSignature? signature = null)
        {
            Reason = reason;
            Signature = signature;
        }

        /// <summary>Gets why.</summary>
        public NoteRefusal Reason { get; }

        /// <summary>Gets the signature that is bad, or the first of a retired key; null if no known key has signed.
        /// </summary>
        public NoteSignature? Signature { get; }

        /// <summary>Returns one line for a person.</summary>
        /// <returns>The line.</returns>
        public override string ToString() => Reason switch
        {
            NoteRefusal.BadSignature => $"refused: the signature of {Signature} is bad",
            NoteRefusal.KeyRetired => $"refused: the key of {Signature} is retired",
            _ => "refused: no known key has signed the note",
        };
    }
}
