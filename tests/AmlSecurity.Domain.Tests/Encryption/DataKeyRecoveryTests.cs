using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What reaches the vault, and what its answers turn into.</summary>
public sealed class DataKeyRecoveryTests
{
    private const string ForeignVault = "https://evil.vault.azure.net/keys/testkey";
    private const string OtherTenant = "https://testkv.vault.azure.net/keys/tenant-b";

    private static byte[] Sealed(params KeyStanza[] stanzas)
    {
        using var key = Lab.Key();
        return Lab.Seal(EnvelopeKey.Attached(key, [.. stanzas]).Expect(), [1, 2, 3]);
    }

    private static KeyStanza Under(string uri, string version = Lab.Version) => FakeVault.Wrap(Lab.KeyBytes(), uri, version);

    [Theory]
    [InlineData(ForeignVault)]
    [InlineData(OtherTenant)]
    [InlineData("https://kms.example/testkv.vault.azure.net/keys/testkey")]
    [InlineData("https://testkv.vault.azure.net/keys/testkey2")]
    public void A_key_that_is_not_allowed_never_reaches_the_vault(string uri)
    {
        var vault = new FakeVault();
        using var key = Lab.Key();
        var record = KeyRecord.Create(key, "ws", Under(uri)).Expect();

        Assert.Equal(new OpenRefusal(OpenRefusalKind.KeyNotAllowed), Lab.Open(Sealed(Under(uri)), vault).AsT1);
        Assert.Equal(new OpenRefusal(OpenRefusalKind.KeyNotAllowed), record.RecoverKey(Lab.Allowed, vault).AsT1);
        Assert.Empty(vault.Asked);
    }

    [Fact]
    public void A_key_that_is_allowed_is_found_behind_others_that_are_not()
    {
        var vault = new FakeVault();
        var envelope = Sealed(Under(ForeignVault), Under(OtherTenant), Under(Lab.KeyUri));

        Assert.Equal([1, 2, 3], Lab.Open(envelope, vault).Expect());
        Assert.Equal(Lab.KeyUri, Assert.Single(vault.Asked).KeyUri);
    }

    [Fact]
    public void An_allowed_key_may_be_written_in_any_form()
    {
        var allowed = AllowedKeys.Of("HTTPS://TestKV.vault.azure.net/keys/TESTKEY/" + Lab.Version);
        Assert.Equal([1, 2, 3], Lab.Open(Sealed(Under(Lab.KeyUri)), new FakeVault(), allowed).Expect());
    }

    [Fact]
    public void The_vault_is_asked_at_most_twice()
    {
        var vault = new FakeVault { Answer = _ => UnwrapOutcome.Failed };
        var stanzas = Enumerable.Range(0, 16).Select(number => Under(Lab.KeyUri, $"{number}")).ToArray();

        Assert.Equal(default, Lab.Open(Sealed(stanzas), vault).AsT1);
        Assert.Equal(["0", "1"], vault.Asked.Select(stanza => stanza.KeyVersion));
    }

    [Fact]
    public void An_unwrapping_that_fails_looks_exactly_like_a_mac_that_fails()
    {
        var envelope = Sealed(Under(Lab.KeyUri));
        var unwrapFails = Lab.Open(envelope.With(bytes => bytes[28 + 1 + 7 + 43 + 32 + 5] ^= 1), new FakeVault()).AsT1;
        var macFails = Lab.Open(
            envelope.With(bytes => bytes[Envelope.DescribeWrapping(bytes).Expect().Length - 1] ^= 1), new FakeVault()).AsT1;
        var otherKey = Lab.Open(Sealed(FakeVault.Wrap(Lab.KeyBytes(2))), new FakeVault()).AsT1;
        var bodyFails = Lab.Open(envelope.With(bytes => bytes[^1] ^= 1), new FakeVault()).AsT1;
        var context = Lab.Open(envelope, new FakeVault(), context: EncryptionContext.Empty).AsT1;

        Assert.All([macFails, otherKey, bodyFails, context], refusal =>
        {
            Assert.Equal(unwrapFails, refusal);
            Assert.Equal(unwrapFails.ToString(), refusal.ToString());
        });
        Assert.Equal(OpenRefusalKind.Authentication, unwrapFails.Kind);
        Assert.Null(unwrapFails.Fault);
    }

