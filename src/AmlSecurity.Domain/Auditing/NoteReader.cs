using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Takes a signed note apart. Only the one form in which a note is written is read.</summary>
/// <remarks>C2SP signed-note, section <i>Format</i>.</remarks>
internal static class NoteReader
{
    private const int KeyIdLength = sizeof(uint);

    /// <summary>Gets what a signature line begins with: an em dash and a space.</summary>
    public static ReadOnlySpan<byte> Dash => "— "u8;

    /// <summary>Reads a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="bodyLength">How many of its bytes are the body.</param>
    /// <param name="signatures">The signatures.</param>
    /// <returns>What is wrong, or null.</returns>
    public static SignedNoteFault? Read(
        ReadOnlySpan<byte> note, out int bodyLength, out ImmutableArray<NoteSignature> signatures)
    {
        signatures = [];
        bodyLength = 0;
        if (FaultInBody(note) is { } fault)
        {
            return fault;
        }

        // The body may hold blank lines of its own: the last one counts.
        var blank = note.LastIndexOf("\n\n"u8);
        if (blank < 0)
        {
            return new(SignedNoteFaultKind.WithoutABlankLine, note.Length);
        }

        bodyLength = blank + 1;
        return ReadSignatures(note, blank + 2, out signatures);
    }

    /// <summary>Says what is wrong with a text that is to be signed, or with a whole note as a text.</summary>
    public static SignedNoteFault? FaultInBody(ReadOnlySpan<byte> body) => body.Length switch
    {
        0 => new(SignedNoteFaultKind.Empty, 0),
        > SignedNote.LongestNote => new(SignedNoteFaultKind.TooLong, SignedNote.LongestNote),
        _ when NoteText.FaultIn(body) is { } fault => fault,
        _ when body[^1] != (byte)'\n' => new(SignedNoteFaultKind.CutOff, body.Length),
        _ => null,
    };

    private static SignedNoteFault? ReadSignatures(
        ReadOnlySpan<byte> note, int start, out ImmutableArray<NoteSignature> signatures)
    {
        signatures = [];
        if (start == note.Length)
        {
            return new(SignedNoteFaultKind.WithoutASignature, start);
        }

        var read = ImmutableArray.CreateBuilder<NoteSignature>();
        for (var at = start; at < note.Length;)
        {
            if (read.Count == SignedNote.MostSignatures)
            {
                return new(SignedNoteFaultKind.WithTooManySignatures, at);
            }

            var length = note[at..].IndexOf((byte)'\n');
            if (ReadLine(note.Slice(at, length), out var signature) is { } fault)
            {
                return fault with { Offset = at + fault.Offset };
            }

            read.Add(signature!);
            at += length + 1;
        }

        signatures = read.DrainToImmutable();
        return null;
    }

    private static SignedNoteFault? ReadLine(ReadOnlySpan<byte> line, out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(Dash))
        {
            return new(SignedNoteFaultKind.WithAnUnsoundSignatureLine, 0);
        }

        var nameLength = line[Dash.Length..].IndexOf((byte)' ');
        if (nameLength < 0)
        {
            return new(SignedNoteFaultKind.WithAnUnsoundSignatureLine, line.Length);
        }

        var name = Encoding.UTF8.GetString(line.Slice(Dash.Length, nameLength));
        if (!NoteText.IsKeyName(name))
        {
            return new(SignedNoteFaultKind.WithAnUnsoundKeyName, Dash.Length);
        }

        var from = Dash.Length + nameLength + 1;
        if (CanonicalBase64.TryDecode(line[from..]) is not { } bytes)
        {
            return new(SignedNoteFaultKind.WithUnsoundBase64, from);
        }

        if (bytes.Length <= KeyIdLength)
        {
            return new(SignedNoteFaultKind.WithTooShortASignature, from);
        }

        signature = new NoteSignature(
            name,
            BinaryPrimitives.ReadUInt32BigEndian(bytes),
            ImmutableCollectionsMarshal.AsImmutableArray(bytes[KeyIdLength..]));
        return null;
    }
}
