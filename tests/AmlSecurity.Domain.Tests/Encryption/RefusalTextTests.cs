using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What a person reads of an envelope or a message that does not open.</summary>
public sealed class RefusalTextTests
{
    [Theory]
    [InlineData(OpenRefusalKind.Authentication, "the envelope is not authentic for this key and context")]
    [InlineData(OpenRefusalKind.KeyNotAllowed, "the envelope names no key that is allowed here")]
    [InlineData(OpenRefusalKind.KeyDenied, "the vault refused the key")]
    [InlineData(OpenRefusalKind.KeyUnavailable, "the vault could not be reached")]
    [InlineData(OpenRefusalKind.KeyErased, "the data key has been erased")]
    [InlineData(
        OpenRefusalKind.WrapNotVerified, "the vault wrapped the data key into something that it does not unwrap")]
    [InlineData(OpenRefusalKind.RecoveryClosed, "the recovery of the compromised key is not open")]
    public void Of_an_envelope(OpenRefusalKind kind, string text) => Assert.Equal(text, new OpenRefusal(kind).ToString());

    [Fact]
    public void Of_an_envelope_whose_form_is_wrong_it_says_what_is_wrong()
    {
        var fault = Lab.Open([], new FakeVault(), context: Lab.Context).AsT1;

        Assert.Equal(OpenRefusalKind.Malformed, fault.Kind);
        Assert.Equal($"the envelope is malformed: {fault.Fault}", fault.ToString());
    }

    [Theory]
    [InlineData(CmsRefusalKind.NotAuthentic, "the message is not authentic for this key and context")]
    [InlineData(CmsRefusalKind.Malformed, "the message is malformed at mac")]
    [InlineData(CmsRefusalKind.TooLarge, "the message is too large at mac")]
    [InlineData(CmsRefusalKind.TrailingBytes, "bytes follow the message")]
    [InlineData(CmsRefusalKind.UnsupportedContent, "the message holds another type of content at mac")]
    [InlineData(CmsRefusalKind.UnsupportedAlgorithm, "the message is made with another algorithm at mac")]
    [InlineData(CmsRefusalKind.UnsupportedNonce, "the nonce has not 12 bytes")]
    [InlineData(CmsRefusalKind.ShortTag, "the tag has fewer than 16 bytes")]
    [InlineData(CmsRefusalKind.NoRecipient, "the message is for nobody whose key was given")]
    [InlineData(
        CmsRefusalKind.SeveralRecipients, "more than one recipient of the message fits the keys that were given")]
    public void Of_a_message(CmsRefusalKind kind, string text) =>
        Assert.Equal(text, new CmsRefusal(kind, "mac").ToString());
}
