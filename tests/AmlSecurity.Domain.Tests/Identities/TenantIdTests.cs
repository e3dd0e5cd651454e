using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Identities;

public sealed class TenantIdTests
{
    [Fact]
    public void A_GUID_with_dashes_is_read_in_any_case()
    {
        var tenant = TenantId.Read("9188040D-6C67-4C5B-B112-36A304B66DAD").Expect();

        Assert.Equal(TenantId.PersonalAccounts, tenant);
        Assert.Equal("9188040d-6c67-4c5b-b112-36a304b66dad", tenant.ToString());
    }

    [Theory]
    [InlineData(null, TenantIdFault.Empty)]
    [InlineData("", TenantIdFault.Empty)]
    [InlineData("contoso.com", TenantIdFault.NotAGuid)]
    [InlineData("9188040d6c674c5bb11236a304b66dad", TenantIdFault.NotAGuid)]
    [InlineData(" 9188040d-6c67-4c5b-b112-36a304b66dad", TenantIdFault.NotAGuid)]
    [InlineData("+188040d-6c67-4c5b-b112-36a304b66dad", TenantIdFault.NotAGuid)]
    public void Another_text_is_refused(string? text, TenantIdFault kind) =>
        Assert.Equal(new TextFault<TenantIdFault>(kind, 0), TenantId.Read(text).AsT1);
}
