using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class KeyStanzaTests
{
    [Theory]
    [InlineData(1, Lab.KeyUri, "1", 256, null)]
    [InlineData(1, Lab.KeyUri, "1", 2048, null)]
    [InlineData(2, Lab.KeyUri, "1", 40, null)]
    [InlineData(2, "urn:any:Key", "1", 40, null)]
    [InlineData(0, Lab.KeyUri, "1", 40, KeyStanzaFault.WithAnUnknownAlgorithm)]
    [InlineData(3, Lab.KeyUri, "1", 40, KeyStanzaFault.WithAnUnknownAlgorithm)]
    [InlineData(2, "", "1", 40, KeyStanzaFault.Empty)]
    [InlineData(2, Lab.KeyUri, "", 40, KeyStanzaFault.WithoutAVersion)]
    [InlineData(2, Lab.KeyUri + "/" + Lab.Version, "1", 40, KeyStanzaFault.WithAnAddressThatIsNotCanonical)]
    [InlineData(2, Lab.KeyUri + "/", "1", 40, KeyStanzaFault.WithAnAddressThatIsNotCanonical)]
    [InlineData(2, "https://TESTKV.vault.azure.net/keys/testkey", "1", 40, KeyStanzaFault.WithAnAddressThatIsNotCanonical)]
    [InlineData(2, "urn:a b", "1", 40, KeyStanzaFault.WithAForeignCharacter)]
    [InlineData(2, " urn:a", "1", 40, KeyStanzaFault.WithAForeignCharacter)]
    [InlineData(2, "\u0001urn:a", "1", 40, KeyStanzaFault.WithAForeignCharacter)]
    [InlineData(2, "\u0001 urn:a", "1", 40, KeyStanzaFault.WithAForeignCharacter)]
    [InlineData(2, "urn:a\n", "1", 40, KeyStanzaFault.WithAForeignCharacter)]
    [InlineData(2, "urn:a", "1\0", 40, KeyStanzaFault.WithAForeignCharacter)]
    [InlineData(2, "urn:a", "1", 39, KeyStanzaFault.WithAWrappedKeyOfTheWrongLength)]
    [InlineData(2, "urn:a", "1", 41, KeyStanzaFault.WithAWrappedKeyOfTheWrongLength)]
    [InlineData(1, "urn:a", "1", 255, KeyStanzaFault.WithAWrappedKeyOfTheWrongLength)]
    [InlineData(1, "urn:a", "1", 2049, KeyStanzaFault.WithAWrappedKeyOfTheWrongLength)]
    public void A_stanza_names_one_version_of_one_key(
        int algorithm, string uri, string version, int length, KeyStanzaFault? fault) =>
        Assert.Equal(
            fault,
            KeyStanza.Create((KeyWrapAlgorithm)algorithm, uri, version, new byte[length])
                .Match<KeyStanzaFault?>(_ => null, found => found.Kind));

    [Fact]
    public void Address_and_version_have_bounds_in_bytes()
    {
        Assert.True(Create(new string('\u00FC', 512), new string('v', 128)).IsT0);
        Assert.Equal(KeyStanzaFault.TooLong, Create(new string('\u00FC', 512) + "a", "1").AsT1.Kind);
        Assert.Equal(KeyStanzaFault.TooLong, Create("urn:a", new string('v', 129)).AsT1.Kind);
        Assert.Equal(KeyStanzaFault.WithAForeignCharacter, Create("urn:\uD83D", "1").AsT1.Kind);
    }

    [Fact]
    public void Stanzas_are_equal_by_all_members()
    {
        var stanza = Create("urn:a", "1").AsT0;
        Assert.Equal(stanza, Create("urn:a", "1").AsT0);
        Assert.Equal(stanza.GetHashCode(), Create("urn:a", "1").AsT0.GetHashCode());
        Assert.False(stanza.Equals(null));
        Assert.NotEqual(stanza, Create("urn:b", "1").AsT0);
        Assert.NotEqual(stanza, Create("urn:a", "2").AsT0);
        Assert.NotEqual(stanza, KeyStanza.Create(KeyWrapAlgorithm.A256KW, "urn:a", "1", Lab.Bytes(1, 40)).AsT0);
        Assert.NotEqual(stanza, KeyStanza.Create(KeyWrapAlgorithm.RsaOaep256, "urn:a", "1", new byte[256]).AsT0);
    }

    private static OneOf.OneOf<KeyStanza, TextFault<KeyStanzaFault>> Create(string uri, string version) =>
        KeyStanza.Create(KeyWrapAlgorithm.A256KW, uri, version, new byte[40]);
}
