using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Canonical;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Canonical;

/// <summary>Laws of the canonical form.</summary>
[Properties(Arbitrary = [typeof(CanonicalJsonProperties)], MaxTest = 300)]
public class CanonicalJsonProperties
{
    private static readonly string[] Pieces =
    [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "\\ud800", "\\u0000", "\n", "\0", "1e999", "-", "0", "e", ".",
        "null", "{\"a\":1,\"a\":2}", new('[', CanonicalJson.MaximumDepth + 1),
    ];

    private static readonly string[] Parts =
        ["\\u00", "\\n", "e+", "e-", "0.0", "\uFFFF", "\U0001F600", "true", "[]", "{}", "\"\":"];

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = CanonicalJson.MaximumDepth };

    public static Arbitrary<JsonSample> Samples() =>
        Gen.Choose(0, int.MaxValue - 1).Select(seed => new JsonSample(seed)).ToArbitrary();

    [Property]
    public Property It_agrees_with_the_model(JsonSample sample)
    {
        var written = sample.Write(sample.Seed);
        return (Canonical(written) == CanonicalModel.Write(sample.Value))
            .Classify(sample.Value is JsonObject { Count: > 1 }, "several members")
            .Classify(CanonicalJson.FindDeviation(written) is null, "canonical already");
    }

    [Property]
    public bool It_does_not_depend_on_how_the_value_was_written(JsonSample sample) =>
        Canonical(sample.Write(sample.Seed)) == Canonical(sample.Write(sample.Seed + 1));

    [Property]
    public bool The_canonical_form_is_its_own(JsonSample sample)
    {
        var canonical = CanonicalJson.Canonicalize(sample.Write(sample.Seed)).Expect();
        return CanonicalJson.Canonicalize(canonical).Expect().AsSpan().SequenceEqual(canonical)
            && CanonicalJson.FindDeviation(canonical) is null;
    }

    [Property]
    public bool The_canonical_form_says_the_same(JsonSample sample) => JsonNode.DeepEquals(
        JsonNode.Parse(Canonical(sample.Write(sample.Seed))), JsonNode.Parse(CanonicalModel.Write(sample.Value)));

    [Property]
    public bool A_deviation_stands_where_the_two_part(JsonSample sample)
    {
        var written = sample.Write(sample.Seed);
        var canonical = CanonicalJson.Canonicalize(written).Expect();
        var at = Enumerable.Range(0, written.Length)
            .FirstOrDefault(at => at >= canonical.Length || written[at] != canonical[at], written.Length);
        return CanonicalJson.FindDeviation(written)
            == (written.AsSpan().SequenceEqual(canonical) ? null : at);
    }

    [Fact]
    public void Samples_reach_every_kind_of_value_and_order()
    {
        var samples = Enumerable.Range(0, 1_000).Select(seed => new JsonSample(seed)).ToList();
        var models = samples.ConvertAll(sample => CanonicalModel.Write(sample.Value));

        Assert.All(
            Parts,
            part => Assert.InRange(
                models.Count(model => model.Contains(part, StringComparison.Ordinal)), 20, samples.Count));
        Assert.InRange(
            samples.Count(sample => CanonicalJson.FindDeviation(sample.Write(sample.Seed)) is null),
            20,
            samples.Count / 2);
    }

    [Fact]
    public void A_mutated_document_is_canonicalised_or_refused_and_never_throws()
    {
        var random = new Random(8785);
        var refused = new Dictionary<CanonicalJsonFaultKind, int>();
        var sound = 0;
        for (var made = 0; made < 4_000; made++)
        {
            var utf8 = Mutate(new JsonSample(made).Write(made), random);
            var platform = Parse(utf8);
            if (CanonicalJson.Canonicalize(utf8).TryPickT0(out var canonical, out var fault))
            {
                sound++;
                Assert.NotNull(platform);
                Assert.Equal(CanonicalModel.Write(JsonNode.Parse(utf8)), Encoding.UTF8.GetString(canonical));
                continue;
            }

            refused[fault.Kind] = refused.GetValueOrDefault(fault.Kind) + 1;
            Assert.InRange(fault.Offset, 0, utf8.Length);
            Assert.False(platform is not null && fault.Kind
                is CanonicalJsonFaultKind.NotJson or CanonicalJsonFaultKind.WithTrailingData
                or CanonicalJsonFaultKind.TooDeep);
        }

        Assert.InRange(sound, 200, 3_800);
        Assert.Equal(Enum.GetValues<CanonicalJsonFaultKind>(), refused.Keys.Order());
    }

    private static byte[] Mutate(byte[] utf8, Random random)
    {
        var bytes = utf8.ToList();
        for (var edits = random.Next(3); edits >= 0; edits--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = random.Next(Math.Min(bytes.Count - at, 4) + 1);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static JsonDocument? Parse(byte[] utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Canonical(byte[] utf8) =>
        Encoding.UTF8.GetString(CanonicalJson.Canonicalize(utf8).Expect());
}
