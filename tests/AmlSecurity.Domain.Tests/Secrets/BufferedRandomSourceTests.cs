using System.Reflection;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Secrets;

public sealed class BufferedRandomSourceTests
{
    [Fact]
    public void Bytes_are_taken_in_portions_and_handed_out_once()
    {
        var counting = new CountingRandom();
        var source = new BufferedRandomSource(counting, 64);

        Assert.Equal(Enumerable.Range(1, 24), Next(source, 24));
        Assert.Equal(Enumerable.Range(25, 24), Next(source, 24));
        Assert.Equal([64], counting.Asked);

        // The rest is too short: a new portion, and nothing of the old one.
        Assert.Equal(Enumerable.Range(65, 24), Next(source, 24));
        Assert.Equal([64, 64], counting.Asked);
    }

    [Fact]
    public void Bytes_that_were_handed_out_are_erased()
    {
        var source = new BufferedRandomSource(new CountingRandom(), 64);
        Next(source, 10);
        var buffer = (byte[])typeof(BufferedRandomSource)
            .GetField("_buffer", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(source)!;

        Assert.Equal(new byte[10], buffer[..10]);
        Assert.DoesNotContain((byte)0, buffer[10..]);
    }

    [Fact]
    public void Large_requests_go_past_the_buffer()
    {
        var counting = new CountingRandom();
        var source = new BufferedRandomSource(counting, 64);
        Next(source, 65);
        Next(source, 64);
        Next(source, 0);
        Assert.Equal([65, 64], counting.Asked);
    }

    [Fact]
    public void A_request_as_long_as_the_buffer_takes_a_portion_of_its_own()
    {
        var counting = new CountingRandom();
        var source = new BufferedRandomSource(counting, 64);
        Next(source, 10);
        Assert.Equal(Enumerable.Range(65, 64), Next(source, 64));
        Next(source, 54);
        Assert.Equal([64, 64, 64], counting.Asked);
    }

    [Fact]
    public async Task Threads_never_get_the_same_bytes()
    {
        var source = new BufferedRandomSource(new SystemRandomSource(), 256);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 2_000).Select(_ => BitConverter.ToString([.. Next(source, 16).Select(value => (byte)value)]))
                .ToList())));
        Assert.Equal(8_000, taken.SelectMany(texts => texts).Distinct().Count());
    }

    [Theory]
    [InlineData(63)]
    [InlineData(65_537)]
    public void A_portion_has_64_to_65536_bytes(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BufferedRandomSource(new CountingRandom(), capacity));

    [Theory]
    [InlineData(64)]
    [InlineData(65_536)]
    public void The_bounds_themselves_are_portions(int capacity)
    {
        var counting = new CountingRandom();
        Next(new BufferedRandomSource(counting, capacity), 1);
        Assert.Equal([capacity], counting.Asked);
    }

    private static int[] Next(BufferedRandomSource source, int length)
    {
        var bytes = new byte[length];
        source.Fill(bytes);
        return [.. bytes.Select(value => (int)value)];
    }
}
