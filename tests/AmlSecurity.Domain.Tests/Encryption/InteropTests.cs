using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Tests.Vectors;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Exchanges fresh envelopes with the implementation in JavaScript.</summary>
public sealed class InteropTests : IDisposable
{
    private const int Count = 20;
    private const string PublishedBodies = "crypto/wycheproof/c2sp_chunked_encryption_aes_256_gcm_test.json";

    private static readonly Instant Now = Instant.FromUtc(2020, 3, 13, 0, 0);
    private static readonly int[] Lengths = [0, 1, 16_383, 16_384, 16_385, 40_000];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("amlsec-interop-");

    public void Dispose() => _folder.Delete(recursive: true);

    [NodeFact]
    public void The_other_implementation_agrees_with_the_vectors() =>
        Assert.Contains("checks", NodeProgram.Run("verify.mjs"), StringComparison.Ordinal);

    [NodeFact]
    public void The_other_implementation_writes_the_vectors_again_byte_for_byte()
    {
        var written = Path.Combine(_folder.FullName, "envelope-v1.json");

        NodeProgram.Run("make-vectors.mjs", written);

        Assert.Equal(
            File.ReadAllBytes(Repository.PathOf("tests", "AmlSecurity.Domain.Tests", "Vectors", "envelope-v1.json")),
            File.ReadAllBytes(written));
    }

    [NodeFact(PublishedBodies)]
    public void The_other_implementation_passes_the_published_vectors_of_the_body() =>
        Assert.Contains(
            "35/35",
            NodeProgram.Run("wycheproof.mjs", OutsideVectors.PathOf(PublishedBodies)),
            StringComparison.Ordinal);

    [NodeFact]
    public void The_other_implementation_opens_what_this_one_sealed()
    {
        using var rsa = RsaKeys.Copy(0);
        for (var number = 0; number < Count; number++)
        {
            File.WriteAllText(PathOf($"dotnet-{number}.json"), Sealed(number, rsa));
        }

        var output = NodeProgram.Run("exchange.mjs", "open", _folder.FullName, "dotnet");

        Assert.Contains($"opened {Count} of {Count}", output, StringComparison.Ordinal);
    }

    [NodeFact]
    public void This_implementation_opens_what_the_other_one_sealed()
    {
        NodeProgram.Run(
            "exchange.mjs", "seal", _folder.FullName, Count.ToString(CultureInfo.InvariantCulture));

        var cases = _folder.GetFiles("node-*.json");

        Assert.Equal(Count, cases.Length);
        Assert.All(cases, file => AssertOpens(JsonDocument.Parse(File.ReadAllBytes(file.FullName)).RootElement));
    }

    [NodeFact]
    public void Both_say_the_same_of_spoilt_headers_and_records()
    {
        // A fixed seed: a difference found once is found again.
        var random = new Random(20200313);
        byte[][] sound =
        [
            EnvelopeVectors.Bytes(EnvelopeVectors.Get("envelopes", "two stanzas, A256KW and RSA-OAEP-256"), "envelope"),
            EnvelopeVectors.Bytes(
                EnvelopeVectors.Get("envelopes", "key URI beyond ASCII, not of a Key Vault"), "envelope"),
            EnvelopeVectors.Bytes(EnvelopeVectors.Get("records", "scope two"), "record"),
        ];
        byte[][] spoilt =
        [
            .. sound.SelectMany(bytes => Enumerable.Range(1, bytes.Length).Select(length => bytes[..length])),
            .. sound.SelectMany(bytes => Enumerable.Range(0, 2_000).Select(_ => Spoil(bytes, random))),
        ];
        var file = PathOf("spoilt.txt");
        File.WriteAllLines(file, spoilt.Select(bytes => Convert.ToHexStringLower(bytes)));

        var theirs = NodeProgram.Run("exchange.mjs", "judge", file).TrimEnd('\n').Split('\n');

        var ours = spoilt.Select(Judge).ToArray();
        Assert.True(ours.Distinct().Count() > 100, "the spoilt bytes fail in too few ways");
        Assert.Equal(spoilt.Length, theirs.Length);
        Assert.All(
            spoilt.Zip(ours, theirs),
            judged => Assert.True(
                judged.Second == judged.Third,
                $"{judged.Second} here, {judged.Third} there: {Convert.ToHexStringLower(judged.First)}"));
    }

