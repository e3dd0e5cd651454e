using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Identities;

public sealed class ClaimNamesTests
{
    private const string Microsoft = "http://schemas.microsoft.com/";
    private const string Soap = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    [Theory]
    [InlineData(Microsoft + "claims/authnmethodsreferences", "amr")]
    [InlineData(Microsoft + "identity/claims/identityprovider", "idp")]
    [InlineData(Microsoft + "identity/claims/objectidentifier", "oid")]
    [InlineData(Microsoft + "identity/claims/scope", "scp")]
    [InlineData(Microsoft + "identity/claims/tenantid", "tid")]
    [InlineData(Microsoft + "ws/2008/06/identity/claims/role", "roles")]
    [InlineData(Soap + "emailaddress", "email")]
    [InlineData(Soap + "name", "unique_name")]
    [InlineData(Soap + "nameidentifier", "sub")]
    [InlineData(Soap + "upn", "upn")]
    [InlineData("oid", "oid")]
    [InlineData(Soap + "UPN", Soap + "UPN")]
    public void The_long_names_of_the_framework_are_those_of_the_token(string name, string shorter) =>
        Assert.Equal(shorter, ClaimNames.Shorten(name));
}
