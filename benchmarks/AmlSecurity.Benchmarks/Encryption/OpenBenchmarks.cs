using AmlSecurity.Benchmarks.Encryption.Peers;
using AmlSecurity.Domain.Encryption;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>Opens one message with a data key in memory, beside the platform and its peers.</summary>
[MemoryDiagnoser]
public class OpenBenchmarks
{
    private readonly Sample _sample = new(1);
    private (IPeer Peer, object Sealed) _reused;
    private (IPeer Peer, object Sealed) _perCall;
    private (IPeer Peer, object Sealed) _dataProtection;
    private (IPeer Peer, object Sealed) _jose;
    private (IPeer Peer, object Sealed) _bouncyCastle;
    private (IPeer Peer, object Sealed) _nsec;
    private byte[] _envelope = [];
    private byte[] _opened = [];
    private DataKey _key = null!;

    [Params(64, 1024, 16 * 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var plaintext = Sample.Plaintext(Length);
        _envelope = _sample.Seal(plaintext);
        _opened = new byte[Length];
        _key = _sample.NewDataKey();
        _reused = Prepare(new RawAesGcm(isReused: true, Length), plaintext);
        _perCall = Prepare(new RawAesGcm(isReused: false, Length), plaintext);
        _dataProtection = Prepare(new DataProtectionPeer(), plaintext);
        _jose = Prepare(new JosePeer(), plaintext);
        _bouncyCastle = Prepare(new BouncyCastlePeer(Length), plaintext);
        _nsec = Prepare(NSecPeer.Or(_reused.Peer, Length), plaintext);
        if (Open() != Length || !_opened.AsSpan().SequenceEqual(plaintext) || OpenWithANewHeader() != Length)
        {
            throw new InvalidOperationException("the envelope does not open to its plaintext");
        }
    }

    [Benchmark(Baseline = true)]
    public byte[] NewAesGcm() => Open(_perCall);

    [Benchmark]
    public byte[] ReusedAesGcm() => Open(_reused);

    [Benchmark]
    public int Open() => Envelope.Open(_envelope, _sample.Context, _key, _opened).AsT0;

    /// <summary>The handle is new, so that header, MAC and HMAC key are all worked out; the vault is left out.</summary>
    [Benchmark]
    public int OpenWithANewHeader()
    {
        using var key = _sample.NewDataKey();
        return Envelope.Open(_envelope, _sample.Context, key, _opened).AsT0;
    }

    [Benchmark]
    public byte[] DataProtection() => Open(_dataProtection);

    [Benchmark]
    public byte[] Jose() => Open(_jose);

    [Benchmark]
    public byte[] BouncyCastle() => Open(_bouncyCastle);

    [Benchmark]
    public byte[] NSec() => Open(_nsec);

    private static (IPeer Peer, object Sealed) Prepare(IPeer peer, byte[] plaintext)
    {
        var text = peer.Seal(plaintext);
        return peer.Open(text).AsSpan().SequenceEqual(plaintext)
            ? (peer, text)
            : throw new InvalidOperationException($"{peer.GetType().Name} does not open what it sealed");
    }

    private static byte[] Open((IPeer Peer, object Sealed) peer) => peer.Peer.Open(peer.Sealed);
}
