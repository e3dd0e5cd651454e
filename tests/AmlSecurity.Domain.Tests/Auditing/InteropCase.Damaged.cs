using System.Text;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <content>Makes cases by chance.</content>
internal sealed partial class InteropCase
{
    /// <summary>How many records the longest log has.</summary>
    public const int RecordCount = 600;

    // Only logs with bundles have to be long.
    private static readonly InteropEvidence[] Kinds =
    [
        InteropEvidence.None, InteropEvidence.Checkpoints, InteropEvidence.LeafHashes, InteropEvidence.BundleRoots,
        InteropEvidence.None, InteropEvidence.Checkpoints, InteropEvidence.LeafHashes,
        InteropEvidence.None, InteropEvidence.Checkpoints, InteropEvidence.LeafHashes,
    ];

    /// <summary>Makes logs that are damaged, each with its evidence.</summary>
    /// <param name="random">The chance.</param>
    /// <param name="count">How many.</param>
    public static InteropCase[] Damaged(Random random, int count)
    {
        var log = new InteropRecords(random).Log(RecordCount);
        var damage = new InteropDamage(random, new InteropRecords(random).Log(RecordCount + 100));
        return
        [
            .. Enumerable.Range(0, count).Select(number =>
            {
                var kind = Kinds[number % Kinds.Length];
                var size = kind == InteropEvidence.BundleRoots ? 512 + random.Next(88) : 5 + random.Next(60);
                var ways = random.GetItems(InteropDamage.Ways, random.Next(5));
                return Damaged($"{number:D3}", random, kind, log.GetRange(0, size), damage, ways);
            }),
        ];
    }

    private static InteropCase Damaged(
        string name,
        Random random,
        InteropEvidence kind,
        List<byte[]> original,
        InteropDamage damage,
        string[] ways)
    {
        var found = original.ToList();
        foreach (var way in ways)
        {
            damage.Do(way, found);
        }

        var gone = original.GetRange(0, random.Next(4) == 0 ? 1 + random.Next(original.Count - 1) : 0);
        found.RemoveRange(0, Math.Min(gone.Count, found.Count));
        List<byte[]> shown = [.. gone, .. found];
        var isGrown = random.Next(4) == 0;
        var checkpoints = kind == InteropEvidence.Checkpoints || random.Next(3) == 0 ? 1 + random.Next(4) : 0;
        return new InteropCase
        {
            Name = $"{name} {string.Join(' ', ways)}",
            Records = found,
            Gone = gone,
            Hashed = kind == InteropEvidence.LeafHashes
                ? original.Skip(gone.Count).SkipLast(isGrown ? 3 : 0).ToList()
                : null,
            BundleRoots = kind == InteropEvidence.BundleRoots ? BundlesOf(original) : [],
            Checkpoints = [.. Enumerable.Range(0, checkpoints).Select(_ => CheckpointOf(random, original, shown))],
            ClaimedNote = random.Next(3) == 0 ? Claim(random, original, shown) : null,
            DestroyedKeys = [.. Enumerable.Range(0, 5).Select(_ => $"subject \"{random.Next(20)}\" é")],
        };
    }

    // Mostly of the log as it was, now and then of the log as it was found.
    private static Checkpoint CheckpointOf(Random random, List<byte[]> original, List<byte[]> found)
    {
        var of = random.Next(5) == 0 ? found : original;
        return CheckpointOf(of, random.Next(3) == 0 ? of.Count : random.Next(of.Count + 1));
    }

    private static string Claim(Random random, List<byte[]> original, List<byte[]> found)
    {
        var of = random.Next(2) == 0 ? found : original;
        var size = random.Next(4) == 0 ? random.Next(of.Count + 1) : of.Count;
        var body = Encoding.UTF8.GetString(CheckpointOf(of, size).ToBody());
        return random.Next(8) switch
        {
            0 => $"{body}\n{NoteLab.BadLine(NoteLab.Log)}",
            1 => $"{body}\n{NoteLab.LineOf(NoteLab.Stranger, body)}",
            2 => body,
            _ => $"{body}\n{NoteLab.LineOf(NoteLab.Stranger, body)}{NoteLab.LineOf(NoteLab.Log, body)}",
        };
    }
}
