using System.Text.Json;

namespace AmlSecurity.Domain.Tests.Vectors;

/// <summary>One published case of AES key wrap with a 256-bit key: RFC 3394 (KW) or RFC 5649 (KWP).</summary>
/// <param name="Name">Where it stands.</param>
/// <param name="Key">The wrapping key.</param>
/// <param name="Secret">The secret; null where the wrapped form must be refused.</param>
/// <param name="Wrapped">The wrapped form.</param>
internal sealed record KeyWrapVector(string Name, byte[] Key, byte[]? Secret, byte[] Wrapped)
{
    public const string WycheproofWrap = "crypto/wycheproof/aes_wrap_test.json";
    public const string WycheproofPadded = "crypto/wycheproof/aes_kwp_test.json";
    public const string NistWrap = "crypto/nist/KW_AE_256.txt";
    public const string NistUnwrap = "crypto/nist/KW_AD_256.txt";

    /// <summary>Reads the cases of Wycheproof whose key has 256 bits; the others do not apply here.</summary>
    public static IReadOnlyList<KeyWrapVector> ReadWycheproof(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(OutsideVectors.PathOf(path)));
        return [.. document.RootElement.GetProperty("testGroups").EnumerateArray()
            .Where(group => group.GetProperty("keySize").GetInt32() == 256)
            .SelectMany(group => group.GetProperty("tests").EnumerateArray())
            .Select(test => new KeyWrapVector(
                $"{path} {test.GetProperty("tcId")}: {test.GetProperty("comment").GetString()}",
                Bytes(test, "key"),
                test.GetProperty("result").GetString() == "invalid" ? null : Bytes(test, "msg"),
                Bytes(test, "ct")))];
    }

    /// <summary>Reads the cases of NIST CAVP (SP 800-38F).</summary>
    public static IReadOnlyList<KeyWrapVector> ReadNist(string path)
    {
        var cases = new List<KeyWrapVector>();
        var fields = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(OutsideVectors.PathOf(path)).Append(""))
        {
            if (line.Length > 0)
            {
                var parts = line.Split('=', StringSplitOptions.TrimEntries);
                fields[parts[0]] = parts[^1];
            }
            else if (fields.Remove("COUNT", out var count))
            {
                cases.Add(new KeyWrapVector(
                    $"{path} {count} of {fields.GetValueOrDefault("[PLAINTEXT LENGTH")}",
                    Convert.FromHexString(fields["K"]),
                    fields.Remove("FAIL") ? null : Convert.FromHexString(fields["P"]),
                    Convert.FromHexString(fields["C"])));
            }
        }

        return cases;
    }

    public override string ToString() => Name;

    private static byte[] Bytes(JsonElement test, string name) =>
        Convert.FromHexString(test.GetProperty(name).GetString()!);
}
