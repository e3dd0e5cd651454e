using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class SoftwareRsaVaultContractTests(RsaKeys keys) : SoftwareVaultContract, IClassFixture<RsaKeys>
{
    private int _made;

    private protected override void Create(SoftwareKeyVault vault, KeyVersionId version) =>
        vault.ImportRsa(version, keys[_made++]).Expect();
}
