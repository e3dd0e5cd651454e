using System.ComponentModel;
using System.Text.Json;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Tests.Resources;

public class KeyIdentifierTests
{
    private const string Version = "aabbccddee112233445566778899aabb";
    private const string Base = "https://testkv.vault.azure.net/keys/testkey";
    private const string Versioned = $"{Base}/{Version}";

    [Fact]
    public void A_versioned_identifier_has_all_parts()
    {
        var key = KeyIdentifier.Read(Versioned).Expect();
        Assert.Equal("testkv", key.Vault);
        Assert.Equal("https://testkv.vault.azure.net", key.VaultUrl);
        Assert.Equal("testkey", key.Name);
        Assert.Equal(Version, key.Version);
        Assert.True(key.HasVersion);
        Assert.Equal(Versioned, key.Text);
        Assert.Equal(Base, key.BaseIdentifier.Text);
        Assert.Equal(Versioned, key.ToString());
    }

    [Theory]
    [InlineData(Base)]
    [InlineData($"{Base}/")]
    public void A_base_identifier_may_end_with_a_slash(string text)
    {
        var key = KeyIdentifier.Read(text).Expect();
        Assert.Null(key.Version);
        Assert.False(key.HasVersion);
        Assert.Equal(Base, key.Text);
        Assert.Same(key, key.BaseIdentifier);
    }

    [Theory]
    [InlineData("https://myvault.vault.azure.net/keys/CreateSoftKeyTest/78deebed173b48e48f55abf87ed4cf71")]
    [InlineData("https://abc.vault.azure.cn/keys/k")]
    [InlineData("https://abc.vault.usgovcloudapi.net/keys/k")]
    [InlineData("https://abc.vault.microsoftazure.de/keys/-")]
    [InlineData("https://a-b-c-d-e-f-g-h-i-j-k-l9.vault.azure.net/keys/k")]
    public void Every_cloud_has_its_host(string text) => Assert.Equal(text, KeyIdentifier.Read(text).Expect().Text);

