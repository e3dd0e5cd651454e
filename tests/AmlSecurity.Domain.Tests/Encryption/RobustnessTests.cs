using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>A hundred thousand inputs that nobody wrote on purpose: refusals, and no exception.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public void Fifty_thousand_mutated_envelopes_open_to_what_was_sealed_or_not_at_all()
    {
        byte[][] seeds = [Lab.SealAttached([1, 2, 3]), Lab.SealDetached([4]), Lab.SealAttached([], seed: 2)];
        var opening = new byte[seeds[0].Length * 6];
        using var key = Lab.Key();
        var kinds = Mutate(seeds, new Random(1), 50_000).CountBy(bytes =>
        {
            var refusal = Envelope.Open(bytes, Lab.Context, key, opening).Match<OpenRefusal?>(
                length =>
                {
                    // Two headers of one data key and one context may change places; what was sealed may not change.
                    Assert.Contains(opening[..length], new byte[][] { [1, 2, 3], [4] });
                    return null;
                },
                found => found);
            AssertPlace(refusal?.Fault, bytes.Length);
            if (bytes.Length % 8 == 0)
            {
                AssertPlace(Lab.OpenRandomly(bytes, key).Match<EnvelopeFault?>(_ => null, found => found.Fault), bytes.Length);
                AssertPlace(Lab.OpenStreamed(bytes, key, 7).Match<EnvelopeFault?>(_ => null, found => found.Fault), bytes.Length);
            }

            return $"{refusal?.Kind}";
        }).ToDictionary();

        Assert.Equal(["", "Authentication", "Malformed"], kinds.Keys.Order(StringComparer.Ordinal));
        Assert.All(kinds.Values, count => Assert.InRange(count, 2_000, 48_000));
    }

    [Fact]
    public void Thirty_thousand_mutated_key_records_are_read_or_refused()
    {
        using var key = Lab.Key();
        byte[][] seeds = [KeyRecord.Create(key, "workspace", FakeVault.Wrap(Lab.KeyBytes())).Expect().Encoded.ToArray()];
        var read = Mutate(seeds, new Random(2), 30_000).Count(bytes => KeyRecord.Read(bytes).Match(
            record =>
            {
                // What is read is exactly what was given: there is one encoding.
                Assert.True(record.Encoded.SequenceEqual(bytes));
                Assert.Equal(
                    bytes.AsSpan().SequenceEqual(seeds[0]), record.RecoverKey(Lab.Allowed, new FakeVault()).IsT0);
                return true;
            },
            fault =>
            {
                AssertPlace(fault, bytes.Length);
                return false;
            }));

        Assert.InRange(read, 1_500, 28_500);
    }

    [Fact]
    public void Twenty_thousand_mutated_headers_are_read_or_refused_and_no_stranger_reaches_the_vault()
    {
        byte[][] seeds = [Lab.SealAttached([]), Lab.SealDetached([])];
        var vault = new FakeVault();
        var read = Mutate(seeds, new Random(3), 20_000).Count(bytes =>
        {
            var header = Envelope.DescribeWrapping(bytes);
            var opened = Envelope.RecoverKey(bytes, Lab.Allowed, vault, Lab.Now);
            AssertPlace(opened.Match<EnvelopeFault?>(_ => null, refusal => refusal.Fault), bytes.Length);
            Assert.Equal(header.IsT0, opened.Match(_ => true, refusal => refusal.Kind != OpenRefusalKind.Malformed));
            return header.IsT0;
        });

        Assert.InRange(read, 1_000, 19_000);
        Assert.All(vault.Asked, stanza => Assert.Equal(Lab.KeyUri, stanza.KeyUri));
    }

    private static void AssertPlace(EnvelopeFault? fault, int length) =>
        Assert.True(fault is not { } found || (found.Offset >= 0 && found.Offset <= Math.Max(length, 28)), $"{fault}");

    private static IEnumerable<byte[]> Mutate(byte[][] seeds, Random random, int count)
    {
        for (var made = 0; made < count; made++)
        {
            var bytes = seeds[random.Next(seeds.Length)];
            for (var edits = random.Next(4); edits > 0; edits--)
            {
                bytes = Mutate(bytes, seeds, random);
            }

            yield return bytes;
        }
    }

    private static byte[] Mutate(byte[] bytes, byte[][] seeds, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var early = Math.Min(random.Next(40), bytes.Length);
        var length = random.Next(Math.Min(bytes.Length - at, 40) + 1);
        return random.Next(7) switch
        {
            0 when at < bytes.Length => bytes.With(copy => copy[at] ^= (byte)(1 << random.Next(8))),
            1 when early < bytes.Length => bytes.With(copy => copy[early] = (byte)random.Next(256)),
            2 => bytes[..at],
            3 => [.. bytes[..at], .. bytes[(at + length)..]],
            4 => [.. bytes[..at], .. new byte[random.Next(40)], .. bytes[at..]],
            5 when early + 2 <= bytes.Length => bytes.With(copy => copy[early] = copy[early + 1] = 0xFF),
            _ => [.. bytes[..at], .. seeds[random.Next(seeds.Length)].AsSpan(Math.Min(at, 60))],
        };
    }
}
