using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Vectors;

/// <summary>Reads <c>envelope-v1.json</c>; the README of <c>tests/interop</c> says what its members mean.</summary>
internal static partial class EnvelopeVectors
{
    private static readonly JsonDocument File = JsonDocument.Parse(
        System.IO.File.ReadAllBytes(
            Repository.PathOf("tests", "AmlSecurity.Domain.Tests", "Vectors", "envelope-v1.json")));

    /// <summary>Lists the names of the vectors of one member.</summary>
    public static TheoryData<string> NamesOf(string member) =>
        [.. File.RootElement.GetProperty(member).EnumerateArray().Select(NameOf)];

    /// <summary>Returns one vector.</summary>
    public static JsonElement Get(string member, string name) =>
        File.RootElement.GetProperty(member).EnumerateArray().Single(vector => NameOf(vector) == name);

    /// <summary>Determines whether a member has a vector of this name.</summary>
    public static bool Has(string member, string name) =>
        File.RootElement.GetProperty(member).EnumerateArray().Any(vector => NameOf(vector) == name);

    /// <summary>Returns the keys of the vectors, or those of them that a vector allows.</summary>
    public static VectorVault Vault(JsonElement? vector = null)
    {
        var keys = File.RootElement.GetProperty("keys").EnumerateArray();
        return vector is { } given && given.TryGetProperty("allowed", out var allowed)
            ? new VectorVault(keys.Where(key => allowed.EnumerateArray().Any(id => id.ValueEquals(Text(key, "id")))))
            : new VectorVault(keys);
    }

    public static string Text(JsonElement vector, string member) => vector.GetProperty(member).GetString()!;

    public static byte[] Bytes(JsonElement vector, string member) => Convert.FromHexString(Text(vector, member));

    public static KeyWrapAlgorithm Algorithm(JsonElement vector) => Text(vector, "alg") switch
    {
        "A256KW" => KeyWrapAlgorithm.A256KW,
        "RSA-OAEP-256" => KeyWrapAlgorithm.RsaOaep256,
        var other => throw new FormatException($"`{other}` is no algorithm"),
    };

    public static ImmutableArray<KeyStanza> Stanzas(JsonElement vector) =>
    [
        .. vector.GetProperty("stanzas").EnumerateArray().Select(stanza => KeyStanza.Create(
            Algorithm(stanza), Text(stanza, "uri"), Text(stanza, "version"), Bytes(stanza, "wrapped")).Expect()),
    ];

    public static ImmutableArray<KeyValuePair<string, string>> Pairs(JsonElement pairs) =>
        [.. pairs.EnumerateArray().Select(pair => KeyValuePair.Create(Utf16(pair[0]), Utf16(pair[1])))];

    public static EncryptionContext Context(JsonElement vector) =>
        EncryptionContext.Create(Pairs(vector.GetProperty("context"))).Expect();

    /// <summary>Returns the word of the vectors for a fault.</summary>
    public static string FaultName(EnvelopeFaultKind kind) => kind switch
    {
        EnvelopeFaultKind.Truncated => "truncated",
        EnvelopeFaultKind.OfAnotherFormat => "magic",
        EnvelopeFaultKind.OfAnUnknownVersion => "format",
        EnvelopeFaultKind.OfAnUnknownSuite => "suite",
        EnvelopeFaultKind.WithAnUnknownFlag => "flag",
        EnvelopeFaultKind.WithALengthThatLies => "length",
        EnvelopeFaultKind.WithTheWrongNumberOfStanzas => "stanzaCount",
        EnvelopeFaultKind.WithAMalformedStanza => "stanza",
        EnvelopeFaultKind.WithADuplicateStanza => "duplicateStanza",
        _ => throw new ArgumentException($"the vectors have no word for `{kind}`", nameof(kind)),
    };

    /// <summary>Makes a plaintext of its recipe.</summary>
    public static byte[] Plaintext(JsonElement vector)
    {
        var recipe = vector.GetProperty("plaintext");
        if (recipe.TryGetProperty("hex", out _))
        {
            return Bytes(recipe, "hex");
        }

        var unit = Bytes(recipe, "repeat");
        var plaintext = new byte[recipe.GetProperty("length").GetInt32()];
        for (var at = 0; at < plaintext.Length; at++)
        {
            plaintext[at] = unit[at % unit.Length];
        }

        return plaintext;
    }

    /// <summary>Makes the bytes of an invalid vector: its own, or those of another one, edited.</summary>
    public static byte[] Data(JsonElement vector, Func<string, byte[]> seal)
    {
        if (vector.TryGetProperty("data", out _))
        {
            return Bytes(vector, "data");
        }

        var original = seal(Text(vector, "of"));
        var data = original;
        foreach (var edit in vector.GetProperty("edits").EnumerateArray())
        {
            var at = edit.GetProperty("at").GetInt32();
            var removed = edit.TryGetProperty("remove", out var remove) ? remove.GetInt32() : 0;
            var inserted = edit.TryGetProperty("copy", out var copy)
                ? original.AsSpan(copy[0].GetInt32(), copy[1].GetInt32())
                : edit.TryGetProperty("insert", out _) ? Bytes(edit, "insert") : [];
            data = [.. data.AsSpan(0, at), .. inserted, .. data.AsSpan(at + removed)];
        }

        return data;
    }

    /// <summary>Asserts that bytes are those of a vector, which stores the long ones as length and SHA-256.</summary>
    public static void AssertEqual(JsonElement vector, string member, ReadOnlySpan<byte> actual)
    {
        if (vector.TryGetProperty(member, out _))
        {
            Assert.Equal(Text(vector, member), Convert.ToHexStringLower(actual));
            return;
        }

        Assert.Equal(vector.GetProperty($"{member}Length").GetInt32(), actual.Length);
        Assert.Equal(Text(vector, $"{member}Sha256"), Convert.ToHexStringLower(SHA256.HashData(actual)));
    }

    private static string NameOf(JsonElement vector) => Text(vector, "name");

    // GetString refuses unpaired surrogates, which some contexts have on purpose.
    private static string Utf16(JsonElement text) => text.GetRawText() is var raw && Escaped().IsMatch(raw)
        ? Escaped().Replace(raw[1..^1], match =>
            ((char)ushort.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text.GetString()!;

    [GeneratedRegex(@"\\u[0-9a-f]{4}", RegexOptions.IgnoreCase)]
    private static partial Regex Escaped();
}
