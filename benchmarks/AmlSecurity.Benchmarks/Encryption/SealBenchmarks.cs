using AmlSecurity.Benchmarks.Encryption.Peers;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>Seals one message with a data key in memory, salt included, beside the platform and its peers.</summary>
[MemoryDiagnoser]
public class SealBenchmarks
{
    private readonly Sample _sample = new(1);
    private readonly SaltSource _system = SaltSource.OfSystem();
    private readonly SaltSource _buffered = SaltSource.OfSystem(buffered: true);
    private readonly DataProtectionPeer _dataProtection = new();
    private readonly JosePeer _jose = new();
    private byte[] _plaintext = [];
    private byte[] _envelope = [];
    private RawAesGcm _reused = null!;
    private RawAesGcm _perCall = null!;
    private BouncyCastlePeer _bouncyCastle = null!;
    private IPeer _nsec = null!;

    [Params(64, 1024, 16 * 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _plaintext = Sample.Plaintext(Length);
        _envelope = new byte[Envelope.SealedLength(_sample.Key, Length)];
        _reused = new RawAesGcm(isReused: true, Length);
        _perCall = new RawAesGcm(isReused: false, Length);
        _bouncyCastle = new BouncyCastlePeer(Length);
        _nsec = NSecPeer.Or(_reused, Length);
    }

    [Benchmark(Baseline = true)]
    public object NewAesGcm() => _perCall.Seal(_plaintext);

    [Benchmark]
    public object ReusedAesGcm() => _reused.Seal(_plaintext);

    [Benchmark]
    public int Seal() => Seal(_system);

    [Benchmark]
    public int SealBuffered() => Seal(_buffered);

    [Benchmark]
    public object DataProtection() => _dataProtection.Seal(_plaintext);

    [Benchmark]
    public object Jose() => _jose.Seal(_plaintext);

    [Benchmark]
    public object BouncyCastle() => _bouncyCastle.Seal(_plaintext);

    [Benchmark]
    public object NSec() => _nsec.Seal(_plaintext);

    private int Seal(SaltSource salts)
    {
        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        salts.Next(salt);
        return Envelope.Seal(_sample.Key, _sample.Context, salt, _plaintext, Sample.Now, _envelope).AsT0;
    }
}
