using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A data key of one person, under whose name slots are sealed: to destroy it, with every wrapped form of it,
/// shreds them.</summary>
/// <remarks>A data key seals for a day (<see cref="DataKeyLimits"/>), so that a person comes to have several, each
/// under a name of its own. Reference equality; no order, no text form. Safe for concurrent use.</remarks>
public sealed class SubjectKey
{
    private readonly DataKey _key;
    private readonly EnvelopeKey _envelopeKey;

    /// <summary>Names a data key.</summary>
    /// <param name="name">The name, 1 to 128 characters; it must not tell who the person is.</param>
    /// <param name="key">The data key, which the caller disposes of.</param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public SubjectKey(string name, DataKey key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, RecordWords.ShortText, nameof(name));
        ArgumentNullException.ThrowIfNull(key);
        Name = name;
        _key = key;
        _envelopeKey = EnvelopeKey.Detached(key);
    }

    /// <summary>Gets the name, by which a slot refers to the key.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether the data key is erased from the memory of this process.</summary>
    public bool IsErased => _key.IsErased;

    /// <summary>Seals a text for one slot of one event.</summary>
    /// <param name="text">The text, 1 to 2,048 characters.</param>
    /// <param name="place">Where it is to stand.</param>
    /// <param name="salts">Gives the salt.</param>
    /// <param name="now">The time.</param>
    /// <returns>The slot; the member that is out of its bounds; or why the data key seals no more.</returns>
    public OneOf<PersonalData.Sealed, AuditEncodingFault, SealRefusal> Seal(
        string text, SlotPlace place, SaltSource salts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(salts);
        if (text.Length is 0 or > RecordWords.LongestText)
        {
            var isEmpty = text.Length == 0;
            return new AuditEncodingFault(
                isEmpty ? AuditEncodingFaultKind.Empty : AuditEncodingFaultKind.TooLong, place.Path);
        }

        var plaintext = new byte[Encoding.UTF8.GetByteCount(text)];
        Utf8.FromUtf16(text, plaintext, out var read, out _, replaceInvalidSequences: false);
        if (read < text.Length || place.ContextOf(Name) is not { } context)
        {
            return new AuditEncodingFault(AuditEncodingFaultKind.NotUnicode, place.Path);
        }

        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        salts.Next(salt);
        var envelope = new byte[Envelope.SealedLength(_envelopeKey, plaintext.Length)];
        var refused = Envelope.Seal(_envelopeKey, context, salt, plaintext, now, envelope);
        CryptographicOperations.ZeroMemory(plaintext);
        return refused.TryPickT1(out var refusal, out _)
            ? refusal
            : new PersonalData.Sealed([.. envelope], Name);
    }

    /// <summary>Opens a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>The text, or why it does not open: another key, another place, altered bytes, or an erased
    /// key.</returns>
    public OneOf<string, OpenRefusal> Open(PersonalData.Sealed slot, SlotPlace place)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(place);
        var envelope = slot.Envelope.AsSpan();
        if (slot.Subject != Name
            || place.ContextOf(Name) is not { } context
            || !Envelope.TryGetPlaintextLength(envelope, out var length)
            || length > envelope.Length)
        {
            return default(OpenRefusal);
        }

        var plaintext = new byte[length];
        return Envelope.Open(envelope, context, _key, plaintext).TryPickT0(out var written, out var refusal)
            ? Encoding.UTF8.GetString(plaintext, 0, written)
            : refusal;
    }
}
