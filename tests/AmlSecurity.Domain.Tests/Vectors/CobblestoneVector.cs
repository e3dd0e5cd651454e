using System.IO.Compression;
using System.Text.Json;

namespace AmlSecurity.Domain.Tests.Vectors;

/// <summary>One published case of C2SP chunked-encryption, instance Cobblestone-256 (Wycheproof, AES-256-GCM).</summary>
internal sealed record CobblestoneVector(
    string Name,
    byte[] Key,
    byte[] Context,
    byte[] Ciphertext,
    byte[]? AeadKey,
    byte[]? BaseNonce,
    int? MessageLength,
    string? MessageHash,
    bool IsValid,
    IReadOnlyList<string> Flags)
{
    public const string Path = "crypto/wycheproof/c2sp_chunked_encryption_aes_256_gcm_test.json";

    public bool HasPrefix => Flags.Contains("PartialPlaintext");

    public bool HasValidFinalChunk => Flags.Contains("ValidFinalChunk");

    public static IReadOnlyList<CobblestoneVector> ReadAll()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(OutsideVectors.PathOf(Path)));
        return [.. document.RootElement.GetProperty("testGroups").EnumerateArray()
            .SelectMany(group => group.GetProperty("tests").EnumerateArray())
            .Select(Read)];
    }

    public override string ToString() => Name;

    private static CobblestoneVector Read(JsonElement test) => new(
        $"{test.GetProperty("tcId")}: {test.GetProperty("comment").GetString()}",
        Bytes(test, "key")!,
        Bytes(test, "ctx")!,
        Inflate(Bytes(test, "ct")!),
        Bytes(test, "aeadKey"),
        Bytes(test, "baseNonce"),
        test.TryGetProperty("msgLength", out var length) ? length.GetInt32() : null,
        test.TryGetProperty("msgSha512", out var hash) ? hash.GetString() : null,
        test.GetProperty("result").GetString() == "valid",
        [.. test.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()!)]);

    private static byte[]? Bytes(JsonElement test, string name) =>
        test.TryGetProperty(name, out var hex) ? Convert.FromHexString(hex.GetString()!) : null;

    private static byte[] Inflate(byte[] compressed)
    {
        using var inflated = new MemoryStream();
        using var source = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        source.CopyTo(inflated);
        return inflated.ToArray();
    }
}