    // As the other one: the fourth letter tells a record from an envelope.
    private static string Judge(byte[] data) => data is [_, _, _, (byte)'K', ..]
        ? KeyRecord.Read(data).Match(record => $"{record.Stanzas.Length} stanzas", Describe)
        : Envelope.DescribeWrapping(data).Match(header => $"{header.Stanzas.Length} stanzas", Describe);

    private static string Describe(EnvelopeFault fault) =>
        $"{EnvelopeVectors.FaultName(fault.Kind)} at {fault.Offset}";

    private static byte[] Spoil(byte[] sound, Random random)
    {
        var at = random.Next(sound.Length);
        var value = (byte)(random.Next(3) == 0 ? random.Next(256) : "\0\u0001 aA/\u00C3\u00A0\u007F"[random.Next(9)]);
        return random.Next(4) switch
        {
            0 => [.. sound[..at], value, .. sound[at..]],
            1 => [.. sound[..at], .. sound[(at + 1)..]],
            _ => [.. sound[..at], value, .. sound[(at + 1)..]],
        };
    }

    private static void AssertOpens(JsonElement given)
    {
        var envelope = EnvelopeVectors.Bytes(given, "envelope");
        var plaintext = EnvelopeVectors.Bytes(given, "plaintext");
        var vault = new VectorVault([given.GetProperty("key")]);
        using var key = given.GetProperty("record").ValueKind == JsonValueKind.Null
            ? Envelope.RecoverKey(envelope, vault.Allowed, vault, Now).Expect()
            : KeyRecord.Read(EnvelopeVectors.Bytes(given, "record")).Expect().RecoverKey(vault.Allowed, vault).Expect();
        var opened = new byte[plaintext.Length];

        Envelope.Open(envelope, EnvelopeVectors.Context(given), key, opened).Expect();

        Assert.Equal(plaintext, opened);
    }

    private static string Sealed(int number, RSA rsa)
    {
        var dek = RandomNumberGenerator.GetBytes(32);
        var id = RandomNumberGenerator.GetBytes(DataKeyId.Length);
        using var dataKey = new DataKey(dek, new DataKeyId(id), Now);
        var (stanza, key) = Wrap(number, dek, rsa);
        ImmutableArray<KeyValuePair<string, string>> pairs =
        [
            .. new Dictionary<string, string> { ["tenant"] = "größe", ["x-😀"] = "", ["x-\uFFFD"] = "z" }
                .Take(number % 4),
        ];
        var plaintext = RandomNumberGenerator.GetBytes(Lengths[number % Lengths.Length]);
        var isDetached = number % 3 == 0;
        var envelopeKey = isDetached ? EnvelopeKey.Detached(dataKey) : EnvelopeKey.Attached(dataKey, stanza).Expect();
        var envelope = new byte[Envelope.SealedLength(envelopeKey, plaintext.Length)];
        var salt = RandomNumberGenerator.GetBytes(Cobblestone256.SaltLength);
        Envelope.Seal(envelopeKey, EncryptionContext.Create(pairs).Expect(), salt, plaintext, Now, envelope).Expect();
        return JsonSerializer.Serialize(new
        {
            key = new
            {
                alg = stanza.Algorithm == KeyWrapAlgorithm.A256KW ? "A256KW" : "RSA-OAEP-256",
                uri = stanza.KeyUri,
                version = stanza.KeyVersion,
                key = Convert.ToHexStringLower(key),
            },
            context = pairs.Select(pair => new[] { pair.Key, pair.Value }),
            plaintext = Convert.ToHexStringLower(plaintext),
            envelope = Convert.ToHexStringLower(envelope),
            record = isDetached
                ? Convert.ToHexStringLower(KeyRecord.Create(dataKey, $"scope {number}", stanza).Expect().Encoded)
                : null,
        });
    }

    private static (KeyStanza Stanza, byte[] Key) Wrap(int number, byte[] dek, RSA rsa)
    {
        const string Uri = "https://contoso-kv.vault.azure.net/keys/storage";
        if (number % 2 == 0)
        {
            var wrapped = RsaOaep256.Wrap(rsa, dek);
            return (
                KeyStanza.Create(KeyWrapAlgorithm.RsaOaep256, Uri, $"{number}", wrapped).Expect(),
                rsa.ExportPkcs8PrivateKey());
        }

        var key = RandomNumberGenerator.GetBytes(32);
        using var wrap = new AesKeyWrap(key);
        var output = new byte[dek.Length + AesKeyWrap.Overhead];
        wrap.Wrap(dek, output);
        return (KeyStanza.Create(KeyWrapAlgorithm.A256KW, $"urn:ключ:{number}", "1", output).Expect(), key);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
