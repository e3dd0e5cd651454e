using System.Reflection;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Secrets;

public sealed class SaltSourceTests
{
    [Fact]
    public void The_stamp_changes_the_last_eight_bytes_only()
    {
        var salt = Next(new SaltSource(new ConstantRandom(0x5A), () => 0x0102030405));

        Assert.All(salt[..16], value => Assert.Equal(0x5A, value));

        // The first counter is 1 << 40; both are added, and mixed in by exclusive or.
        Assert.Equal([0, 0, 1, 1, 2, 3, 4, 5], salt[16..].Select(value => (byte)(value ^ 0x5A)));
    }

    [Fact]
    public void One_source_that_gets_the_same_bytes_at_the_same_time_makes_another_salt()
    {
        var source = new SaltSource(new ConstantRandom(1), () => 7);
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => Convert.ToHexString(Next(source))).Distinct().Count());
    }

    [Fact]
    public void Two_clones_that_get_the_same_bytes_differ_by_their_clocks() =>
        Assert.NotEqual(
            Next(new SaltSource(new ConstantRandom(1), () => 1_000_000)), Next(new SaltSource(new ConstantRandom(1), () => 1_000_001)));

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    public void No_time_overflows(long time) => Assert.Equal(24, Next(new SaltSource(new ConstantRandom(1), () => time)).Length);

    [Fact]
    public void A_salt_has_at_least_eight_bytes()
    {
        var source = new SaltSource(new ConstantRandom(1), () => 1);
        Assert.Throws<ArgumentException>(() => source.Next(new byte[7]));
        source.Next(new byte[8]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_source_of_the_system_never_repeats_itself(bool buffered)
    {
        var source = SaltSource.OfSystem(buffered);
        Assert.Equal(
            10_000, Enumerable.Range(0, 10_000).Select(_ => Convert.ToHexString(Next(source))).Distinct().Count());
    }

    [Theory]
    [InlineData(false, typeof(SystemRandomSource))]
    [InlineData(true, typeof(BufferedRandomSource))]
    public void Random_bytes_are_taken_in_portions_only_where_that_was_chosen(bool buffered, Type source) =>
        Assert.IsType(source, typeof(SaltSource)
            .GetField("_random", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(SaltSource.OfSystem(buffered)));

    private static byte[] Next(SaltSource source)
    {
        var salt = new byte[24];
        source.Next(salt);
        return salt;
    }
}
