using System.Text;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What a sealer and its vault say of secrets: nothing, in no text and no message.</summary>
public sealed class SealerSecrecyTests : IDisposable
{
    private const string Plaintext = "the plaintext that nobody may read in a log";
    private const string Value = "context-value-that-nobody-may-read-in-a-log";

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(Plaintext);

    private readonly SealerLab _lab = new();
    private readonly EncryptionContext _context = EncryptionContext.Create([new("tenant", Value)]).Expect();
    private readonly RepeatedKey _random = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task No_refusal_no_text_form_and_no_message_shows_a_secret()
    {
        List<string> said = [];
        await foreach (var text in SaidAsync())
        {
            said.Add(text);
        }

        Assert.InRange(said.Count, 30, 1_000);
        Assert.All(said, text => Assert.DoesNotContain(
            Forms(), secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_data_key_is_the_one_that_is_searched_for()
    {
        var sealer = _lab.NewSealer(new(Random: _random));
        var envelope = (await sealer.SealAsync(Secret, _context, default)).Expect();
        var dataKey = new byte[32];

        Assert.Equal(UnwrapOutcome.Unwrapped, _lab.Software.Unwrap(envelope.Header().Stanzas[0], dataKey));
        Assert.Equal(RepeatedKey.Bytes, dataKey);
        Assert.Contains(Forms(), Convert.ToHexString(dataKey).Contains);
    }

    private static IEnumerable<string> Forms()
    {
        byte[][] secrets = [RepeatedKey.Bytes, Secret, Encoding.UTF8.GetBytes(Value)];
        foreach (var secret in secrets)
        {
            for (var at = 0; at + 9 <= secret.Length; at += 3)
            {
                yield return Convert.ToHexString(secret, at, 9);
                yield return BitConverter.ToString(secret, at, 9);
                yield return Convert.ToBase64String(secret, at, 9);
                yield return string.Join(", ", secret[at..(at + 9)]);
            }
        }

        yield return Plaintext;
        yield return Value;
    }

    private async IAsyncEnumerable<string> SaidAsync()
    {
        var sealer = _lab.NewSealer(new(Random: _random));
        var envelope = (await sealer.SealAsync(Secret, _context, default)).Expect();
        var record = (await sealer.CreateKeyRecordAsync("ws", default)).Expect();
        using var writer = (await sealer.BeginSealAsync(_context, default)).Expect();
        using var reader = (await sealer.BeginOpenAsync(
            envelope.AsMemory(0, envelope.Header().Length), _context, default)).Expect();
        var rewrapped = (await sealer.RewrapAsync(envelope, _lab.Create("2"), default)).Expect();
        var recovery = _lab.Compromise("1").OpenRecovery("1", "leaked", Lab.Now, Duration.FromHours(1)).Expect();
        var recovered = (await sealer.RecoverAsync(envelope, _context, recovery, default)).Expect();
        var failed = (await sealer.RecoverAsync(envelope, Lab.Context, recovery, default)).Expect();
        object[] shown =
        [
            sealer, _lab.Software, sealer.Ring, writer, reader, rewrapped, recovery, recovered, recovered.Use, failed,
            failed.Plaintext.AsT1, new EnvelopeSealerOptions(Random: _random), WrappedDataKey.Of(record),
            sealer.NextDeadline!,
        ];
        foreach (var thing in shown)
        {
            yield return thing.ToString()!;
        }

        foreach (var kind in Enum.GetValues<OpenRefusalKind>())
        {
            yield return new OpenRefusal(kind).ToString();
        }

        foreach (var refusal in Enum.GetValues<KeyRefusal>())
        {
            yield return OpenRefusal.Of(refusal).ToString();
        }

        foreach (var mistake in Mistakes(sealer, envelope, writer, reader))
        {
            yield return (await Assert.ThrowsAnyAsync<Exception>(mistake)).ToString();
        }
    }

    private Func<Task>[] Mistakes(
        EnvelopeSealer sealer, byte[] envelope, RevocableWriter writer, RevocableReader reader) =>
    [
        async () => await sealer.OpenAsync(envelope, _context, new byte[3], default),
        async () => await sealer.OpenAsync(envelope, _context, envelope, default),
        async () => (await sealer.OpenAsync(envelope, Lab.Context, default)).Expect(),
        async () => await sealer.CreateKeyRecordAsync("", default),
        async () => await writer.UpdateAsync(Secret, new byte[1], default),
        async () => await reader.UpdateAsync(new byte[20_000], new byte[1], default),
        async () =>
        {
            sealer.Dispose();
            await sealer.OpenAsync(envelope, _context, default);
        },
    ];

    // Keys that are known, so that they can be searched for; ids that are not.
    private sealed class RepeatedKey : IRandomSource
    {
        public static readonly byte[] Bytes = Lab.KeyBytes(77);

        private readonly SystemRandomSource _random = new();

        public void Fill(Span<byte> bytes)
        {
            _random.Fill(bytes);
            Bytes.CopyTo(bytes);
        }
    }
}
