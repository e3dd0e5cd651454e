using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Reads from the name of a variable what its value is: <c>DB_PASSWORD</c> and <c>storageKey</c> hold
/// secrets, <c>KEY_VAULT_NAME</c> does not.</summary>
/// <param name="SaysSecret">A word of it says secret.</param>
/// <param name="SaysPassword">A word of it says password, which somebody may have thought up.</param>
/// <param name="SaysAddress">A word of it says address.</param>
internal readonly record struct SecretNaming(bool SaysSecret, bool SaysPassword, bool SaysAddress)
{
    private static readonly ImmutableArray<string> Passwords = ["password", "passwd", "passphrase", "pwd"];

    private static readonly ImmutableArray<string> Secrets = ["secret", "token", "key", "keys", "credential", "sas"];

    private static readonly ImmutableArray<string> Addresses = ["ip", "ips", "address", "addr", "ipaddr", "host"];

    // Beside one of these the other word names something about a secret, or a way to it.
    private static readonly ImmutableArray<string> Harmless =
    [
        "public", "pub", "version", "identifier", "id", "name", "uri", "url", "type", "count", "skip", "skiptoken",
        "next", "continuation", "vault", "path", "file", "thumbprint", "length", "size", "max", "limit", "endpoint",
        "region", "ops", "expiry", "ttl", "tokenizer", "partition", "sort", "foreign", "column", "timestamp", "time",
        "date", "rotation",
    ];

    public static SecretNaming Of(ReadOnlySpan<char> name)
    {
        var (secret, password, address, harmless) = (false, false, false, false);
        Span<char> lower = stackalloc char[32];
        for (var at = 0; at < name.Length;)
        {
            var end = WordEnd(name, at);
            var length = Math.Min(end - at, lower.Length);
            _ = name.Slice(end - length, length).ToLowerInvariant(lower);
            ReadOnlySpan<char> word = lower[..length];
            password |= EndsWithOne(word, Passwords);
            secret |= EndsWithOne(word, Secrets);
            address |= IsOne(word, Addresses);
            harmless |= IsOne(word, Harmless);
            at = Math.Max(end, at + 1);
        }

        return new((secret || password) && !harmless, password && !harmless, address);
    }

    // A word goes on in small letters, or in capitals up to one that begins the next word; digits end it.
    private static int WordEnd(ReadOnlySpan<char> name, int from)
    {
        var at = from;
        while (at < name.Length && char.IsAsciiLetterUpper(name[at]))
        {
            at++;
        }

        if (at - from > 1 && at < name.Length && char.IsAsciiLetterLower(name[at]))
        {
            return at - 1;
        }

        while (at < name.Length && char.IsAsciiLetterLower(name[at]))
        {
            at++;
        }

        return at;
    }

    private static bool EndsWithOne(ReadOnlySpan<char> word, ImmutableArray<string> ends)
    {
        foreach (var end in ends)
        {
            if (word.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOne(ReadOnlySpan<char> word, ImmutableArray<string> words)
    {
        foreach (var one in words)
        {
            if (word.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
