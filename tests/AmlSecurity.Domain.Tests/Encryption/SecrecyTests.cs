using System.Text;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What is said of secrets: nothing, in no text and no message.</summary>
public sealed class SecrecyTests
{
    private const string Plaintext = "the plaintext that nobody may read in a log";
    private const string Value = "context-value-that-nobody-may-read-in-a-log";

    private static readonly EncryptionContext Context = EncryptionContext
        .Create([new("tenant", Value), new("x-note", Value)]).Expect();

    [Fact]
    public void No_refusal_no_fault_and_no_message_shows_a_secret()
    {
        var said = Said().ToList();
        var secrets = Forms().ToList();

        Assert.InRange(said.Count, 50, 10_000);
        Assert.All(said, text => Assert.DoesNotContain(
            secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_search_would_find_a_secret() =>
        Assert.Contains(Forms(), Convert.ToHexString(Lab.KeyBytes()).Contains);

    // Any eight bytes in a row of a secret, in the ways in which bytes get into text.
    private static IEnumerable<string> Forms()
    {
        byte[][] secrets = [Lab.KeyBytes(), Encoding.UTF8.GetBytes(Plaintext), Encoding.UTF8.GetBytes(Value)];
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

    private static IEnumerable<string> Said()
    {
        using var key = Lab.Key();
        using var erased = Lab.Key();
        erased.Dispose();
        var sealing = Lab.Attached(key);
        var plaintext = Encoding.UTF8.GetBytes(Plaintext);
        var envelope = Lab.Seal(sealing, plaintext, Context);
        var record = KeyRecord.Create(key, "ws", FakeVault.Wrap(Lab.KeyBytes())).Expect();
        object[] shown =
        [
            key, key.Id, key.Limits, sealing, Context, record, record.Stanzas[0], Lab.Allowed,
            Envelope.DescribeWrapping(envelope).Expect(), AmlSecurity.Domain.Secrets.SecretBytes.CopyOf(Lab.KeyBytes()),
            Envelope.BeginSeal(sealing, Context, Lab.Salt(), Lab.Now).Expect(),
            new Cobblestone256Reader(Lab.KeyBytes(), Context.Encoded), new AesKeyWrap(Lab.KeyBytes()),
        ];
        foreach (var thing in shown)
        {
            yield return thing.ToString()!;
        }

        for (var bit = 0; bit < envelope.Length * 8; bit += 41)
        {
            var changed = envelope.With(bytes => bytes[bit / 8] ^= (byte)(1 << (bit % 8)));
            yield return Lab.Open(changed, key, Context).AsT1.ToString();
            yield return Lab.Open(changed, new FakeVault(), context: Context).AsT1.ToString();
        }

        yield return Lab.Open(envelope, erased, Context).AsT1.ToString();
        yield return Lab.Open(envelope, key, EncryptionContext.Empty).AsT1.ToString();
        yield return EncryptionContext.Create([new("tenant", Value), new("tenant", Value)]).AsT1.ToString();
        yield return EncryptionContext.Create([new(Value, Value)]).AsT1.ToString();
        yield return EncryptionContext.Create([new("tenant", Value + "\uD83D")]).AsT1.ToString();
        foreach (var mistake in Mistakes(key, sealing, plaintext, envelope))
        {
            yield return Assert.ThrowsAny<Exception>(mistake).ToString();
        }
    }

    private static Action[] Mistakes(DataKey key, EnvelopeKey sealing, byte[] plaintext, byte[] envelope) =>
    [
        () => new DataKey([.. Lab.KeyBytes(), 1], Lab.IdOf(1), Lab.Now).Dispose(),
        () => new AesKeyWrap([.. Lab.KeyBytes(), 1]).Dispose(),
        () => AesKeyWrapPadded.Wrap([.. Lab.KeyBytes(), 1], plaintext),
        () => Cobblestone256.Encrypt([.. Lab.KeyBytes(), 1], Context.Encoded, Lab.Salt(), plaintext, new byte[500]),
        () => Cobblestone256.Encrypt(Lab.KeyBytes(), Context.Encoded, Lab.Salt(), plaintext, new byte[500]),
        () => Envelope.Seal(sealing, Context, Lab.Salt(), plaintext, Lab.Now, new byte[5]),
        () => Envelope.Seal(sealing, Context, [], plaintext, Lab.Now, new byte[envelope.Length]),
        () => Envelope.Open(envelope, Context, key, new byte[5]),
        () => Envelope.Open(envelope, Context, key, envelope),
        () => KeyRecord.Create(key, Value + "\uD83D", FakeVault.Wrap(Lab.KeyBytes())),
        () => Envelope.Open(envelope, EncryptionContext.Empty, key, plaintext).Expect(),
        () => EncryptionContext.Create([new("tenant", Value), new("tenant", Value)]).Expect(),
        () => ContextEncoding.Encode([new(Value, null!)]),
    ];
}
