using System.Reflection;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Secrets;

public sealed class EcdsaVerifierTests : IDisposable
{
    private const DSASignatureFormat Format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation;
    private static readonly byte[] Data = [1, 2, 3];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly EcdsaVerifier _verifier;
    private readonly ECDsa?[] _pool;

    public EcdsaVerifierTests()
    {
        _verifier = new EcdsaVerifier(_key.ExportParameters(includePrivateParameters: false));
        _pool = (ECDsa?[])typeof(EcdsaVerifier)
            .GetField("_pool", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(_verifier)!;
    }

    public void Dispose()
    {
        _verifier.Dispose();
        _key.Dispose();
    }

    [Fact]
    public void A_signature_is_taken_and_one_of_other_bytes_or_another_key_is_not()
    {
        var signature = Sign(_key);
        Assert.True(_verifier.Verify(Data, signature, Format));
        Assert.False(_verifier.Verify([1, 2, 4], signature, Format));
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(_verifier.Verify(Data, Sign(another), Format));
    }

    [Fact]
    public void A_platform_key_is_made_once_and_used_again()
    {
        Assert.True(_verifier.Verify(Data, Sign(_key), Format));
        var kept = _pool[0];
        Assert.NotNull(kept);
        Assert.True(_verifier.Verify(Data, Sign(_key), Format));
        Assert.Same(kept, _pool[0]);
        Assert.All(_pool[1..], Assert.Null);
    }

    [Fact]
    public void A_key_behind_an_empty_place_is_used_and_moves_into_it()
    {
        Assert.True(_verifier.Verify(Data, Sign(_key), Format));
        (_pool[0], _pool[3]) = (null, _pool[0]);
        var kept = _pool[3];
        Assert.True(_verifier.Verify(Data, Sign(_key), Format));
        Assert.Same(kept, _pool[0]);
        Assert.Null(_pool[3]);
    }

    [Fact]
    public void A_key_that_finds_no_place_is_disposed_of()
    {
        var keys = Enumerable.Range(0, _pool.Length + 1).Select(_ => ECDsa.Create(_key.ExportParameters(false))).ToList();
        var put = typeof(EcdsaVerifier).GetMethod("Return", BindingFlags.NonPublic | BindingFlags.Instance)!;
        keys.ForEach(key => put.Invoke(_verifier, [key]));
        Assert.Equal(keys[..^1], _pool);
        Assert.All(keys[..^1], key => Assert.False(IsDisposed(key)));
        Assert.True(IsDisposed(keys[^1]));
    }

    [Fact]
    public void Whoever_disposes_of_it_disposes_of_every_key()
    {
        for (var place = 0; place < _pool.Length; place++)
        {
            _pool[place] = ECDsa.Create(_key.ExportParameters(false));
        }

        var keys = _pool.ToList();
        _verifier.Dispose();
        Assert.All(keys, key => Assert.True(IsDisposed(key!)));
        Assert.All(_pool, Assert.Null);
    }

    private static byte[] Sign(ECDsa key) => key.SignData(Data, HashAlgorithmName.SHA256, Format);

    private static bool IsDisposed(ECDsa key) =>
        Record.Exception(() => key.VerifyData(Data, new byte[64], HashAlgorithmName.SHA256, Format)) is ObjectDisposedException;
}
