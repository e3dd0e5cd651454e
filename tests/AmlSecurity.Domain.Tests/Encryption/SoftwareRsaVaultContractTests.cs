using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class SoftwareRsaVaultContractTests : SoftwareVaultContract
{
    private int _made;

    private protected override void Create(SoftwareKeyVault vault, KeyVersionId version)
    {
        using var key = RsaKeys.Copy(_made++);
        vault.ImportRsa(version, key).Expect();
    }
}
