using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;
using BenchmarkDotNet.Attributes;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>Wraps and unwraps a data key of 32 bytes.</summary>
[MemoryDiagnoser]
public class KeyWrapBenchmarks
{
    private readonly AesKeyWrap _wrap = new(new byte[32]);
    private readonly Aes _platform = Aes.Create();
    private readonly AesWrapEngine _wrapper = new();
    private readonly AesWrapEngine _unwrapper = new();
    private readonly byte[] _secret = new byte[32];
    private readonly byte[] _wrapped = new byte[32 + AesKeyWrap.Overhead];
    private byte[] _padded = [];

    [GlobalSetup]
    public void Setup()
    {
        _platform.Key = new byte[32];
        _padded = _platform.EncryptKeyWrapPadded(_secret);
        _wrap.Wrap(_secret, _wrapped);
        _wrapper.Init(true, new KeyParameter(new byte[32]));
        _unwrapper.Init(false, new KeyParameter(new byte[32]));
        if (!BouncyCastleWrap().AsSpan().SequenceEqual(_wrapped))
        {
            throw new InvalidOperationException("the two implementations of RFC 3394 differ");
        }
    }

    [Benchmark(Baseline = true)]
    public void Wrap() => _wrap.Wrap(_secret, _wrapped);

    [Benchmark]
    public bool Unwrap() => _wrap.TryUnwrap(_wrapped, _secret);

    [Benchmark]
    public byte[] PlatformWrapPadded() => _platform.EncryptKeyWrapPadded(_secret);

    [Benchmark]
    public byte[] PlatformUnwrapPadded() => _platform.DecryptKeyWrapPadded(_padded);

    [Benchmark]
    public byte[] BouncyCastleWrap() => _wrapper.Wrap(_secret, 0, _secret.Length);

    [Benchmark]
    public byte[] BouncyCastleUnwrap() => _unwrapper.Unwrap(_wrapped, 0, _wrapped.Length);
}
