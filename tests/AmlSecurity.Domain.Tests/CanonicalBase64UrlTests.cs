using System.Buffers.Text;
using System.Text;

namespace AmlSecurity.Domain.Tests;

public sealed class CanonicalBase64UrlTests
{
    [Fact]
    public void A_text_is_canonical_exactly_if_the_platform_writes_it_so()
    {
        var digits = "-_0AQz= é"u8.ToArray();
        var texts = from length in Enumerable.Range(0, 5)
                    from number in Enumerable.Range(0, (int)Math.Pow(digits.Length, length))
                    select TextOf(digits, length, number);
        Assert.All(texts, text => Assert.Equal(IsWrittenByThePlatform(text), CanonicalBase64Url.IsText(text)));
    }

    [Fact]
    public void Every_last_digit_is_judged_by_the_bits_that_are_over()
    {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        Assert.Equal("AQgw", string.Concat(alphabet.Where(last => CanonicalBase64Url.IsText([(byte)'A', (byte)last]))));
        Assert.Equal(
            "AEIMQUYcgkosw048",
            string.Concat(alphabet.Where(last => CanonicalBase64Url.IsText([(byte)'A', (byte)'A', (byte)last]))));
        Assert.All(alphabet, last => Assert.True(CanonicalBase64Url.IsText([.. "AAA"u8, (byte)last])));
    }

    [Fact]
    public void The_length_is_that_of_the_bytes()
    {
        for (var length = 0; length < 20; length++)
        {
            var text = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(new byte[length]));
            Assert.Equal(length, CanonicalBase64Url.DecodedLength(text));
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(".a", 0)]
    [InlineData("ab-_.c", 4)]
    [InlineData("abc", 3)]
    public void The_digits_at_the_beginning_are_counted(string text, int length) =>
        Assert.Equal(length, CanonicalBase64Url.LengthOf(Encoding.UTF8.GetBytes(text)));

    private static byte[] TextOf(byte[] digits, int length, int number)
    {
        var text = new byte[length];
        for (var at = 0; at < length; at++, number /= digits.Length)
        {
            text[at] = digits[number % digits.Length];
        }

        return text;
    }

    private static bool IsWrittenByThePlatform(byte[] text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromUtf8(text);
            return Encoding.ASCII.GetBytes(Base64Url.EncodeToString(bytes)).AsSpan().SequenceEqual(text);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
