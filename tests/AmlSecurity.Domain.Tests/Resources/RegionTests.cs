using System.ComponentModel;
using System.Text.Json;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Tests.Resources;

public class RegionTests
{
    [Theory]
    [Trait("Rule", "DEC-18")]
    [InlineData("East US 2", "eastus2")]
    [InlineData("eastus2", "eastus2")]
    [InlineData(" WestEurope ", "westeurope")]
    public void A_region_is_compared_in_lower_case_without_blanks(string text, string name)
    {
        Assert.Equal(name, Region.Read(text).Expect().Name);
        Assert.Equal(Region.Read(name).Expect(), Region.Read(text).Expect());
    }

    [Theory]
    [InlineData(null, RegionFault.Empty, 0)]
    [InlineData("   ", RegionFault.Empty, 0)]
    [InlineData("east-us", RegionFault.NotOnlyLettersDigitsAndSpaces, 4)]
    [InlineData("east\tus", RegionFault.NotOnlyLettersDigitsAndSpaces, 4)]
    [InlineData("e\u212Astus", RegionFault.NotOnlyLettersDigitsAndSpaces, 1)]
    public void A_text_that_is_no_region_is_a_fault_at_its_place(string? text, RegionFault kind, int offset) =>
        Assert.Equal(new TextFault<RegionFault>(kind, offset), Region.Read(text).AsT1);

    [Fact]
    public void Blanks_do_not_count_towards_the_64_characters()
    {
        Assert.Equal(64, Region.Read(new string('a', 60) + "    " + new string('b', 4)).Expect().Name.Length);
        Assert.Equal(new TextFault<RegionFault>(RegionFault.TooLong, 64), Region.Read(new string('a', 65)).AsT1);
    }

    [Fact]
    public void A_region_binds_from_json_and_from_configuration()
    {
        Assert.Equal("eastus2", JsonSerializer.Deserialize<Region>("\"East US 2\"")!.Name);
        Assert.Equal("\"eastus2\"", JsonSerializer.Serialize(Region.Read("East US 2").Expect()));
        Assert.Equal(
            Region.Read("eastus").Expect(),
            TypeDescriptor.GetConverter(typeof(Region)).ConvertFromInvariantString("East US"));
    }
}
