using System.Security.Cryptography;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>Reads 1 KiB somewhere in an envelope of 64 MiB, beside the decryption of one chunk.</summary>
[MemoryDiagnoser]
public class RangeBenchmarks
{
    private const int BlobLength = 64 * 1024 * 1024;
    private const int RangeLength = 1024;

    private readonly Sample _sample = new(1);
    private readonly byte[] _range = new byte[RangeLength];
    private readonly long[] _offsets = new long[4096];
    private readonly AesGcm _cipher = new(new byte[32], Cobblestone256.TagLength);
    private readonly byte[] _nonce = new byte[12];
    private readonly byte[] _tag = new byte[Cobblestone256.TagLength];
    private readonly byte[] _opened = new byte[Cobblestone256.ChunkLength];
    private byte[] _chunks = [];
    private byte[] _envelope = [];
    private Cobblestone256RandomAccess _access = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        _envelope = _sample.Seal(Sample.Plaintext(BlobLength));
        _access = Envelope.OpenRandomAccess(Fetch, _envelope.Length, _sample.Context, _sample.Key.DataKey).Expect();

        // The same chunk over and over, so that one tag fits all: where it lies is what costs.
        _chunks = new byte[BlobLength];
        var first = _chunks.AsSpan(0, Cobblestone256.ChunkLength);
        _cipher.Encrypt(_nonce, _opened, first, _tag);
        for (var at = first.Length; at < BlobLength; at += first.Length)
        {
            first.CopyTo(_chunks.AsSpan(at));
        }

        var random = new Random(1);
        for (var at = 0; at < _offsets.Length; at++)
        {
            _offsets[at] = random.NextInt64(BlobLength - RangeLength + 1);
        }
    }

    /// <summary>One chunk of as many bytes, somewhere in them, by the platform alone.</summary>
    [Benchmark(Baseline = true)]
    public void OneChunk() => Decrypt((int)(NextOffset() / Cobblestone256.ChunkLength) * Cobblestone256.ChunkLength);

    /// <summary>The same chunk each time, so that it waits in the cache of the processor.</summary>
    [Benchmark]
    public void OneCachedChunk() => Decrypt(0);

    /// <summary>Of an open blob. One range in sixteen spans two chunks.</summary>
    [Benchmark]
    public bool Read() => _access.TryRead(NextOffset(), _range) ? true : throw new CryptographicException();

    /// <summary>With header and commitment checked anew for each range.</summary>
    [Benchmark]
    public int OpenAndRead() => Envelope.OpenRange(
        Fetch, _envelope.Length, _sample.Context, _sample.Key.DataKey, NextOffset(), _range).AsT0;

    private void Decrypt(int offset) => _cipher.Decrypt(
        _nonce, _chunks.AsSpan(offset, Cobblestone256.ChunkLength), _tag, _opened);

    private long NextOffset() => _offsets[_next++ & 4095];

    private bool Fetch(long offset, Span<byte> destination) =>
        _envelope.AsSpan((int)offset, destination.Length).TryCopyTo(destination);
}
