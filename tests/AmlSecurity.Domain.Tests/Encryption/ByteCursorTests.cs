using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class ByteCursorTests
{
    [Fact]
    public void The_last_byte_is_read_and_none_behind_it()
    {
        var cursor = new ByteCursor([7], 100);

        Assert.True(cursor.TryReadByte(out var value));
        Assert.Equal((7, 101, 0), (value, cursor.Offset, cursor.Remaining));
        Assert.False(cursor.TryReadByte(out value));
        Assert.Equal(0, value);
        Assert.Equal(new EnvelopeFault(EnvelopeFaultKind.Truncated, 101), cursor.Fault(EnvelopeFaultKind.Truncated));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0 }, 0)]
    [InlineData(new byte[] { 0, 2, 5, 6 }, 2)]
    [InlineData(new byte[] { 0, 1, 5, 6 }, 1)]
    public void A_string_may_end_where_the_bytes_end(byte[] bytes, int length)
    {
        var cursor = new ByteCursor(bytes, 0);

        Assert.True(cursor.TryReadString(out var value));
        Assert.Equal(bytes[2..(2 + length)], value.ToArray());
        Assert.Equal(2 + length, cursor.Offset);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 1 })]
    [InlineData(new byte[] { 0, 3, 5, 6 })]
    [InlineData(new byte[] { 1, 0, 5, 6 })]
    public void A_string_that_goes_on_behind_the_end_is_not_read(byte[] bytes)
    {
        var cursor = new ByteCursor(bytes, 0);

        Assert.False(cursor.TryReadString(out var value));
        Assert.True(value.IsEmpty);
        Assert.Equal(0, cursor.Offset);
    }
}
