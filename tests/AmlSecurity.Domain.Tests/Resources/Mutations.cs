namespace AmlSecurity.Domain.Tests.Resources;

/// <summary>Makes bad texts from good ones.</summary>
internal static class Mutations
{
    private static readonly string[] Pieces =
    [
        "/", "//", "\\", "?", "#", ":", "@", ".", "..", "/./", " ", "\u00A0", "\t", "\0", "\u200B",
        "\uD83D", "\uDE00", "\U0001F600",
        "{x}", "<x>", "[", "]", "\u212A", "\u0131", "providers", "/providers/",
        "subscriptions", "resourceGroups", "keys", "-", "a", "7",
    ];

    public static IEnumerable<string> Of(string[] seeds, Random random, int count)
    {
        for (var made = 0; made < count; made++)
        {
            var text = seeds[random.Next(seeds.Length)];
            for (var edits = random.Next(4); edits > 0; edits--)
            {
                text = Mutate(text, seeds, random);
            }

            yield return text;
        }
    }

    private static string Mutate(string text, string[] seeds, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(text.Length - at, 12) + 1);
        return random.Next(6) switch
        {
            0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            1 => text.Remove(at, length),
            2 => text[..at],
            3 => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            4 => text.Insert(at, ((char)random.Next(0x10000)).ToString()),
            _ => text[..at] + seeds[random.Next(seeds.Length)][random.Next(8)..],
        };
    }
}