    [Theory]
    [InlineData(null, KeyIdentifierFault.Empty, 0)]
    [InlineData("", KeyIdentifierFault.Empty, 0)]
    [InlineData("https://myKeyVault.vault.azure.net", KeyIdentifierFault.WithoutAKey, 34)]
    [InlineData("https://myKeyVault.vault.azure.net/", KeyIdentifierFault.WithoutAKey, 35)]
    [InlineData("https://myKeyVault.vault.azure.net/keys", KeyIdentifierFault.WithoutAKey, 39)]
    [InlineData("https://myKeyVault.vault.azure.net/keys/", KeyIdentifierFault.WithoutAKey, 40)]
    [InlineData("https://myKeyVault.vault.azure.net/keys//x", KeyIdentifierFault.NotAWellNamedKey, 40)]
    [InlineData($"{Base}/xxxxxxxxxxxxxxxx", KeyIdentifierFault.NotAWellFormedVersion, 60)]
    [InlineData($"{Versioned}0", KeyIdentifierFault.NotAWellFormedVersion, 76)]
    [InlineData($"{Base}/aabbccddee112233445566778899aab-", KeyIdentifierFault.NotAWellFormedVersion, 75)]
    [InlineData($"{Versioned}/", KeyIdentifierFault.FollowedByMore, 76)]
    [InlineData($"{Versioned}/x", KeyIdentifierFault.FollowedByMore, 76)]
    [InlineData($"{Base}//", KeyIdentifierFault.FollowedByMore, 44)]
    [InlineData("http://testkv.vault.azure.net/keys/k", KeyIdentifierFault.NotHttps, 0)]
    [InlineData("[parameters('key')]", KeyIdentifierFault.NotHttps, 0)]
    [InlineData(" " + Base, KeyIdentifierFault.NotHttps, 0)]
    [InlineData("https://u@testkv.vault.azure.net/keys/k", KeyIdentifierFault.PrecededByAUserName, 9)]
    [InlineData("https://testkv.vault.azure.net:443/keys/k", KeyIdentifierFault.FollowedByAPort, 30)]
    [InlineData($"{Base}?api-version=7.0", KeyIdentifierFault.FollowedByAQueryOrAFragment, 43)]
    [InlineData($"{Base}#x", KeyIdentifierFault.FollowedByAQueryOrAFragment, 43)]
    [InlineData("https://testkv.vault.azure.net.evil.example/keys/k", KeyIdentifierFault.OutsideOfAnyKeyVault, 15)]
    [InlineData("https://evil.example/keys/k", KeyIdentifierFault.OutsideOfAnyKeyVault, 13)]
    [InlineData("https:///keys/k", KeyIdentifierFault.OutsideOfAnyKeyVault, 8)]
    [InlineData("https://vault.azure.net/keys/k", KeyIdentifierFault.OutsideOfAnyKeyVault, 14)]
    [InlineData("https://a.testkv.vault.azure.net/keys/k", KeyIdentifierFault.OutsideOfAnyKeyVault, 10)]
    [InlineData("https://kv.vault.azure.net/keys/k", KeyIdentifierFault.NotInAWellNamedVault, 10)]
    [InlineData("https://7kv.vault.azure.net/keys/k", KeyIdentifierFault.NotInAWellNamedVault, 8)]
    [InlineData("https://kv-.vault.azure.net/keys/k", KeyIdentifierFault.NotInAWellNamedVault, 10)]
    [InlineData("https://k--v.vault.azure.net/keys/k", KeyIdentifierFault.NotInAWellNamedVault, 10)]
    [InlineData("https://a23456789012345678901234x.vault.azure.cn/keys/k", KeyIdentifierFault.NotInAWellNamedVault, 32)]
    [InlineData("https://testkv.vault.azure.net/secrets/s", KeyIdentifierFault.NotUnderKeys, 31)]
    [InlineData("https://testkv.vault.azure.net/certificates/c", KeyIdentifierFault.NotUnderKeys, 31)]
    [InlineData("https://testkv.vault.azure.net/keys/my_key", KeyIdentifierFault.NotAWellNamedKey, 38)]
    [InlineData("https://testkv.vault.azure.net/keys/k%2f", KeyIdentifierFault.NotAWellNamedKey, 37)]
    [InlineData("https://testkv.vault.azure.net/keys/\u0430", KeyIdentifierFault.NotAscii, 36)]
    public void Anything_else_is_a_fault_at_its_place(string? text, KeyIdentifierFault kind, int offset) =>
        Assert.Equal(new TextFault<KeyIdentifierFault>(kind, offset), KeyIdentifier.Read(text).AsT1);

    [Fact]
    public void A_name_has_127_characters_at_most()
    {
        var longest = $"https://testkv.vault.azure.net/keys/{new string('k', 127)}";
        Assert.True(KeyIdentifier.Read(longest).IsT0);
        Assert.Equal(
            new TextFault<KeyIdentifierFault>(KeyIdentifierFault.NotAWellNamedKey, 163),
            KeyIdentifier.Read(longest + "k").AsT1);
    }

    [Fact]
    public void Case_does_not_tell_identifiers_apart()
    {
        var key = KeyIdentifier.Read(Versioned).Expect();
        var version = Version.ToUpperInvariant();
        var shouted = KeyIdentifier.Read($"HTTPS://TestKV.Vault.Azure.NET/keys/TESTKEY/{version}").Expect();
        Assert.Equal(key, shouted);
        Assert.Equal(key.GetHashCode(), shouted.GetHashCode());
        Assert.Equal("https://TestKV.vault.azure.net", shouted.VaultUrl);
        Assert.NotEqual(key, key.BaseIdentifier);
    }

    [Theory]
    [Trait("Rule", "ENC-18")]
    [InlineData(KeyIdentifierUse.Workspace)]
    [InlineData(KeyIdentifierUse.ContainerInstance)]
    public void A_workspace_and_a_container_instance_need_the_version(KeyIdentifierUse use)
    {
        Assert.Equal(Version, KeyIdentifier.Read(Versioned, use).Expect().Version);
        Assert.Equal(
            new TextFault<KeyIdentifierFault>(KeyIdentifierFault.WithoutAVersion, 43),
            KeyIdentifier.Read(Base, use).AsT1);
        Assert.Equal(KeyIdentifierFault.WithoutAVersion, KeyIdentifier.Read($"{Base}/", use).AsT1.Kind);
    }

