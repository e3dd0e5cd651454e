using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>Wraps data keys anew, the vault left out: unwrapped before or not, attached or in a key record.</summary>
[MemoryDiagnoser]
public class RewrapBenchmarks
{
    private const int Headers = 256;

    private readonly AesKeyWrap _wrap = new(new byte[Cobblestone256.KeyLength]);
    private readonly byte[] _secret = new byte[Cobblestone256.KeyLength];
    private readonly byte[] _wrapped = new byte[Cobblestone256.KeyLength + AesKeyWrap.Overhead];
    private readonly EnvelopeSealer _sealer = FreeVault.NewSealer(capacity: 16);
    private readonly byte[][] _headers = new byte[Headers][];
    private byte[] _current = [];
    private KeyRecord _record = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        for (var at = 0; at < Headers; at++)
        {
            using var writer = FreeVault.NewSealer(capacity: 1);
            var envelope = writer.SealAsync(new byte[64], new Sample(1).Context, default).Result().Expect();
            _headers[at] = envelope[..Envelope.DescribeWrapping(envelope).Expect().Length];
        }

        _record = _sealer.CreateKeyRecordAsync("scope", default).Result().Expect();
        var rewrapped = _sealer.RewrapAsync(_headers[0], FreeVault.NewRing, default).Result().Expect();
        _current = rewrapped.Header.ToArray();
        if (!rewrapped.IsChanged || Current().IsChanged || !Unseen().IsChanged || !Record().IsChanged)
        {
            throw new InvalidOperationException("what should change does not, or the other way round");
        }
    }

    /// <summary>What a local vault adds at the least: one wrap and one unwrap to prove it.</summary>
    [Benchmark(Baseline = true)]
    public bool WrapAndUnwrap()
    {
        _wrap.Wrap(_secret, _wrapped);
        return _wrap.TryUnwrap(_wrapped, _secret);
    }

    [Benchmark]
    public RewrappedHeader Seen() => _sealer.RewrapAsync(_headers[0], FreeVault.NewRing, default).Result().AsT0;

    [Benchmark]
    public RewrappedHeader Unseen() =>
        _sealer.RewrapAsync(_headers[++_next % Headers], FreeVault.NewRing, default).Result().AsT0;

    [Benchmark]
    public RewrappedRecord Record() => _sealer.RewrapAsync(_record, FreeVault.NewRing, default).Result().AsT0;

    [Benchmark]
    public RewrappedHeader Current() => _sealer.RewrapAsync(_current, FreeVault.NewRing, default).Result().AsT0;
}
