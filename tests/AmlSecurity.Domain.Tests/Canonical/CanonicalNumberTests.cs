using System.Globalization;
using System.Text;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Tests.Conventions;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Canonical;

public sealed class CanonicalNumberTests
{
    private const string Published = "audit/jcs/es6numbers_10000.txt";

    // RFC 8785, appendix B.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void The_samples_of_the_standard_come_out_as_it_says(ulong bits, string text) =>
        Assert.Equal(text, Write(BitConverter.UInt64BitsToDouble(bits)));

    [VectorFact(Published)]
    public void Every_published_number_has_its_published_text()
    {
        var lines = File.ReadAllLines(OutsideVectors.PathOf(Published));

        Assert.Equal(10_000, lines.Length);
        Violations.None(
            from line in lines
            let parts = line.Split(',')
            let bits = ulong.Parse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            let value = BitConverter.UInt64BitsToDouble(bits)
            where Write(value) != parts[1]
                || Canonical(parts[1]) != parts[1]
                || Canonical(value.ToString("E17", CultureInfo.InvariantCulture)) != parts[1]
            select $"{line}: {Write(value)}");
    }

    [Fact]
    public void What_was_written_reads_back_to_the_same_double_and_fits()
    {
        var random = new Random(7);
        for (var made = 0; made < 20_000; made++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
            {
                continue;
            }

            var text = Write(value);
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
            Assert.Equal(text, Canonical(text));
        }
    }

    private static string Write(double value)
    {
        Span<byte> text = stackalloc byte[CanonicalNumber.MaximumLength];
        return Encoding.ASCII.GetString(text[..CanonicalNumber.Write(value, text)]);
    }

    private static string Canonical(string text) =>
        Encoding.ASCII.GetString(CanonicalJson.Canonicalize(Encoding.ASCII.GetBytes(text)).Expect());
}
