using System.Buffers;
using System.Collections;
using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Collects the findings of one text. The first to claim a character keeps it, so that the order of the scans
/// is their precedence.</summary>
internal sealed class PrivacyScan(PrivacySubject subject)
{
    // A base64 alphabet has 64; a text of chance with fewer than six different characters is a placeholder.
    private const int FewestCharacters = 6;

    private static readonly SearchValues<char> Placeheld = SearchValues.Create("<>{}[]*()\"' \t\r\n");

    private readonly ImmutableArray<PrivacyFinding>.Builder _found = ImmutableArray.CreateBuilder<PrivacyFinding>();
    private BitArray? _claimed;

    /// <summary>Determines whether a text stands for a secret that is filled in later.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> text) => text.IsEmpty || text.ContainsAny(Placeheld);

    /// <summary>Determines whether a text has enough different characters to be made by chance.</summary>
    public static bool IsVaried(ReadOnlySpan<char> text)
    {
        Int128 seen = 0;
        foreach (var character in text)
        {
            seen |= character < 128 ? Int128.One << character : 0;
        }

        return Int128.PopCount(seen) >= FewestCharacters;
    }

    public void Add(PrivacyFindingKind kind, int offset, int length, int textLength)
    {
        _claimed ??= new BitArray(textLength);
        for (var at = offset; at < offset + length; at++)
        {
            if (_claimed[at])
            {
                return;
            }
        }

        for (var at = offset; at < offset + length; at++)
        {
            _claimed[at] = true;
        }

        _found.Add(new PrivacyFinding(kind, subject, offset, length));
    }

    public ImmutableArray<PrivacyFinding> ToFindings()
    {
        _found.Sort((left, right) => left.Offset.CompareTo(right.Offset));
        return _found.DrainToImmutable();
    }
}
