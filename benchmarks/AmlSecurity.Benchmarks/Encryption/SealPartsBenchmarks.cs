using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>What the sealing of one small message is made of.</summary>
[MemoryDiagnoser]
public class SealPartsBenchmarks
{
    // The label, salt, binding, context and counter of a message of the other benchmarks have about this length.
    private readonly byte[] _info = new byte[50 + 24 + 36 + 212 + 1];
    private readonly IncrementalHash _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA512, new byte[32]);
    private readonly SaltSource _system = SaltSource.OfSystem();
    private readonly SaltSource _buffered = SaltSource.OfSystem(buffered: true);
    private readonly byte[] _salt = new byte[Cobblestone256.SaltLength];
    private readonly byte[] _derived = new byte[2 * HMACSHA512.HashSizeInBytes];
    private readonly byte[] _message = new byte[64 + Cobblestone256.TagLength];
    private readonly byte[] _nonce = new byte[12];
    private readonly byte[] _key = new byte[32];
    private readonly AesGcm _cipher = new(new byte[32], Cobblestone256.TagLength);

    [Benchmark]
    public void SystemSalt() => _system.Next(_salt);

    [Benchmark]
    public void BufferedSalt() => _buffered.Next(_salt);

    /// <summary>HKDF-Expand of two blocks with one call for each, the least that the format allows.</summary>
    [Benchmark]
    public int Derivation()
    {
        _hmac.AppendData(_info);
        _hmac.GetHashAndReset(_derived);
        _hmac.AppendData(_derived, 0, HMACSHA512.HashSizeInBytes);
        _hmac.AppendData(_info);
        return _hmac.GetHashAndReset(_derived.AsSpan(HMACSHA512.HashSizeInBytes));
    }

    [Benchmark]
    public void NewCipher()
    {
        using var cipher = new AesGcm(_key, Cobblestone256.TagLength);
    }

    [Benchmark]
    public void EncryptionOf64Bytes() => _cipher.Encrypt(
        _nonce, _message.AsSpan(0, 64), _message.AsSpan(0, 64), _message.AsSpan(64));
}
