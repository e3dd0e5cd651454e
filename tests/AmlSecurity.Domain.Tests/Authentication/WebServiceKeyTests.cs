using System.Text;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class WebServiceKeyTests
{
    [Fact]
    [Trait("Rule", "AUTHN-09")]
    public void A_key_is_256_random_bits_as_text_and_what_is_kept_is_its_SHA_256()
    {
        using var key = WebServiceKey.Generate(new SystemRandomSource());
        Assert.True(key.TryLease(out var lease));
        using (lease)
        {
            Assert.Equal(WebServiceKey.Length, lease.Bytes.Length);
            Assert.Matches("^[A-Za-z0-9_-]{43}$", Encoding.ASCII.GetString(lease.Bytes));
            Assert.Equal(key.Digest, WebServiceKeyDigest.Of(lease.Bytes));
        }

        using var other = WebServiceKey.Generate(new SystemRandomSource());
        Assert.NotEqual(key.Digest, other.Digest);
    }

    [Fact]
    public void A_digest_is_that_of_FIPS_180_and_survives_being_stored()
    {
        var digest = WebServiceKeyDigest.Of("abc"u8);
        Span<byte> stored = stackalloc byte[32];
        digest.WriteTo(stored);

        // FIPS 180-2, appendix B.1.
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Convert.ToHexStringLower(stored));
        Assert.Equal(digest, WebServiceKeyDigest.FromStored(stored));
        Assert.Equal(digest.GetHashCode(), WebServiceKeyDigest.FromStored(stored).GetHashCode());
        Assert.Throws<ArgumentException>(() => WebServiceKeyDigest.FromStored(new byte[31]));
    }

    [Fact]
    public void Digests_differ_if_they_differ_in_any_bit()
    {
        var stored = new byte[32];
        WebServiceKeyDigest.Of("abc"u8).WriteTo(stored);
        for (var bit = 0; bit < 256; bit++)
        {
            var other = stored.ToArray();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(WebServiceKeyDigest.FromStored(stored), WebServiceKeyDigest.FromStored(other));
        }

        Assert.False(WebServiceKeyDigest.FromStored(stored).Equals(null));
    }

    [Fact]
    public void Neither_key_nor_digest_tells_anything_as_text()
    {
        using var key = WebServiceKey.Generate(new SystemRandomSource());
        Assert.Equal(typeof(WebServiceKey).FullName, key.ToString());
        Assert.Equal("digest of a key", key.Digest.ToString());
        Assert.Equal("Key { Digest = digest of a key }", new WebServiceCredential.Key(key.Digest).ToString());
    }

    [Fact]
    public void An_erased_key_is_gone()
    {
        var key = WebServiceKey.Generate(new SystemRandomSource());
        key.Dispose();

        Assert.False(key.TryLease(out _));
    }
}
