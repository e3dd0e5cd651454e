using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class AesKeyWrapTests
{
    // Of 165 cases 68 have a key of 256 bits. The one `acceptable` among them, a secret of 8 bytes, is refused here.
    [VectorFact(KeyWrapVector.WycheproofWrap)]
    public void The_68_applicable_cases_of_wycheproof_end_as_published()
    {
        var vectors = KeyWrapVector.ReadWycheproof(KeyWrapVector.WycheproofWrap);
        Assert.Equal(68, vectors.Count);
        Assert.Equal(13, vectors.Count(vector => vector.Secret is { Length: >= 16 }));
        Assert.All(vectors, AssertUnwraps);
        Assert.All(vectors.Where(vector => vector.Secret is { Length: >= 16 }), AssertWraps);
    }

    [VectorFact(KeyWrapVector.NistWrap, KeyWrapVector.NistUnwrap)]
    public void The_1000_cases_of_nist_end_as_published()
    {
        var wrap = KeyWrapVector.ReadNist(KeyWrapVector.NistWrap);
        var unwrap = KeyWrapVector.ReadNist(KeyWrapVector.NistUnwrap);
        Assert.Equal((500, 500), (wrap.Count, unwrap.Count));
        Assert.Equal(100, unwrap.Count(vector => vector.Secret is null));
        Assert.All(wrap, AssertWraps);
        Assert.All(unwrap, AssertUnwraps);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(33)]
    [InlineData(4104)]
    public void A_secret_of_an_impossible_length_is_the_callers_mistake(int length)
    {
        using var wrap = new AesKeyWrap(Lab.KeyBytes());
        Assert.Throws<ArgumentException>(() => wrap.Wrap(new byte[length], new byte[length + 8]));
    }

    [Fact]
    public void Wrong_lengths_of_key_and_destination_are_the_callers_mistake()
    {
        Assert.Throws<ArgumentException>(() => new AesKeyWrap(new byte[16]));
        using var wrap = new AesKeyWrap(Lab.KeyBytes());
        Assert.Throws<ArgumentException>(() => wrap.Wrap(new byte[32], new byte[41]));
        Assert.Throws<ArgumentException>(() => wrap.TryUnwrap(new byte[40], new byte[33]));
    }

    [Fact]
    public void What_was_changed_does_not_unwrap_and_leaves_nothing_behind()
    {
        using var wrap = new AesKeyWrap(Lab.KeyBytes());
        var wrapped = new byte[40];
        wrap.Wrap(Lab.KeyBytes(2), wrapped);
        for (var bit = 0; bit < wrapped.Length * 8; bit++)
        {
            var secret = Lab.Bytes(3, 32);
            Assert.False(wrap.TryUnwrap(wrapped.With(bytes => bytes[bit / 8] ^= (byte)(1 << (bit % 8))), secret));
            Assert.Equal(new byte[32], secret);
        }

        foreach (var length in Enumerable.Range(0, wrapped.Length))
        {
            var secret = Lab.Bytes(3, Math.Max(length - 8, 0));
            Assert.False(wrap.TryUnwrap(wrapped.AsSpan(0, length), secret));
            Assert.Equal(new byte[secret.Length], secret);
        }
    }

    [Fact]
    public void A_secret_is_wrapped_and_unwrapped_in_its_place()
    {
        using var wrap = new AesKeyWrap(Lab.KeyBytes());
        var buffer = new byte[40];
        Lab.KeyBytes(2).CopyTo(buffer, 0);
        wrap.Wrap(buffer.AsSpan(0, 32), buffer);
        Assert.True(wrap.TryUnwrap(buffer, buffer.AsSpan(0, 32)));
        Assert.Equal(Lab.KeyBytes(2), buffer[..32]);
    }

    // Asked for its key after disposal, the platform makes a random one and says nothing.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_erased_key_neither_wraps_nor_unwraps(bool used)
    {
        var wrap = new AesKeyWrap(Lab.KeyBytes());
        var wrapped = new byte[40];
        if (used)
        {
            wrap.Wrap(Lab.KeyBytes(2), wrapped);
        }

        wrap.Dispose();

        Assert.Throws<ObjectDisposedException>(() => wrap.Wrap(Lab.KeyBytes(2), wrapped));
        Assert.Throws<ObjectDisposedException>(() => wrap.TryUnwrap(wrapped, new byte[32]));
    }

    private static void AssertWraps(KeyWrapVector vector)
    {
        using var wrap = new AesKeyWrap(vector.Key);
        var wrapped = new byte[vector.Secret!.Length + AesKeyWrap.Overhead];
        wrap.Wrap(vector.Secret, wrapped);
        Assert.Equal(vector.Wrapped, wrapped);
        AssertUnwraps(vector);
    }

    private static void AssertUnwraps(KeyWrapVector vector)
    {
        using var wrap = new AesKeyWrap(vector.Key);
        var secret = new byte[Math.Max(vector.Wrapped.Length - AesKeyWrap.Overhead, 0)];
        var expected = vector.Secret is { Length: >= 16 } known ? known : null;
        Assert.Equal(expected is not null, wrap.TryUnwrap(vector.Wrapped, secret));
        Assert.Equal(expected ?? new byte[secret.Length], secret);
    }
}
