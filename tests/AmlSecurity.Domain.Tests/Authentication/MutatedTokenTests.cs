using System.Globalization;
using System.Text;
using AmlSecurity.Domain.Authentication;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>Tokens with bytes changed, put in, taken out and swapped: none is accepted, and none throws.</summary>
/// <remarks><c>eng/mutate-tokens.sh</c> makes more, by <c>AMLSEC_TOKENS</c>. Half of them are payloads that are signed
/// after the change, so that the steps behind the signature are reached.</remarks>
public sealed class MutatedTokenTests(ITestOutputHelper output)
{
    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("AMLSEC_TOKENS"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 20_000;

    [Fact]
    public void No_mutated_token_is_accepted_and_none_throws()
    {
        using var key = TokenLab.Key();
        var checker = new ServiceTokenChecker([key], TokenLab.Policy);
        var token = TokenLab.Mint();
        var payload = Encoding.UTF8.GetBytes(TokenLab.Payload(("zz", "\"\\u00e9\"")));
        var steps = new int[Enum.GetValues<ServiceTokenStep>().Length];
        var accepted = 0;
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var isSigned = round % 2 == 0;
            var check = isSigned
                ? checker.Check(TokenLab.Sign(Mutate(payload, random)), TokenLab.Workspace, TokenLab.Now)
                : checker.Check(Mutate(token, random), TokenLab.Workspace, TokenLab.Now);
            steps[(int)check.Failed]++;
            accepted += check.IsAccepted && !isSigned ? 1 : 0;
        }

        output.WriteLine($"{Rounds} tokens; by step {string.Join(", ", steps)}");
        Assert.Equal(0, accepted);
        Assert.All(
            [
                ServiceTokenStep.Parts, ServiceTokenStep.Header, ServiceTokenStep.Encoding, ServiceTokenStep.Signature,
                ServiceTokenStep.Payload, ServiceTokenStep.Times, ServiceTokenStep.Parties, ServiceTokenStep.Claims,
            ],
            step => Assert.NotEqual(0, steps[(int)step]));
    }

    // One to three changes that leave it another than it was.
    private static byte[] Mutate(byte[] sound, Random random)
    {
        var mutated = sound.ToList();
        do
        {
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                Change(mutated, random.Next(mutated.Count), random);
            }
        }
        while (mutated.SequenceEqual(sound));

        return [.. mutated];
    }

    private static void Change(List<byte> bytes, int at, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.Insert(at, bytes[random.Next(bytes.Count)]);
                break;
            case 2:
                bytes.RemoveAt(at);
                break;
            default:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
        }
    }
}
