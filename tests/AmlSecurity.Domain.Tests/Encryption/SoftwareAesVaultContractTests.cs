using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class SoftwareAesVaultContractTests : SoftwareVaultContract
{
    private protected override void Create(SoftwareKeyVault vault, KeyVersionId version) =>
        vault.CreateAes(version, new SystemRandomSource()).Expect();
}
