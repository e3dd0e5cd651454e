using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Identities;

public sealed class TokenIssuerTests
{
    private const string Tenant = "fa15d692-e9c7-4460-a743-29f2956fd429";

    [Theory]
    [InlineData("https://sts.windows.net/" + Tenant + "/", Tenant, TokenVersion.V1)]
    [InlineData("https://sts.windows.net/FA15d692-e9c7-4460-a743-29f2956fd429/", Tenant, TokenVersion.V1)]
    [InlineData("https://sts.windows.net/a/", "a", TokenVersion.V1)]
    [InlineData("https://login.microsoftonline.com/" + Tenant + "/v2.0", Tenant, TokenVersion.V2)]
    [InlineData("https://login.microsoftonline.com/a/v2.0", "a", TokenVersion.V2)]
    [InlineData("https://sts.windows.net/" + Tenant, null, TokenVersion.NotStated)]
    [InlineData("https://sts.windows.net/", null, TokenVersion.NotStated)]
    [InlineData("https://sts.windows.net//", null, TokenVersion.NotStated)]
    [InlineData("https://sts.windows.net/a/b/", null, TokenVersion.NotStated)]
    [InlineData("https://login.microsoftonline.com/" + Tenant, null, TokenVersion.NotStated)]
    [InlineData("https://login.microsoftonline.com/" + Tenant + "/", null, TokenVersion.NotStated)]
    [InlineData("https://login.microsoftonline.com//v2.0", null, TokenVersion.NotStated)]
    [InlineData("https://login.microsoftonline.com/v2.0", null, TokenVersion.NotStated)]
    [InlineData("https://evil.example/" + Tenant + "/", null, TokenVersion.NotStated)]
    [InlineData("https://evil.example/" + Tenant + "/v2.0", null, TokenVersion.NotStated)]
    [InlineData("", null, TokenVersion.NotStated)]
    [InlineData(null, null, TokenVersion.NotStated)]
    public void An_issuer_is_one_of_two_forms_around_a_directory(string? issuer, string? tenant, TokenVersion version)
    {
        Assert.Equal(tenant, TokenIssuer.TenantOf(issuer));
        Assert.Equal(version, TokenIssuer.VersionOf(issuer));
    }
}
