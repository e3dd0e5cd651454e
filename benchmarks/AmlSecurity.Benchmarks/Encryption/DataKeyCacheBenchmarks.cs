using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>Opens 64 bytes through a sealer that keeps many data keys, the vault left out.</summary>
[MemoryDiagnoser]
public class DataKeyCacheBenchmarks
{
    private const int Unseen = 1000;

    private readonly Sample _sample = new(1);
    private readonly byte[] _opened = new byte[64];
    private EnvelopeSealer _sealer = null!;
    private EnvelopeSealer _small = null!;
    private byte[][] _envelopes = [];
    private DataKey[] _keys = [];
    private int _next;

    [Params(1, 10_000)]
    public int Keys { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _sealer = FreeVault.NewSealer(capacity: 10_000);
        _small = FreeVault.NewSealer(capacity: 1);
        _envelopes = new byte[Math.Max(Keys, Unseen)][];
        for (var at = 0; at < _envelopes.Length; at++)
        {
            using var writer = FreeVault.NewSealer(capacity: 1);
            _envelopes[at] = writer.SealAsync(_opened, _sample.Context, default).Result().Expect();
        }

        // The same keys as handles of the caller's own: what opening costs without a sealer.
        _keys = [.. _envelopes.Take(Keys).Select(KeyOf)];
        for (var at = 0; at < Keys; at++)
        {
            if (Core(at) != 64 || CacheHit(at) != 64)
            {
                throw new InvalidOperationException("an envelope does not open");
            }
        }

        if (_sealer.CachedKeys != Keys || NewHeader() != 64)
        {
            throw new InvalidOperationException("the cache does not hold what it should");
        }
    }

    [Benchmark(Baseline = true)]
    public int Core() => Core(Next(Keys));

    [Benchmark]
    public int CacheHit() => CacheHit(Next(Keys));

    /// <summary>Never in the cache of one key, so that header, MAC and handle are worked out each time.</summary>
    [Benchmark]
    public int NewHeader() =>
        _small.OpenAsync(_envelopes[Next(Unseen)], _sample.Context, _opened.AsMemory(), default).Result().AsT0;

    [Benchmark]
    public Moment? NextDeadline() => _sealer.NextDeadline;

    [Benchmark]
    public bool RefreshNothingDue()
    {
        var task = _sealer.RefreshDueAsync();
        return task.IsCompletedSuccessfully;
    }

    private int Core(int at) => Envelope.Open(_envelopes[at], _sample.Context, _keys[at], _opened).AsT0;

    private int CacheHit(int at) =>
        _sealer.OpenAsync(_envelopes[at], _sample.Context, _opened.AsMemory(), default).Result().AsT0;

    // Far apart in memory from one call to the next, as the keys of a service are.
    private int Next(int count) => (_next = (_next + 7919) % 1_000_000_007) % count;

    private static DataKey KeyOf(byte[] envelope)
    {
        var header = Envelope.DescribeWrapping(envelope).Expect();
        return new DataKey(
            header.Stanzas[0].WrappedKey.AsSpan()[..Cobblestone256.KeyLength], header.DataKeyId, NodaConstants.UnixEpoch);
    }
}
