using System.Security.Cryptography;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AmlSecurity.Benchmarks.Auditing;

/// <summary>Takes a signed checkpoint in, beside the bare verification of the same bytes.</summary>
/// <remarks>The bare primitive keeps its key and has body and signature at hand; nothing is read.</remarks>
[MemoryDiagnoser]
public class NoteBenchmarks
{
    private const string Origin = "log.example/ml";

    private static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 12, 0);

    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private InMemoryNoteSigner _signer = null!;
    private TrustedNoteKeys _trusted = null!;
    private SignedNote _note = null!;
    private byte[] _bytes = [];
    private byte[] _body = [];
    private byte[] _signature = [];

    [GlobalSetup]
    public void Setup()
    {
        _signer = InMemoryNoteSigner.Create(Origin, _ecdsa);
        _trusted = TrustedNoteKeys.Of(_signer.VerifierKey);
        _body = Checkpoint.Create(Origin, 1_048_576, SHA256.HashData("root"u8)).ToBody();
        _note = Sign();
        _bytes = _note.ToBytes();
        _signature = [.. _note.Signatures[0].Bytes];
        if (!RawVerify() || !Verify().IsVerified || Open().Checkpoint.Size != 1_048_576
            || !Read().Equals(_note) || ReadCheckpoint().Origin != Origin)
        {
            throw new InvalidOperationException("the checkpoint is not taken");
        }
    }

    [Benchmark(Baseline = true)]
    public bool RawVerify() => _ecdsa.VerifyData(
        _body, _signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>Reads, verifies and takes the checkpoint out.</summary>
    [Benchmark]
    public SignedCheckpoint Open() => SignedCheckpoint.Open(_bytes, Origin, _trusted, Now).Expect();

    [Benchmark]
    public NoteVerification Verify() => _note.Verify(_trusted, Now);

    [Benchmark]
    public SignedNote Read() => SignedNote.Read(_bytes).Expect();

    [Benchmark]
    public Checkpoint ReadCheckpoint() => Checkpoint.Read(_body).Expect();

    [Benchmark]
    public byte[] RawSign() =>
        _ecdsa.SignData(_body, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    [Benchmark]
    public SignedNote Sign()
    {
        var task = SignedNote.SignAsync(_body, [_signer], default);
        return task.IsCompletedSuccessfully
            ? task.Result.Expect()
            : throw new InvalidOperationException("the signer was to answer at once");
    }
}
