using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Knows which characters may stand in a note, in one of its lines, and in the name of a key.</summary>
/// <remarks>C2SP signed-note, section <i>Format</i>.</remarks>
internal static class NoteText
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Where(code => code != '\n').Select(code => (byte)code)]);

    /// <summary>Finds the first byte that may not stand in a note.</summary>
    /// <returns>What is wrong and where, or null.</returns>
    public static SignedNoteFault? FaultIn(ReadOnlySpan<byte> text)
    {
        var control = text.IndexOfAny(Controls);
        var sound = control < 0 ? text : text[..control];
        if (!Utf8.IsValid(sound))
        {
            return new(SignedNoteFaultKind.NotUtf8, LengthOfValidPart(sound));
        }

        return control < 0 ? null : new(SignedNoteFaultKind.WithAControlCharacter, control);
    }

    /// <summary>Determines whether a text may be a line of a note, without its newline.</summary>
    public static bool IsLine(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
            {
                at++;
            }
            else if (text[at] < ' ' || char.IsSurrogate(text[at]))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>Determines whether a text may name a key.</summary>
    public static bool IsKeyName(string text) =>
        IsLine(text) && !text.Contains('+', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    private static int LengthOfValidPart(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
