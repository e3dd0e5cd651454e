using AmlSecurity.Domain.Compatibility;

namespace AmlSecurity.Domain.Tests.Compatibility;

public sealed class NetworkAddressTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.10")]
    [InlineData("255.255.255.255")]
    public void An_address_comes_back_as_it_was(string text) =>
        Assert.Equal(text, $"{NetworkAddress.Read(text).Expect()}");

    [Theory]
    [InlineData(null, AddressFault.Empty, 0)]
    [InlineData("10.0.0", AddressFault.NotFourNumbersFrom0To255, 6)]
    [InlineData("10.0.0.", AddressFault.NotFourNumbersFrom0To255, 7)]
    [InlineData("10x", AddressFault.NotFourNumbersFrom0To255, 2)]
    [InlineData("10.0.0.256", AddressFault.NotFourNumbersFrom0To255, 7)]
    [InlineData("10.0.0.010", AddressFault.NotFourNumbersFrom0To255, 7)]
    [InlineData("0x10.0.0.1", AddressFault.NotFourNumbersFrom0To255, 1)]
    [InlineData("10.0.0.1.1", AddressFault.NotFourNumbersFrom0To255, 8)]
    [InlineData("10.0.0.1 ", AddressFault.NotFourNumbersFrom0To255, 8)]
    [InlineData("10.0.0.1234", AddressFault.NotFourNumbersFrom0To255, 10)]
    [InlineData("::1", AddressFault.NotFourNumbersFrom0To255, 0)]
    public void A_text_that_is_no_address_is_a_fault_at_its_place(string? text, AddressFault kind, int offset) =>
        Assert.Equal(new TextFault<AddressFault>(kind, offset), NetworkAddress.Read(text).AsT1);
}
