using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class RsaOaep256Tests : IDisposable
{
    private readonly RSA _key = RsaKeys.Copy(0);

    [Fact]
    public void A_data_key_comes_back()
    {
        var dataKey = new byte[32];

        Assert.True(RsaOaep256.TryUnwrap(_key, RsaOaep256.Wrap(_key, Lab.KeyBytes()), dataKey));
        Assert.Equal(Lab.KeyBytes(), dataKey);
    }

    [Fact]
    public void What_was_changed_or_cut_or_padded_otherwise_does_not_unwrap_and_leaves_nothing_behind()
    {
        var wrapped = RsaOaep256.Wrap(_key, Lab.KeyBytes());
        byte[][] bad =
        [
            wrapped.With(bytes => bytes[^1] ^= 1),
            wrapped.With(bytes => bytes[0] = 0xFF),
            wrapped[..^1],
            [0, .. wrapped],
            [],
            _key.Encrypt(Lab.KeyBytes(), RSAEncryptionPadding.Pkcs1),
            _key.Encrypt(Lab.KeyBytes(), RSAEncryptionPadding.OaepSHA1),
            _key.Encrypt(Lab.Bytes(1, 31), RSAEncryptionPadding.OaepSHA256),
            _key.Encrypt(Lab.Bytes(1, 33), RSAEncryptionPadding.OaepSHA256),
        ];

        Assert.All(bad, given =>
        {
            var dataKey = Lab.KeyBytes(2);
            Assert.False(RsaOaep256.TryUnwrap(_key, given, dataKey));
            Assert.Equal(new byte[32], dataKey);
        });
    }

    [Fact]
    public void A_public_key_and_another_key_unwrap_nothing()
    {
        using var other = RsaKeys.Copy(1);
        using var publicOnly = RSA.Create(_key.ExportParameters(includePrivateParameters: false));
        var wrapped = RsaOaep256.Wrap(publicOnly, Lab.KeyBytes());

        Assert.False(RsaOaep256.TryUnwrap(other, wrapped, new byte[32]));
        Assert.False(RsaOaep256.TryUnwrap(publicOnly, wrapped, new byte[32]));
        Assert.True(RsaOaep256.TryUnwrap(_key, wrapped, new byte[32]));
    }

    [Fact]
    public void Lengths_that_nothing_has_are_the_callers_mistake()
    {
        using var small = RsaKeys.CopyShort();

        Assert.Throws<ArgumentException>(() => RsaOaep256.Wrap(_key, new byte[31]));
        Assert.Throws<ArgumentException>(() => RsaOaep256.Wrap(small, new byte[32]));
        Assert.Throws<ArgumentException>(() => RsaOaep256.TryUnwrap(_key, new byte[256], new byte[16]));
    }

    public void Dispose() => _key.Dispose();
}
