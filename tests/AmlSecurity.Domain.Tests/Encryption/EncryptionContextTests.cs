using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class EncryptionContextTests
{
    private const string Workspace =
        "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg"
        + "/providers/Microsoft.MachineLearningServices/workspaces/ws1";

    [Theory]
    [InlineData("tenant", true)]
    [InlineData("subscription", true)]
    [InlineData("workspace", true)]
    [InlineData("assetKind", true)]
    [InlineData("asset", true)]
    [InlineData("version", true)]
    [InlineData("x-", true)]
    [InlineData("x-anything", true)]
    [InlineData("X-anything", false)]
    [InlineData("Tenant", false)]
    [InlineData("assetkind", false)]
    [InlineData("other", false)]
    [InlineData("", false)]
    public void A_name_is_a_typed_one_or_an_extension(string name, bool isGood)
    {
        var context = EncryptionContext.Create([new("tenant" == name ? "asset" : "tenant", "t"), new(name, "v")]);
        Assert.Equal(isGood || name == "tenant", context.IsT0);
        if (!isGood)
        {
            Assert.Equal(new TextFault<EncryptionContextFault>(EncryptionContextFault.WithAnUnknownName, 1), context.AsT1);
        }
    }

    [Fact]
    public void The_order_of_the_pairs_does_not_matter()
    {
        var one = EncryptionContext.Create([new("tenant", "a"), new("asset", "b")]).Expect();
        var other = EncryptionContext.Create([new("asset", "b"), new("tenant", "a")]).Expect();

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, EncryptionContext.Create([new("asset", "a"), new("tenant", "b")]).Expect());
        Assert.False(one.Equals(null));
        Assert.Equal(EncryptionContext.Empty, EncryptionContext.Create([]).Expect());
    }

    [Fact]
    public void The_case_of_a_resource_id_makes_no_other_context()
    {
        var lower = ResourceId.Read(Workspace.ToLowerInvariant()).Expect();
        var upper = ResourceId.Read(Workspace.Replace("ws1", "WS1", StringComparison.Ordinal)).Expect();

        Assert.Equal(
            EncryptionContext.ForAsset(lower, "model", "m", "1").Expect(),
            EncryptionContext.ForAsset(upper, "model", "m", "1").Expect());
        Assert.NotEqual(
            EncryptionContext.ForAsset(lower, "model", "m", "1").Expect(),
            EncryptionContext.ForAsset(lower, "model", "M", "1").Expect());
    }

    [Fact]
    public void An_empty_version_is_not_an_absent_one()
    {
        var workspace = ResourceId.Read(Workspace).Expect();
        Assert.NotEqual(
            EncryptionContext.ForAsset(workspace, "model", "m").Expect(),
            EncryptionContext.ForAsset(workspace, "model", "m", "").Expect());
    }

    [Fact]
    public void A_context_has_no_text_form_that_shows_it() =>
        Assert.Equal(typeof(EncryptionContext).FullName, Lab.Context.ToString());

    [Fact]
    public void Contexts_that_differ_hash_differently() =>
        Assert.NotEqual(Lab.ContextOf("a").GetHashCode(), Lab.ContextOf("b").GetHashCode());
}
