using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <content>Signs a text, and adds signatures to a note.</content>
public sealed partial record SignedNote
{
    /// <summary>Signs a text.</summary>
    /// <param name="body">The text, UTF-8, with a newline at its end.</param>
    /// <param name="signers">Who signs, in this order; one or more.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The note, or why the text cannot be the body of one; then nobody has signed, unless it is for the
    /// length or number of the signatures.</returns>
    /// <exception cref="ArgumentException">There is no signer, two have one name and key id, or a name is none.
    /// </exception>
    /// <exception cref="InvalidOperationException">A signer gave an empty signature.</exception>
    public static async ValueTask<OneOf<SignedNote, SignedNoteFault>> SignAsync(
        ReadOnlyMemory<byte> body, IEnumerable<INoteSigner> signers, CancellationToken cancellation)
    {
        var all = Sound(signers);
        return NoteReader.FaultInBody(body.Span) is { } fault
            ? fault
            : await SignAsync(body, [], all, cancellation).ConfigureAwait(false);
    }

    /// <summary>Adds signatures below those that are there. A signature of the same key is replaced.</summary>
    /// <param name="signers">Who signs, in this order; one or more.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The note with all signatures, or why it would be too long or have too many.</returns>
    /// <exception cref="ArgumentException">There is no signer, two have one name and key id, or a name is none.
    /// </exception>
    /// <exception cref="InvalidOperationException">A signer gave an empty signature.</exception>
    public ValueTask<OneOf<SignedNote, SignedNoteFault>> CosignAsync(
        IEnumerable<INoteSigner> signers, CancellationToken cancellation)
    {
        var all = Sound(signers);
        return SignAsync(
            Body,
            Signatures.RemoveAll(old => all.Any(signer => (signer.Name, signer.KeyId) == (old.Name, old.KeyId))),
            all,
            cancellation);
    }

    private static ImmutableArray<INoteSigner> Sound(IEnumerable<INoteSigner> signers)
    {
        var all = Elements.Of(signers, nameof(signers));
        return all switch
        {
            [] => throw new ArgumentException("nobody signs", nameof(signers)),
            _ when all.Any(signer => signer.Name is null || !NoteText.IsKeyName(signer.Name)) =>
                throw new ArgumentException("a signer has a name that no key can have", nameof(signers)),
            _ when all.DistinctBy(signer => (signer.Name, signer.KeyId)).Count() < all.Length =>
                throw new ArgumentException("two signers have one name and key id", nameof(signers)),
            _ => all,
        };
    }

    private static async ValueTask<OneOf<SignedNote, SignedNoteFault>> SignAsync(
        ReadOnlyMemory<byte> body,
        ImmutableArray<NoteSignature> kept,
        ImmutableArray<INoteSigner> signers,
        CancellationToken cancellation)
    {
        var note = new ArrayBufferWriter<byte>(body.Length + 1);
        note.Write(body.Span);
        note.Write("\n"u8);
        foreach (var signature in kept)
        {
            Write(note, signature.Name, signature.KeyId, signature.Bytes.AsSpan());
        }

        foreach (var signer in signers)
        {
            var signature = await signer.SignAsync(body, cancellation).ConfigureAwait(false);
            if (signature.IsEmpty)
            {
                throw new InvalidOperationException(
                    $"the signer {Plaintext.Quote(signer.Name)} gave an empty signature");
            }

            Write(note, signer.Name, signer.KeyId, signature.Span);
        }

        return Read(note.WrittenSpan);
    }

    private static void Write(ArrayBufferWriter<byte> note, string name, uint keyId, ReadOnlySpan<byte> signature)
    {
        var bytes = new byte[sizeof(uint) + signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, keyId);
        signature.CopyTo(bytes.AsSpan(sizeof(uint)));
        note.Write(NoteReader.Dash);
        Encoding.UTF8.GetBytes(name, note);
        note.Write(" "u8);
        var text = note.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        Base64.EncodeToUtf8(bytes, text, out _, out var length);
        note.Advance(length);
        note.Write("\n"u8);
    }
}