    [Theory]
    [InlineData(UnwrapOutcome.Denied, UnwrapOutcome.Denied, OpenRefusalKind.KeyDenied)]
    [InlineData(UnwrapOutcome.Unreachable, UnwrapOutcome.Unreachable, OpenRefusalKind.KeyUnavailable)]
    [InlineData(UnwrapOutcome.Denied, UnwrapOutcome.Unreachable, OpenRefusalKind.KeyUnavailable)]
    [InlineData(UnwrapOutcome.Unreachable, UnwrapOutcome.Denied, OpenRefusalKind.KeyUnavailable)]
    [InlineData(UnwrapOutcome.Failed, UnwrapOutcome.Denied, OpenRefusalKind.Authentication)]
    [InlineData(UnwrapOutcome.Denied, UnwrapOutcome.Failed, OpenRefusalKind.Authentication)]
    [InlineData(UnwrapOutcome.Unreachable, UnwrapOutcome.Failed, OpenRefusalKind.Authentication)]
    [InlineData((UnwrapOutcome)99, UnwrapOutcome.Unreachable, OpenRefusalKind.Authentication)]
    public void Only_the_vaults_own_words_differ(UnwrapOutcome first, UnwrapOutcome second, OpenRefusalKind expected)
    {
        var vault = new FakeVault { Answer = stanza => stanza.KeyVersion == "1" ? first : second };
        Assert.Equal(
            new OpenRefusal(expected), Lab.Open(Sealed(Under(Lab.KeyUri, "1"), Under(Lab.KeyUri, "2")), vault).AsT1);
    }

    [Fact]
    public void A_second_stanza_opens_when_the_first_does_not()
    {
        var vault = new FakeVault { Answer = stanza => stanza.KeyVersion == "1" ? UnwrapOutcome.Denied : null };
        Assert.Equal(
            [1, 2, 3], Lab.Open(Sealed(Under(Lab.KeyUri, "1"), Under(Lab.KeyUri, "2")), vault).Expect());
    }

    [Fact]
    public void What_a_failed_unwrapping_left_is_not_there_for_the_next()
    {
        var seen = new List<byte[]>();
        var vault = new Leaving((stanza, dataKey) =>
        {
            seen.Add(dataKey.ToArray());
            dataKey.Fill(7);
            return UnwrapOutcome.Failed;
        });
        var envelope = Sealed(Under(Lab.KeyUri, "1"), Under(Lab.KeyUri, "2"));

        Assert.True(Envelope.RecoverKey(envelope, Lab.Allowed, vault, Lab.Now).IsT1);
        Assert.All(seen, bytes => Assert.Equal(new byte[32], bytes));
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void What_the_vault_throws_passes_through()
    {
        var vault = new Leaving((_, _) => throw new TimeoutException());
        Assert.Throws<TimeoutException>(
            () => Envelope.RecoverKey(Sealed(Under(Lab.KeyUri)), Lab.Allowed, vault, Lab.Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_data_key_of_another_length_is_refused(int length)
    {
        Assert.Throws<ArgumentException>(() => new DataKey(Lab.Bytes(1, length), Lab.IdOf(1), Lab.Now));
        Assert.Equal(
            KeyStanzaFault.WithAWrappedKeyOfTheWrongLength,
            KeyStanza.Create(KeyWrapAlgorithm.A256KW, Lab.KeyUri, "1", new byte[length + 8]).AsT1.Kind);
    }

    private delegate UnwrapOutcome Unwrapping(KeyStanza stanza, Span<byte> dataKey);

    private sealed class Leaving(Unwrapping unwrap) : IDataKeyUnwrapper
    {
        public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey) => unwrap(stanza, dataKey);
    }

    [Fact]
    public void A_port_that_forgets_the_key_opens_nothing_under_the_zero_key()
    {
        using var zero = new DataKey(new byte[Cobblestone256.KeyLength], Lab.IdOf(1), Lab.Now);
        var envelope = Lab.Seal(EnvelopeKey.Attached(zero, FakeVault.Wrap(Lab.KeyBytes())).Expect(), [1, 2, 3]);

        var forgetful = new FakeVault { Answer = _ => UnwrapOutcome.Unwrapped };
        Assert.Equal(default, Lab.Open(envelope, forgetful).AsT1);
    }
}
