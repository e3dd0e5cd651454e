using System.Buffers;

namespace AmlSecurity.Domain.Authorization;

/// <summary>What names of operations and patterns over them have in common.</summary>
internal static class ActionSyntax
{
    /// <summary>The longest text that is read. The longest of 10,852 real names has 141 characters.</summary>
    public const int MaximumLength = 512;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-:_/*");

    /// <summary>Finds a blank at either end.</summary>
    public static int? SurroundingBlank(string text) =>
        char.IsWhiteSpace(text[0]) ? 0 : char.IsWhiteSpace(text[^1]) ? text.TrimEnd().Length : null;

    /// <summary>Finds the first character that stands in no name.</summary>
    public static int? ForeignCharacter(string text) =>
        text.AsSpan().IndexOfAnyExcept(Allowed) is var at and >= 0 ? at : null;

    /// <summary>Finds the first slash with nothing before or behind it.</summary>
    public static int? EmptySegment(string text)
    {
        for (var at = text.IndexOf('/'); at >= 0; at = text.IndexOf('/', at + 1))
        {
            if (at == 0 || at == text.Length - 1 || text[at + 1] == '/')
            {
                return at;
            }
        }

        return null;
    }
}
