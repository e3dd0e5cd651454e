using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Resources;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class KeyVersionTests
{
    private static readonly Instant T0 = Lab.Now;

    [Fact]
    public void A_version_has_a_name_and_does_not_end_before_it_begins()
    {
        Assert.Throws<ArgumentException>(() => new KeyVersion("", T0));
        Assert.Throws<ArgumentException>(() => new KeyVersion(new string('v', 129), T0));
        Assert.Throws<ArgumentException>(() => new KeyVersion("1", T0, notBefore: T0, expires: T0));
        Assert.Throws<ArgumentException>(() => new KeyVersion("1", T0, expires: T0));
        Assert.Throws<ArgumentNullException>(() => new KeyVersion(null!, T0));
        Assert.Equal(T0 + Duration.Epsilon, new KeyVersion("1", T0, expires: T0 + Duration.Epsilon).Expires);
    }

    [Fact]
    public void A_version_is_enabled_and_not_compromised_unless_said_otherwise()
    {
        var version = new KeyVersion(new string('v', 128), T0);

        Assert.True(version.IsEnabled);
        Assert.False(version.IsCompromised);
        Assert.NotEqual(version, new KeyVersion(version.Version, T0, isEnabled: false));
    }

    [Fact]
    [Trait("Rule", "ENC-18")]
    public void An_id_is_the_canonical_address_with_an_exact_version()
    {
        var address = $"{Lab.KeyUri}/{Lab.Version}";
        var shouted = KeyIdentifier.Read($"https://TestKv.vault.azure.net/keys/TestKey/{Lab.Version.ToUpperInvariant()}");

        var id = KeyVersionId.Create(KeyIdentifier.Read(address).Expect()).Expect();

        Assert.Equal(address, id.ToString());
        Assert.Equal((Lab.KeyUri, Lab.Version), (id.KeyUri, id.Version));
        Assert.Equal(id, KeyVersionId.Create(shouted.Expect()).Expect());
        Assert.Equal(id, KeyVersionId.Of(FakeVault.Wrap(Lab.KeyBytes())));
    }

    [Fact]
    public void An_address_without_a_version_names_no_version()
    {
        Assert.True(KeyVersionId.Create(KeyIdentifier.Read(Lab.KeyUri).Expect()).IsT1);
        Assert.True(KeyVersionId.Create(Lab.KeyUri, "").IsT1);
        Assert.True(KeyVersionId.Create("", "1").IsT1);
    }
}
