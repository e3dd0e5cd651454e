using System.Globalization;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Identities;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Makes events that between them have every actor, outcome, slot and optional member.</summary>
internal sealed class InteropRecords(Random random)
{
    private static readonly Instant Start = Instant.FromUtc(2020, 2, 28, 23, 59);

    // Escapes of both kinds, one to four bytes in UTF-8, and what other writers escape without need.
    private static readonly string[] Pieces =
    [
        "a", "works/", "\"", "\\", "\b\t\n\f\r", "\0", "\u001f", "\u007f", "/", "<&>", "é", "ß", "\u2028", "\uFEFF",
        "漢", "\uFFFF", "😀", "\U0010FFFF", "{\"v\":1}", "\\u0041", "+", "'", " ",
    ];

    /// <summary>Makes the records of a log.</summary>
    public List<byte[]> Log(int count)
    {
        using var writer = new AuditWriter(AuditLog.Empty);
        var records = new List<byte[]>(count);
        var now = Start;
        for (var number = 0; number < count; number++)
        {
            // Now and then the clock is set back.
            now += Duration.FromTicks(random.Next(10) == 0 ? -random.Next(1_000) : random.Next(100_000));
            writer.AppendClamped(Event(number, now), now).Expect();
            records.Add(writer.Written.ToArray());
        }

        return records;
    }

    /// <summary>Makes an event.</summary>
    public AuditEvent Event(int number, Instant now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{number}-{random.Next()}"),
            random.Next(20) switch
            {
                0 => Instant.FromUtc(1, 1, 1, 0, 0),
                1 => Instant.FromUtc(9999, 12, 31, 23, 59),
                _ => now.Minus(Duration.FromTicks(random.NextInt64(1L << 50))),
            },
            Actor(number),
            Text(40),
            Text(random.Next(50) == 0 ? 2_000 : 60),
            Outcome(),
            Text(16))
        {
            CorrelationId = Maybe(() => Text(128)),
            OperationId = Maybe(() => Text(20)),
            Authentication = Maybe(() => new AuditAuthentication
            {
                Client = Maybe(() => Text(10)),
                Methods = [.. Texts(random.Next(4))],
                Mfa = random.Next(4) is var mfa and < 3 ? (MfaStatus)mfa : null,
                Origin = Maybe(Slot),
                TokenHash = random.Next(2) == 0 ? Hash() : null,
                UserAgent = Maybe(Slot),
            }),
            Scoring = Maybe(() => new ScoringDetails
            {
                ComputeType = Maybe(() => Text(20)),
                Duration = random.Next(2) == 0 ? Duration.FromTicks(random.NextInt64(1L << 53)) : null,
                HttpMethod = Maybe(() => Text(64)),
                RequestId = Maybe(() => Text(36)),
                RequestUrl = Maybe(Slot),
                StatusCode = random.Next(2) == 0 ? random.Next(100, 600) : null,
                UserAgent = Maybe(Slot),
            }),
            Trace = Maybe(() => new DecisionTrace
            {
                Policy = random.Next(2) == 0 ? Hash() : null,
                Rules = [.. Texts(random.Next(6))],
            }),
        };

    private AuditActor Actor(int number) => (number % 7) switch
    {
        < 5 and var kind => new AuditActor.Identified((AuditActorKind)kind, Text(36), Maybe(() => Text(36)))
        {
            Name = Maybe(Slot),
        },
        5 => new AuditActor.RunToken(Text(256), Text(100)),
        _ => new AuditActor.Unattributed((UnattributedReason)random.Next(3)),
    };

    private AuditOutcome Outcome() => random.Next(5) switch
    {
        0 => new AuditOutcome.Allowed(Text(60)),
        1 => new AuditOutcome.Denied(Text(60)),
        2 => new AuditOutcome.Failed(Text(60)),
        3 => new AuditOutcome.Started(),
        _ => new AuditOutcome.Succeeded(),
    };

    private PersonalData Slot() => random.Next(3) switch
    {
        0 => new PersonalData.Plain(Text(30)),
        1 => new PersonalData.Pseudonym(Text(20), Hash()),
        _ => new PersonalData.Sealed([.. Bytes(1 + random.Next(100))], $"subject \"{random.Next(20)}\" é"),
    };

    private string[] Texts(int count) => Enumerable.Range(0, count).Select(_ => Text(64)).ToArray();

    private Hash256 Hash() => new(Bytes(Hash256.Length));

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private T? Maybe<T>(Func<T> make)
        where T : class => random.Next(2) == 0 ? make() : null;

    // As long as is allowed now and then, in units, and never with half a pair at the end.
    private string Text(int longest)
    {
        var length = random.Next(8) == 0 ? longest : 1 + random.Next(Math.Min(longest, 12));
        var text = string.Empty;
        while (text.Length < length)
        {
            var piece = Pieces[random.Next(Pieces.Length)];
            text += piece.Length <= length - text.Length ? piece : "a";
        }

        return text;
    }
}
