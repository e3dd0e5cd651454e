using System.Globalization;
using System.Net;
using AmlSecurity.Domain.Compatibility;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "VNET-05")]
public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("10.0.0.0/16", "10.0.0.0/16", 65536)]
    [InlineData("172.17.0.1/16", "172.17.0.0/16", 65536)]
    [InlineData("10.0.0.255/32", "10.0.0.255/32", 1)]
    [InlineData("1.2.3.4/0", "0.0.0.0/0", 4294967296)]
    public void A_range_is_named_by_any_of_its_addresses(string text, string expected, long count)
    {
        var range = Of(text);

        Assert.Equal(expected, $"{range}");
        Assert.Equal(Of(expected), range);
        Assert.Equal(count, range.Count);
    }

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.255.0/24", true)]
    [InlineData("10.0.0.0/16", "10.1.0.0/24", false)]
    [InlineData("10.0.0.0/24", "10.0.0.0/16", true)]
    [InlineData("0.0.0.0/0", "255.255.255.255/32", true)]
    [InlineData("10.0.0.0/25", "10.0.0.128/25", false)]
    public void Ranges_overlap_where_one_holds_the_other(string first, string second, bool expected)
    {
        Assert.Equal(expected, Of(first).Overlaps(Of(second)));
        Assert.Equal(expected, Of(second).Overlaps(Of(first)));
    }

    [Property(MaxTest = 2000)]
    public Property Containing_and_overlapping_are_those_of_the_framework() => Prop.ForAll(
        Gen.Two(Ranges).ToArbitrary(),
        pair =>
        {
            var (first, second) = (Of(Text(pair.Item1)), Of(Text(pair.Item2)));
            var (peer, other) = (Peer(pair.Item1), Peer(pair.Item2));
            var overlap = peer.Contains(other.BaseAddress) || other.Contains(peer.BaseAddress);
            var address = NetworkAddress.Read(Address(pair.Item2.Address)).Expect();
            return (first.Overlaps(second) == overlap
                    && first.Contains(address) == peer.Contains(IPAddress.Parse($"{address}"))
                    && $"{first}" == $"{peer}")
                .Label($"{first} {second}")
                .Classify(overlap, "overlap");
        });

    [Fact]
    public void The_property_sees_overlapping_and_separate_ranges_often()
    {
        var share = Gen.Two(Ranges).Sample(2000, new Rnd(20200313), 50)
            .Count(pair => Of(Text(pair.Item1)).Overlaps(Of(Text(pair.Item2)))) / 2000.0;

        Assert.InRange(share, 0.1, 0.9);
    }

    [Theory]
    [InlineData("", AddressFault.Empty, 0)]
    [InlineData("10.0.0.0", AddressFault.WithoutAPrefixLength, 8)]
    [InlineData("10.0.0.0/", AddressFault.WithAPrefixLengthOutside0To32, 9)]
    [InlineData("10.0.0.0/33", AddressFault.WithAPrefixLengthOutside0To32, 9)]
    [InlineData("10.0.0.0/016", AddressFault.WithAPrefixLengthOutside0To32, 9)]
    [InlineData("10.0.0.0/16 ", AddressFault.WithAPrefixLengthOutside0To32, 11)]
    [InlineData("10.0.0.0-16", AddressFault.NotFourNumbersFrom0To255, 8)]
    [InlineData("10.0.0/16", AddressFault.NotFourNumbersFrom0To255, 6)]
    [InlineData("fe80::/10", AddressFault.NotFourNumbersFrom0To255, 0)]
    public void A_text_that_is_no_range_is_a_fault_at_its_place(string? text, AddressFault kind, int offset) =>
        Assert.Equal(new TextFault<AddressFault>(kind, offset), AddressRange.Read(text).AsT1);

    // Addresses that share their first bits, or two drawn apart never meet.
    private static Gen<(uint Address, int Prefix)> Ranges =>
        from prefix in Gen.Choose(0, 32)
        from high in Gen.Elements(0u, 0x0A000000u, 0x0A010000u, 0x0A0100FFu, 0xFFFFFFFFu)
        from low in Gen.Choose(0, 255)
        select (high ^ (uint)low, prefix);

    private static AddressRange Of(string text) => AddressRange.Read(text).Expect();

    private static string Text((uint Address, int Prefix) range) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address(range.Address)}/{range.Prefix}");

    private static string Address(uint address) =>
        $"{new IPAddress([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address])}";

    private static IPNetwork Peer((uint Address, int Prefix) range)
    {
        var mask = range.Prefix == 0 ? 0 : uint.MaxValue << (32 - range.Prefix);
        return new IPNetwork(IPAddress.Parse(Address(range.Address & mask)), range.Prefix);
    }
}
