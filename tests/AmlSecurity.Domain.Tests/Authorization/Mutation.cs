using System.Text;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Spoils a document; the same seed spoils it the same way.</summary>
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "\"true\"", "-1e999", "\"\"", "{}", "[]",
            "\\ud800",
            "\"\\ud800\"", "\"va\\udc00\":1,", "\"id\":null,", "\"value\":[",
            "\"children\":[", "\"properties\":{", "*", "//", "\n", " ",
            "\u0000", "\uFEFF", "K", "\"condition\":\"x\",", "\"principals\":null,",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF],
    ];

    /// <summary>Returns pure noise one time in sixteen, else a spoilt copy of one of the seeds.</summary>
    public static byte[] Make(int seed, IReadOnlyList<byte[]> seeds)
    {
        var random = new Random(seed);
        if (random.Next(16) == 0)
        {
            var noise = new byte[random.Next(40)];
            random.NextBytes(noise);
            return noise;
        }

        var document = new List<byte>(seeds[random.Next(seeds.Count)]);
        for (var times = 1 + random.Next(4); times > 0; times--)
        {
            Spoil(document, random);
        }

        return [.. document];
    }

    private static void Spoil(List<byte> document, Random random)
    {
        var at = random.Next(document.Count + 1);
        var count = Math.Min(random.Next(1, 24), document.Count - at);
        switch (random.Next(7))
        {
            case 0 when count > 0:
                document[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when count > 0:
                var other = random.Next(document.Count);
                (document[at], document[other]) = (document[other], document[at]);
                break;
            case 2:
                document.InsertRange(random.Next(document.Count + 1), document.GetRange(at, count));
                break;
            case 3:
                document.RemoveRange(at, count);
                break;
            case 4 when count > 0:
                document[at] = (byte)random.Next(256);
                break;
            case 5:
                SwapValues(document, random);
                break;
            default:
                document.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }

    // Puts the text between two quotes in the place of another one, so that the document mostly stays JSON.
    private static void SwapValues(List<byte> document, Random random)
    {
        var quotes = Enumerable.Range(0, document.Count).Where(at => document[at] == (byte)'"').ToList();
        if (quotes.Count < 4)
        {
            return;
        }

        var from = random.Next(quotes.Count / 2) * 2;
        var to = random.Next(quotes.Count / 2) * 2;
        var text = document.GetRange(quotes[from], quotes[from + 1] - quotes[from] + 1);
        document.RemoveRange(quotes[to], quotes[to + 1] - quotes[to] + 1);
        document.InsertRange(quotes[to], random.Next(4) == 0 ? Tokens[random.Next(Tokens.Length)] : text);
    }
}
