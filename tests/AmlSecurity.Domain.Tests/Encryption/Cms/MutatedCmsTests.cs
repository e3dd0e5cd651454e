using System.Diagnostics;
using System.Formats.Asn1;
using System.Globalization;
using AmlSecurity.Domain.Auditing.Cms;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Tests.Auditing.Cms;
using Xunit.Abstractions;
using static AmlSecurity.Domain.Tests.Encryption.Cms.CmsLab;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Messages with bytes changed, taken out, repeated and put in: none opens to other data, none throws.</summary>
/// <remarks><c>eng/mutate-cms.sh</c> makes more, by <c>AMLSEC_CMS</c>.</remarks>
public sealed class MutatedCmsTests(ITestOutputHelper output)
{
    private static readonly byte[] Tags = [0x02, 0x04, 0x05, 0x06, 0x24, 0x30, 0x31, 0x80, 0x84, 0xA0, 0xA1, 0xA2, 0x00];

    private static int Rounds => int.TryParse(
        Environment.GetEnvironmentVariable("AMLSEC_CMS"), CultureInfo.InvariantCulture, out var asked) ? asked : 4_000;

    [Fact]
    public void No_mutated_message_throws_or_opens_to_other_data()
    {
        var data = Data[..100];
        byte[][] sound =
        [
            CmsEnvelope.Export(data, Context, new AmlSecurity.Domain.Secrets.SystemRandomSource(), Shared),
            CmsEnvelope.Export(data, Context, new AmlSecurity.Domain.Secrets.SystemRandomSource(), Shared, Holder),
        ];
        sound = [.. sound, .. sound.Select(Loosen)];
        var signature = CheckpointSignature.Sign(AuthorityLab.Checkpoint, AuthorityLab.Signer, AuthorityLab.EcDsa);
        var random = new Random(5083);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var slowest = TimeSpan.Zero;
        var all = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.GetTimestamp();
            string outcome;
            if (round % 10 == 0)
            {
                var verified = CheckpointSignature.Verify(
                    AuthorityLab.Checkpoint, Mutate(signature, random), AuthorityLab.Signer);
                outcome = verified.Match(_ => "signature accepted", refusal => $"signature {refusal}");
            }
            else
            {
                var opened = CmsEnvelope.Import(Mutate(sound[random.Next(sound.Length)], random), Context, Shared);
                outcome = opened.Match(
                    plain => plain.AsSpan().SequenceEqual(data) ? "opened to the same data" : "OPENED TO OTHER DATA",
                    refusal => $"{refusal.Kind}");
            }

            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            var taken = Stopwatch.GetElapsedTime(watch);
            slowest = taken > slowest ? taken : slowest;
        }

        output.WriteLine(
            $"{Rounds} mutations in {all.Elapsed.TotalSeconds:F1} s, the slowest {slowest.TotalMilliseconds:F0} ms: "
            + string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}")));
        Assert.DoesNotContain("OPENED TO OTHER DATA", counts.Keys);
        Assert.Contains(nameof(CmsRefusalKind.NotAuthentic), counts.Keys);
        Assert.Contains(nameof(CmsRefusalKind.Malformed), counts.Keys);
        Assert.True(slowest < TimeSpan.FromSeconds(5), $"the slowest took {slowest}");
    }

    // The same with indefinite lengths outside, so that what is put in makes no length wrong.
    private static byte[] Loosen(byte[] message)
    {
        var info = new AsnReader(message, AsnEncodingRules.DER).ReadSequence();
        var type = info.ReadEncodedValue();
        var inside = info.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        var parts = new List<byte>();
        while (inside.HasData)
        {
            parts.AddRange(inside.ReadEncodedValue().Span);
        }

        return [0x30, 0x80, .. type.Span, 0xA0, 0x80, 0x30, 0x80, .. parts, 0, 0, 0, 0, 0, 0];
    }

    private static byte[] Mutate(byte[] sound, Random random)
    {
        var mutated = sound.ToList();
        for (var change = random.Next(1, 4); change > 0 && mutated.Count > 1; change--)
        {
            // Mostly in front, where the structure is.
            var at = random.Next(random.Next(3) == 0 ? mutated.Count : Math.Min(mutated.Count, 200));
            switch (random.Next(3) == 0 ? random.Next(3, 7) : random.Next(3))
            {
                case 0:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    mutated[at] = Tags[random.Next(Tags.Length)];
                    break;
                case 2:
                    mutated[at] += (byte)random.Next(1, 4);
                    break;
                case 3:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 9), mutated.Count - at));
                    break;
                case 4:
                    mutated.Insert(at, Tags[random.Next(Tags.Length)]);
                    break;
                case 5:
                    var from = random.Next(mutated.Count);
                    mutated.InsertRange(at, mutated.Slice(from, Math.Min(random.Next(1, 60), mutated.Count - from)));
                    break;
                default:
                    mutated.InsertRange(at, Enumerable.Repeat(Tags[random.Next(Tags.Length)], random.Next(1, 40)));
                    break;
            }
        }

        return [.. mutated];
    }
}
