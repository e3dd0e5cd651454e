using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class AesKeyWrapPaddedTests
{
    // Of 254 cases 94 have a key of 256 bits.
    [VectorFact(KeyWrapVector.WycheproofPadded)]
    public void The_94_applicable_cases_of_wycheproof_end_as_published()
    {
        var vectors = KeyWrapVector.ReadWycheproof(KeyWrapVector.WycheproofPadded);
        Assert.Equal(94, vectors.Count);
        Assert.Equal(25, vectors.Count(vector => vector.Secret is not null));
        Assert.All(vectors, vector =>
        {
            Assert.Equal(
                vector.Secret is not null, AesKeyWrapPadded.TryUnwrap(vector.Key, vector.Wrapped, out var secret));
            Assert.Equal(vector.Secret ?? [], secret);
            if (vector.Secret is not null)
            {
                Assert.Equal(vector.Wrapped, AesKeyWrapPadded.Wrap(vector.Key, vector.Secret));
            }
        });
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4096, true)]
    [InlineData(0, false)]
    [InlineData(4097, false)]
    public void A_secret_has_1_to_4096_bytes(int length, bool isPossible)
    {
        var key = Lab.KeyBytes();
        if (isPossible)
        {
            Assert.True(AesKeyWrapPadded.TryUnwrap(key, AesKeyWrapPadded.Wrap(key, Lab.Bytes(2, length)), out var secret));
            Assert.Equal(Lab.Bytes(2, length), secret);
        }
        else
        {
            Assert.Throws<ArgumentException>(() => AesKeyWrapPadded.Wrap(key, new byte[length]));
        }
    }

    [Fact]
    public void A_longer_secret_that_another_program_wrapped_is_refused()
    {
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = Lab.KeyBytes();

        Assert.False(AesKeyWrapPadded.TryUnwrap(aes.Key, aes.EncryptKeyWrapPadded(new byte[4097]), out var secret));
        Assert.Empty(secret);
    }

    [Fact]
    public void A_key_of_another_length_is_the_callers_mistake()
    {
        Assert.Throws<ArgumentException>(() => AesKeyWrapPadded.Wrap(new byte[16], new byte[8]));
        Assert.Throws<ArgumentException>(() => AesKeyWrapPadded.TryUnwrap(new byte[16], new byte[16], out _));
    }
}