    [Fact]
    [Trait("Rule", "CMK-02")]
    public void Cosmos_db_forbids_the_version()
    {
        Assert.False(KeyIdentifier.Read($"{Base}/", KeyIdentifierUse.CosmosDb).Expect().HasVersion);
        Assert.Equal(
            new TextFault<KeyIdentifierFault>(KeyIdentifierFault.WithAVersion, 44),
            KeyIdentifier.Read(Versioned, KeyIdentifierUse.CosmosDb).AsT1);
    }

    [Theory]
    [Trait("Rule", "ENC-29")]
    [InlineData("https://testkv.vault.azure.net")]
    [InlineData("https://testkv.vault.azure.net/")]
    public void Three_values_make_the_identifier_of_a_container_group(string vault) =>
        Assert.Equal(KeyIdentifier.Read(Versioned).Expect(), KeyIdentifier.Create(vault, "testkey", Version).Expect());

    [Theory]
    [Trait("Rule", "ENC-29")]
    [InlineData(null, null, null, KeyIdentifierFault.Empty, 0)]
    [InlineData("https://testkv.vault.azure.net//", "k", Version, KeyIdentifierFault.FollowedByMore, 31)]
    [InlineData("https://testkv.vault.azure.net/keys", "k", Version, KeyIdentifierFault.FollowedByMore, 31)]
    [InlineData("https://testkv.vault.azure.net", "", Version, KeyIdentifierFault.WithoutAKey, 0)]
    [InlineData("https://testkv.vault.azure.net", "k", null, KeyIdentifierFault.WithoutAVersion, 0)]
    [InlineData("https://testkv.vault.azure.net", "k/x", Version, KeyIdentifierFault.NotAWellNamedKey, 1)]
    [InlineData("https://testkv.vault.azure.net", "k", "1", KeyIdentifierFault.NotAWellFormedVersion, 1)]
    public void Three_values_are_good_together_or_a_fault(
        string? vault, string? name, string? version, KeyIdentifierFault kind, int offset) =>
        Assert.Equal(
            new TextFault<KeyIdentifierFault>(kind, offset), KeyIdentifier.Create(vault, name, version).AsT1);

    [Theory]
    [Trait("Rule", "DEC-03")]
    [InlineData("/providers/Microsoft.KeyVault/vaults/TESTKV", true)]
    [InlineData("/providers/microsoft.keyvault/Vaults/testkv", true)]
    [InlineData("/providers/Microsoft.KeyVault/vaults/testkv2", false)]
    [InlineData("/providers/Microsoft.Storage/storageAccounts/testkv", false)]
    [InlineData("/providers/Microsoft.KeyVault/vaults/other/keys/testkv", false)]
    public void The_vault_of_the_key_is_the_vault_of_the_resource_id(string vault, bool expected) =>
        Assert.Equal(
            expected,
            KeyIdentifier.Read(Versioned).Expect().IsIn(ResourceId.Read(
                "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg" + vault).Expect()));

    [Fact]
    public void An_identifier_binds_from_json_and_from_configuration()
    {
        var key = KeyIdentifier.Read(Versioned).Expect();
        Assert.Equal(key, JsonSerializer.Deserialize<KeyIdentifier>(JsonSerializer.Serialize(key)));
        Assert.Equal(key, TypeDescriptor.GetConverter(typeof(KeyIdentifier)).ConvertFromInvariantString(Versioned));
    }

    [Fact]
    public void A_hundred_thousand_mutated_texts_are_read_or_refused()
    {
        var random = new Random(20200313);
        var read = Mutations.Of([Versioned, Base + "/", "https://a.vault.azure.cn/keys/k"], random, 100_000)
            .Count(text => KeyIdentifier.Read(text).Match(
                key => key == KeyIdentifier.Read(key.Text).Expect(),
                fault => fault.Offset < 0 || fault.Offset > text.Length
                    ? throw new InvalidOperationException($"`{text}`: {fault}")
                    : false));
        Assert.InRange(read, 1_000, 99_000);
    }
}
