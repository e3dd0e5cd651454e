namespace AmlSecurity.Fuzz.Tests;

/// <summary>Makes inputs of seeds as a fuzzer does: bits flipped, bytes replaced, pieces cut, doubled and spliced.</summary>
/// <param name="seeds">The seeds.</param>
/// <param name="seed">The number from which everything follows.</param>
internal sealed class Mutation(IReadOnlyList<byte[]> seeds, int seed)
{
    private static readonly byte[] Telling = "\0\x1\x7f\x80\xff\"\\{}[],:/.*-+ 0e\n"u8.ToArray();

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var bytes = new List<byte>(Pick());
        for (var steps = _random.Next(1, 6); steps > 0; steps--)
        {
            Change(bytes);
        }

        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = _random.Next(Math.Min(16, bytes.Count - at) + 1);
        switch (_random.Next(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = Telling[_random.Next(Telling.Length)];
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.Insert(at, Telling[_random.Next(Telling.Length)]);
                break;
            default:
                var other = Pick();
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other.AsSpan(_random.Next(other.Length + 1)));
                break;
        }
    }

    private byte[] Pick() => seeds[_random.Next(seeds.Count)];
}
