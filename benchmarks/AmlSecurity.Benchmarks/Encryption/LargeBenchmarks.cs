using System.Security.Cryptography;
using AmlSecurity.Benchmarks.Encryption.Peers;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>Seals and opens large plaintexts: as a stream, on two threads, and beside the same chunks without envelope.</summary>
[MemoryDiagnoser]
public class LargeBenchmarks
{
    private const int Piece = 1024 * 1024;

    private readonly Sample _sample = new(1);
    private readonly SaltSource _salts = SaltSource.OfSystem();
    private readonly AesGcm _cipher = new(new byte[32], Cobblestone256.TagLength);
    private byte[] _plaintext = [];
    private byte[] _output = [];
    private byte[] _envelope = [];
    private byte[] _opened = [];
    private BouncyCastlePeer _bouncyCastle = null!;
    private IPeer _nsec = null!;

    [Params(1, 64)]
    public int Mebibytes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _plaintext = Sample.Plaintext(Mebibytes * Piece);
        _envelope = _sample.Seal(_plaintext);
        _output = new byte[_envelope.Length];
        _opened = new byte[_plaintext.Length];
        _bouncyCastle = new BouncyCastlePeer(_plaintext.Length);
        _nsec = NSecPeer.Or(new RawAesGcm(isReused: true, _plaintext.Length), _plaintext.Length);
        if (Stream() != _envelope.Length || OpenOnTwoThreads() != _plaintext.Length
            || !_opened.AsSpan().SequenceEqual(_plaintext))
        {
            throw new InvalidOperationException("the envelope does not open to its plaintext");
        }
    }

    /// <summary>The same bytes in calls of 16 KiB, without envelope: the floor of one thread.</summary>
    [Benchmark(Baseline = true)]
    public void RawChunks()
    {
        Span<byte> nonce = stackalloc byte[12];
        var rest = _output.AsSpan();
        for (var at = 0; at < _plaintext.Length; at += Cobblestone256.ChunkLength)
        {
            BitConverter.TryWriteBytes(nonce, at);
            _cipher.Encrypt(
                nonce,
                _plaintext.AsSpan(at, Cobblestone256.ChunkLength),
                rest[..Cobblestone256.ChunkLength],
                rest[Cobblestone256.ChunkLength..Cobblestone256.SealedChunkLength]);
            rest = rest[Cobblestone256.SealedChunkLength..];
        }
    }

    [Benchmark]
    public int Stream()
    {
        using var writer = Envelope.BeginSeal(_sample.Key, _sample.Context, NextSalt(), Sample.Now).Expect();
        var written = 0;
        for (var at = 0; at < _plaintext.Length; at += Piece)
        {
            written += writer.Update(_plaintext.AsSpan(at, Piece), _output.AsSpan(written)).AsT0;
        }

        return written + writer.Finish(_output.AsSpan(written));
    }

    [Benchmark]
    public int OneThread() => SealOn(1);

    [Benchmark]
    public int TwoThreads() => SealOn(2);

    [Benchmark]
    public int OpenOnOneThread() => OpenOn(1);

    [Benchmark]
    public int OpenOnTwoThreads() => OpenOn(2);

    [Benchmark]
    public object BouncyCastle() => _bouncyCastle.Seal(_plaintext);

    [Benchmark]
    public object NSec() => _nsec.Seal(_plaintext);

    private int SealOn(int degree) => Envelope.SealInParallel(
        _sample.Key, _sample.Context, NextSalt(), _plaintext, Sample.Now, _output, degree).AsT0;

    private int OpenOn(int degree) => Envelope.OpenInParallel(
        _envelope, _sample.Context, _sample.Key.DataKey, _opened, degree).AsT0;

    private byte[] NextSalt()
    {
        var salt = new byte[Cobblestone256.SaltLength];
        _salts.Next(salt);
        return salt;
    }
}
