using FsCheck;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests;

public sealed class TextHashTests
{
    [Property(MaxTest = 1000)]
    public void The_same_text_has_the_same_hash_wherever_it_stands(NonNull<string> text) => Assert.Equal(
        TextHash.Of(text.Get), TextHash.Of($"#{text.Get}".AsSpan(1)));

    [Fact]
    public void Texts_of_every_length_that_differ_in_one_place_have_other_hashes()
    {
        var hashes = new HashSet<int>();
        var count = 0;
        for (var length = 0; length <= 64; length++)
        {
            count++;
            hashes.Add(TextHash.Of(new string('a', length)));
            for (var at = 0; at < length; at++)
            {
                count++;
                hashes.Add(TextHash.Of($"{new string('a', at)}b{new string('a', length - at - 1)}"));
            }
        }

        // Of 2,145 random numbers of 32 bits two are alike in one of 1,900 runs; three pairs are never seen.
        Assert.InRange(hashes.Count, count - 2, count);
    }

    [Fact]
    public void Neighbours_are_spread_over_all_low_and_all_high_bits()
    {
        var low = new int[256];
        var high = new int[256];
        for (var number = 0; number < 65_536; number++)
        {
            var hash = TextHash.Of($"ws-team-{number:D5}");
            low[hash & 255]++;
            high[(hash >> 24) & 255]++;
        }

        // 256 in each on average, with a standard deviation of 16.
        Assert.All(low.Concat(high), count => Assert.InRange(count, 256 - 112, 256 + 112));
    }
}
