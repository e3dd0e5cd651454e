using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Identities;

public sealed class PrincipalIdTests
{
    private const string Guid = "d93a38bc-d029-4160-bfb0-fbda779ac214";

    [Theory]
    [InlineData(Guid)]
    [InlineData("D93A38BC-D029-4160-BFB0-FBDA779AC214")]
    [InlineData("d93a38bcd0294160bfb0fbda779ac214")]
    public void A_GUID_is_brought_into_one_form(string text)
    {
        var id = PrincipalId.Read(text).Expect();

        Assert.Equal(Guid, id.Text);
        Assert.True(id.IsGuid);
        Assert.Equal(PrincipalId.Read(Guid).Expect(), id);
        Assert.Equal(PrincipalId.Read(Guid).Expect().GetHashCode(), id.GetHashCode());
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("00000000000000000000000000000000")]
    public void The_zero_GUID_is_everyone(string text) =>
        Assert.Equal(PrincipalId.Everyone, PrincipalId.Read(text).Expect());

    [Fact]
    public void Another_name_is_kept_leniently_and_compared_ignoring_case()
    {
        Assert.Equal(new TextFault<PrincipalIdFault>(PrincipalIdFault.NotAGuid, 0), PrincipalId.Read("alice").AsT1);
        Assert.Equal(Lenient("ALICE"), Lenient("alice"));
        Assert.Equal("ALICE", Lenient("ALICE").ToString());
        Assert.False(Lenient("alice").IsGuid);
        Assert.NotEqual(Lenient("\u212Aate"), Lenient("kate"));
    }

    [Theory]
    [InlineData("+93a38bc-d029-4160-bfb0-fbda779ac214")]
    [InlineData("0x3a38bc-d029-4160-bfb0-fbda779ac214")]
    [InlineData(" d93a38bc-d029-4160-bfb0-fbda779ac214")]
    [InlineData("{d93a38bc-d029-4160-bfb0-fbda779ac214}")]
    public void What_only_the_platform_takes_for_a_GUID_is_none(string text)
    {
        Assert.Equal(PrincipalIdFault.NotAGuid, PrincipalId.Read(text).AsT1.Kind);
        Assert.Equal(text, Lenient(text).Text);
    }

    [Theory]
    [InlineData(null, PrincipalIdFault.Empty, 0)]
    [InlineData("  ", PrincipalIdFault.Empty, 0)]
    [InlineData("a\tb", PrincipalIdFault.WithACharacterThatNoNameHas, 1)]
    public void What_names_nobody_is_refused_either_way(string? text, PrincipalIdFault kind, int offset)
    {
        Assert.Equal(new TextFault<PrincipalIdFault>(kind, offset), PrincipalId.Read(text).AsT1);
        Assert.Equal(new TextFault<PrincipalIdFault>(kind, offset), PrincipalId.Read(text, Strictness.Lenient).AsT1);
    }

    [Fact]
    public void A_name_of_256_characters_is_the_longest()
    {
        Assert.True(PrincipalId.Read(new string('a', 256), Strictness.Lenient).IsT0);
        Assert.Equal(
            new TextFault<PrincipalIdFault>(PrincipalIdFault.TooLong, 256),
            PrincipalId.Read(new string('a', 257), Strictness.Lenient).AsT1);
    }

    private static PrincipalId Lenient(string text) => PrincipalId.Read(text, Strictness.Lenient).Expect();
}
