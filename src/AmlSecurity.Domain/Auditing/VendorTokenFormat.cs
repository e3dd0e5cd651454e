using System.Buffers;
using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>The published form of the tokens of one service: how they begin, of what and how long.</summary>
/// <param name="Prefix">The beginning.</param>
/// <param name="Alphabet">The characters behind it.</param>
/// <param name="Least">The fewest of them.</param>
/// <param name="Most">The most, or 0 for no bound.</param>
/// <remarks>Checksums, where a service publishes them, are not demanded: a token with a slip of the pen is still worth
/// a look, and length and beginning suffice to raise no false alarm.</remarks>
internal sealed record VendorTokenFormat(string Prefix, SearchValues<char> Alphabet, int Least, int Most = 0)
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private static readonly SearchValues<char> CapitalBase32 = SearchValues.Create("234567ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> Dotted =
        SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static ImmutableArray<VendorTokenFormat> All { get; } =
    [
        new("ghp_", TextRun.Base62, 36, 36),
        new("gho_", TextRun.Base62, 36, 36),
        new("ghu_", TextRun.Base62, 36, 36),
        new("ghs_", TextRun.Base62, 36, 36),
        new("ghr_", TextRun.Base62, 36, 76),
        new("github_pat_", TextRun.Base64Url, 82, 82),
        new("glpat-", Dotted, 20, 60),
        new("xoxb-", TextRun.Base64Url, 24),
        new("xoxp-", TextRun.Base64Url, 24),
        new("xoxa-", TextRun.Base64Url, 24),
        new("xoxr-", TextRun.Base64Url, 24),
        new("xapp-", TextRun.Base64Url, 24),
        new("AKIA", CapitalBase32, 16, 16),
        new("ASIA", CapitalBase32, 16, 16),
        new("AIza", TextRun.Base64Url, 35, 35),
        new("ya29.", Dotted, 30),
        new("GOCSPX-", TextRun.Base64Url, 28, 28),
        new("sk-proj-", TextRun.Base64Url, 40),
        new("sk-ant-", TextRun.Base64Url, 40),
        new("sk-svcacct-", TextRun.Base64Url, 40),
        new("sk-", TextRun.Base62, 32, 64),
        new("sk_live_", TextRun.Base62, 24),
        new("hf_", TextRun.Base62, 34, 40),
        new("npm_", TextRun.Base62, 36, 36),
        new("pypi-", TextRun.Base64Url, 85),
        new("dapi", Hexadecimal, 32, 32),
        new("SG.", Dotted, 66, 66),
    ];
}
