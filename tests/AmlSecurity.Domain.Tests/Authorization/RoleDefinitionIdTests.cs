using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class RoleDefinitionIdTests
{
    private const string Guid = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

    [Fact]
    public void One_role_is_named_by_its_GUID_and_by_many_paths()
    {
        var bare = RoleDefinitionId.Read(Guid).Expect();
        var path = RoleDefinitionId.Read(
            $"/subscriptions/x/providers/Microsoft.Authorization/ROLEDEFINITIONS/{Guid}").Expect();

        Assert.Equal(bare, path);
        Assert.Equal(bare.GetHashCode(), path.GetHashCode());
        Assert.Equal(bare, RoleDefinitionId.Read(Guid.ToUpperInvariant()).Expect());
        Assert.Equal(bare, RoleDefinitionId.Read(Guid.Replace("-", "", StringComparison.Ordinal)).Expect());
        Assert.Equal(Guid, path.Name);
        Assert.StartsWith("/subscriptions/x", path.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_name_than_a_GUID_is_kept_leniently()
    {
        const string Path = "/providers/Microsoft.Authorization/roleDefinitions/reader";

        Assert.Equal(
            new TextFault<RoleDefinitionIdFault>(RoleDefinitionIdFault.NotAGuid, 51), RoleDefinitionId.Read(Path).AsT1);
        Assert.Equal("reader", RoleDefinitionId.Read(Path, Strictness.Lenient).Expect().Name);
    }

    [Theory]
    [InlineData(null, RoleDefinitionIdFault.Empty, 0)]
    [InlineData(" ", RoleDefinitionIdFault.Empty, 0)]
    [InlineData("/x/roleAssignments/y", RoleDefinitionIdFault.NotAPathToARoleDefinition, 19)]
    [InlineData("/roleDefinitions/", RoleDefinitionIdFault.NotAPathToARoleDefinition, 17)]
    [InlineData("a\nb", RoleDefinitionIdFault.WithACharacterThatNoNameHas, 1)]
    public void What_names_no_role_is_refused_either_way(string? text, RoleDefinitionIdFault kind, int offset)
    {
        var fault = new TextFault<RoleDefinitionIdFault>(kind, offset);

        Assert.Equal(fault, RoleDefinitionId.Read(text).AsT1);
        Assert.Equal(fault, RoleDefinitionId.Read(text, Strictness.Lenient).AsT1);
    }

    [Theory]
    [InlineData(" 8e3af657-a8ff-443c-a75c-2fe8c4bcb635")]
    [InlineData("0x3af657-a8ff-443c-a75c-2fe8c4bcb635")]
    [InlineData("8e3af657-+8ff-443c-a75c-2fe8c4bcb635")]
    [InlineData("8e3af657a8ff443ca75c2fe8c4bcb63")]
    public void What_only_the_platform_takes_for_a_GUID_is_none(string text) =>
        Assert.Equal(RoleDefinitionIdFault.NotAGuid, RoleDefinitionId.Read(text).AsT1.Kind);

    [Fact]
    public void A_text_of_2048_characters_is_the_longest()
    {
        Assert.True(RoleDefinitionId.Read(new string('a', 2048), Strictness.Lenient).IsT0);
        Assert.Equal(
            new TextFault<RoleDefinitionIdFault>(RoleDefinitionIdFault.TooLong, 2048),
            RoleDefinitionId.Read(new string('a', 2049), Strictness.Lenient).AsT1);
    }
}
