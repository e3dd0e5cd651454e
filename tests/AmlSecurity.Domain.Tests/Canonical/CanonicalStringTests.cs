using System.Buffers;
using System.Text;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Tests.Canonical;

public sealed class CanonicalStringTests
{
    // An attribute would not keep half a pair as it is.
    private static readonly string[] Halves =
    [
        "\uD83D", "\uDE00", "\uDE00\uD83D", "a long text before it \uD83D and behind it", "\uD83D\n\uDE00",
        "\u00FC\"\uD83D",
    ];

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("exactly8", "\"exactly8\"")]
    [InlineData("\"\\/\b\t\n\f\r", """
        "\"\\/\b\t\n\f\r"
        """)]
    [InlineData("\0\u000B\u001F\u007F", "\"\\u0000\\u000b\\u001f\u007F\"")]
    [InlineData("\u00FC \u20AC \U0001F600", "\"\u00FC \u20AC \U0001F600\"")]
    public void A_text_is_written_between_quotation_marks(string text, string literal) =>
        Assert.Equal(literal, Write(text));

    // Wherever it stands, in the first blocks, across two, or in the rest.
    [Fact]
    public void Every_character_is_written_the_same_at_every_place()
    {
        for (var character = '\0'; character < 0x810; character += character < 0x100 ? (char)1 : (char)0x3F)
        {
            for (var before = 0; before < 18; before++)
            {
                var text = $"{new string('a', before)}{character}{new string('b', before % 5 * 3)}";
                Assert.Equal(CanonicalModel.Literal(text), Write(text));
            }
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_invalid() => Assert.All(
        Halves,
        text =>
        {
            var destination = new byte[CanonicalString.MaximumLength(text.Length)];

            Assert.Equal(OperationStatus.InvalidData, CanonicalString.Write(text, destination, out var written));
            Assert.Equal(0, written);
        });

    [Theory]
    [InlineData("")]
    [InlineData("plain and long enough for a block")]
    [InlineData("\n\n\n\n\n\n\n\n\n")]
    [InlineData("\u0001 and \u20AC\u20AC\U0001F600")]
    public void A_destination_that_is_one_byte_too_short_is_too_small(string text)
    {
        var length = Encoding.UTF8.GetByteCount(Write(text));
        var destination = new byte[length];

        Assert.Equal(OperationStatus.Done, CanonicalString.Write(text, destination, out var written));
        Assert.Equal(length, written);
        for (var shorter = 0; shorter < length; shorter++)
        {
            Assert.Equal(
                OperationStatus.DestinationTooSmall,
                CanonicalString.Write(text, destination.AsSpan(0, shorter), out written));
            Assert.Equal(0, written);
        }
    }

    [Fact]
    public void Nothing_is_written_behind_the_destination()
    {
        for (var letters = 0; letters < 40; letters++)
        {
            var text = $"\u20AC{new string('a', letters)}\n{new string('b', letters)}";
            var length = Encoding.UTF8.GetByteCount(Write(text));
            var buffer = new byte[length + 64];
            for (var room = text.Length; room <= length; room++)
            {
                buffer.AsSpan().Fill(0xCC);
                CanonicalString.Write(text, buffer.AsSpan(0, room), out _);
                Assert.Equal(-1, buffer.AsSpan(room).IndexOfAnyExcept((byte)0xCC));
            }
        }
    }

    [Fact]
    public void The_longest_literal_has_six_bytes_a_character() => Assert.Equal(
        CanonicalString.MaximumLength(20), Write(new string('\0', 20)).Length);

    private static string Write(string text)
    {
        var destination = new byte[CanonicalString.MaximumLength(text.Length)];
        Assert.Equal(OperationStatus.Done, CanonicalString.Write(text, destination, out var written));
        return Encoding.UTF8.GetString(destination, 0, written);
    }
}
