using System.Buffers;
using System.Text;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A text of a caller, in the form to compare.</summary>
internal readonly ref struct RawText
{
    /// <summary>The room for a text of usual length. It is cleared before it is used, which for the longest texts that
    /// there can be would take longer than to look them up.</summary>
    public const int UsualLength = 256;

    public RawText(ReadOnlySpan<char> text, Span<char> room)
    {
        Original = text;
        Lower = Ascii.ToLower(text, room, out var written) == OperationStatus.Done ? room[..written] : [];
        Hash = TextHash.Of(Lower);
    }

    public ReadOnlySpan<char> Original { get; }

    /// <summary>Gets the text in lower case; nothing if it is longer than usual, or not all ASCII.</summary>
    public ReadOnlySpan<char> Lower { get; }

    public int Hash { get; }
}
