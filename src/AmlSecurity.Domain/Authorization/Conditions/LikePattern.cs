namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Matches the patterns of the <c>Like</c> operators and of sub-operations.</summary>
/// <remarks>
/// <c>*</c> stands for any characters or none, <c>?</c> for one, a backslash before either or before a backslash for
/// the character itself. A character is a UTF-16 code unit. Only the last star is ever tried again, so that the work is
/// at most the product of both lengths and nothing is allocated.
/// </remarks>
internal static class LikePattern
{
    /// <summary>Determines whether a whole text fits a pattern.</summary>
    public static bool Fits(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, bool ignoresCase)
    {
        var (at, place, behindStar, retry) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (place < pattern.Length && pattern[place] == '*')
            {
                behindStar = ++place;
                retry = at;
            }
            else if (place < pattern.Length && FitsOne(text[at], pattern, ref place, ignoresCase))
            {
                at++;
            }
            else if (behindStar >= 0)
            {
                place = behindStar;
                at = ++retry;
            }
            else
            {
                return false;
            }
        }

        return !pattern[place..].ContainsAnyExcept('*');
    }

    private static bool FitsOne(char character, ReadOnlySpan<char> pattern, ref int place, bool ignoresCase)
    {
        if (pattern[place] == '?')
        {
            place++;
            return true;
        }

        var isEscape = pattern[place] == '\\'
            && place + 1 < pattern.Length && pattern[place + 1] is '*' or '?' or '\\';
        var wanted = pattern[isEscape ? place + 1 : place];
        var fits = character == wanted
            || (ignoresCase && char.ToUpperInvariant(character) == char.ToUpperInvariant(wanted));
        place += !fits ? 0 : isEscape ? 2 : 1;
        return fits;
    }
}
