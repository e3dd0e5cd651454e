namespace AmlSecurity.Domain.Resources;

/// <summary>Finds the first wrong character of one part of a key identifier; -1 if the part is sound.</summary>
/// <remarks>A part that is too short is wrong at its end.</remarks>
internal static class KeyIdentifierPart
{
    private const int VersionLength = 32;

    public static int FirstWrongInVault(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            var sound = at < 24 && (char.IsAsciiLetter(name[at])
                || (at > 0 && char.IsAsciiDigit(name[at]))
                || (at > 0 && at < name.Length - 1 && name[at] == '-' && name[at - 1] != '-'));
            if (!sound)
            {
                return at;
            }
        }

        return name.Length < 3 ? name.Length : -1;
    }

    public static int FirstWrongInName(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (at == 127 || !(char.IsAsciiLetterOrDigit(name[at]) || name[at] == '-'))
            {
                return at;
            }
        }

        return name.IsEmpty ? 0 : -1;
    }

    public static int FirstWrongInVersion(ReadOnlySpan<char> version)
    {
        for (var at = 0; at < version.Length; at++)
        {
            if (at == VersionLength || !char.IsAsciiLetterOrDigit(version[at]))
            {
                return at;
            }
        }

        return version.Length < VersionLength ? version.Length : -1;
    }
}
