using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class ContextEncodingTests
{
    [Fact]
    public void Nothing_is_a_count_of_zero() => Assert.Equal([0, 0], ContextEncoding.Encode([]).Expect());

    [Fact]
    public void A_pair_is_written_with_its_lengths() => Assert.Equal(
        [0, 1, 0, 1, (byte)'a', 0, 0, 0, 2, 0xC3, 0xBC], Encode(("a", "\u00FC")));

    [Fact]
    public void An_empty_value_is_written_and_an_absent_one_is_not()
    {
        Assert.Equal([0, 1, 0, 1, (byte)'a', 0, 0, 0, 0], Encode(("a", "")));
        Assert.NotEqual(Encode(("a", "")), Encode());
    }

    [Fact]
    public void Pairs_are_sorted_by_name_and_a_shorter_name_comes_first() => Assert.Equal(
        [
            0, 3,
            0, 1, (byte)'a', 0, 0, 0, 1, (byte)'1',
            0, 2, (byte)'a', (byte)'a', 0, 0, 0, 1, (byte)'2',
            0, 1, (byte)'b', 0, 0, 0, 1, (byte)'3',
        ],
        Encode(("b", "3"), ("aa", "2"), ("a", "1")));

    // UTF-16 has the surrogates of U+1F600 before U+FFFD.
    [Fact]
    public void Names_are_sorted_by_their_bytes_and_not_by_utf_16()
    {
        Assert.True(string.CompareOrdinal("\U0001F600", "\uFFFD") < 0);
        Assert.Equal(
            [0, 2, 0, 3, 0xEF, 0xBF, 0xBD, 0, 0, 0, 0, 0, 4, 0xF0, 0x9F, 0x98, 0x80, 0, 0, 0, 0],
            Encode(("\U0001F600", ""), ("\uFFFD", "")));
    }

    [Fact]
    public void Text_is_not_normalised() => Assert.NotEqual(Encode(("x", "\u00FC")), Encode(("x", "u\u0308")));

    [Fact]
    public void A_name_stands_once()
    {
        Assert.Equal(EncryptionContextFault.WithADuplicateName, Fault(("a", "1"), ("b", ""), ("a", "1")).Kind);
        Assert.Equal(2, Fault(("a", "1"), ("b", ""), ("a", "2")).Offset);
        Assert.Equal(2 + (2 * 7), Encode(("a", ""), ("A", "")).Length);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() => Assert.All(
        new (string, string)[] { ("\uD83D", "v"), ("\uDE00", "v"), ("n", "x\uD83D"), ("n", "\uDE00\uD83D") },
        pair => Assert.Equal(
            new TextFault<EncryptionContextFault>(EncryptionContextFault.WithTextThatIsNotUnicode, 1),
            Fault(("a", ""), pair)));

    [Fact]
    public void There_are_64_pairs_at_most()
    {
        var pairs = Enumerable.Range(0, 65).Select(number => ($"{number:D3}", "")).ToArray();
        Assert.Equal(2 + (64 * 9), Encode(pairs[..64]).Length);
        Assert.Equal(EncryptionContextFault.WithTooManyPairs, Fault(pairs).Kind);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("a", true)]
    public void A_name_is_not_empty(string name, bool isGood) =>
        Assert.Equal(isGood, ContextEncoding.Encode([new(name, "")]).IsT0);

    [Fact]
    public void A_name_has_128_bytes_at_most()
    {
        Assert.Equal(2 + 6 + 128, Encode((new string('a', 128), "")).Length);
        Assert.Equal(2 + 6 + 128, Encode((new string('\u00FC', 64), "")).Length);
        Assert.Equal(EncryptionContextFault.WithANameOfTheWrongLength, Fault((new string('a', 129), "")).Kind);
        Assert.Equal(EncryptionContextFault.WithANameOfTheWrongLength, Fault((new string('\u00FC', 64) + "a", "")).Kind);
    }

    [Fact]
    public void The_encoding_has_16_kib_at_most()
    {
        var longest = 16_384 - 2 - 7;
        Assert.Equal(16_384, Encode(("a", new string('v', longest))).Length);
        Assert.Equal(EncryptionContextFault.TooLong, Fault(("a", new string('v', longest + 1))).Kind);
        Assert.Equal(EncryptionContextFault.TooLong, Fault(("a", new string('\u00FC', 8_190))).Kind);
        Assert.Equal(1, Fault(("a", new string('v', 9_000)), ("b", new string('v', 9_000))).Offset);
        Assert.Equal(EncryptionContextFault.TooLong, Fault(("a", new string('v', 50_000_000))).Kind);
    }

    [Fact]
    public void A_name_is_refused_before_a_value()
    {
        var longest = new string('v', ContextEncoding.MaximumLength + 1);
        Assert.Equal(EncryptionContextFault.WithANameOfTheWrongLength, Fault((longest, longest)).Kind);
        Assert.Equal(EncryptionContextFault.TooLong, Fault(("a", longest)).Kind);
        Assert.Equal(EncryptionContextFault.TooLong, Fault(("a", longest[1..])).Kind);
    }

    [Fact]
    public void A_null_is_the_callers_mistake()
    {
        Assert.Throws<ArgumentException>(() => ContextEncoding.Encode([new("a", null!)]));
        Assert.Throws<ArgumentException>(() => ContextEncoding.Encode([default]));
        Assert.Throws<ArgumentException>(() => EncryptionContext.Create([default]));
        Assert.Throws<ArgumentException>(() => EncryptionContext.Create([new("tenant", null!)]));
        Assert.Throws<ArgumentNullException>(() => ContextEncoding.Encode(null!));
    }

    private static byte[] Encode(params (string Name, string Value)[] pairs) =>
        ContextEncoding.Encode([.. pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]).Expect();

    private static TextFault<EncryptionContextFault> Fault(params (string Name, string Value)[] pairs) =>
        ContextEncoding.Encode([.. pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]).AsT1;
}
