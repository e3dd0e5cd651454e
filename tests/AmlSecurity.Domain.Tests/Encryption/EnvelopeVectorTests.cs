using System.Text.Json;
using AmlSecurity.Domain.Encryption;
using NodaTime;
using Known = AmlSecurity.Domain.Tests.Vectors.EnvelopeVectors;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Compares this library with the vectors that an implementation in another language wrote.</summary>
public sealed class EnvelopeVectorTests
{
    private static readonly Instant Now = Instant.FromUtc(2020, 3, 13, 0, 0);

    public static TheoryData<string> Contexts => Known.NamesOf("contexts");

    public static TheoryData<string> Envelopes => Known.NamesOf("envelopes");

    public static TheoryData<string> Records => Known.NamesOf("records");

    public static TheoryData<string> Detached => Known.NamesOf("detached");

    public static TheoryData<string> Invalid => Known.NamesOf("invalid");

    public static TheoryData<string> InvalidRecords => Known.NamesOf("invalidRecords");

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_context_has_the_same_encoding_or_is_refused_for_the_same_reason(string name)
    {
        var vector = Known.Get("contexts", name);
        var pairs = Known.Pairs(vector.GetProperty("pairs"));

        var any = ContextEncoding.Encode(pairs);
        var typed = EncryptionContext.Create(pairs);

        var isTyped = vector.GetProperty("typed").GetBoolean();
        if (vector.TryGetProperty("refused", out var refused))
        {
            Assert.Equal(ContextFaultOf(refused.GetString()!), any.AsT1.Kind);
            Assert.Equal(isTyped ? any.AsT1.Kind : EncryptionContextFault.WithAnUnknownName, typed.AsT1.Kind);
        }
        else
        {
            Assert.Equal(Known.Text(vector, "encoded"), Convert.ToHexStringLower(any.AsT0));
            Assert.Equal(isTyped, typed.IsT0);
            Assert.True(!isTyped || typed.AsT0.Encoded.SequenceEqual(any.AsT0));
        }
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void Sealing_gives_the_same_bytes(string name) =>
        Known.AssertEqual(Known.Get("envelopes", name), "envelope", Seal(name));

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void A_header_is_described_as_it_was_written(string name)
    {
        var vector = Known.Get("envelopes", name);

        var header = Envelope.DescribeWrapping(Seal(name)).Expect();

        Assert.False(header.IsDetached);
        Assert.Equal(Known.Text(vector, "dekId"), header.DataKeyId.ToString());
        Assert.Equal<IEnumerable<KeyStanza>>(Known.Stanzas(vector), header.Stanzas);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void Opening_gives_the_plaintext(string name)
    {
        var vector = Known.Get("envelopes", name);
        var vault = Known.Vault();
        var plaintext = Known.Plaintext(vector);
        var opened = new byte[plaintext.Length];

        var length = Envelope.Open(
            Seal(name), Known.Context(vector), vault.Allowed, vault, Now, opened).Expect();

        Assert.Equal(plaintext.Length, length);
        Assert.Equal(plaintext, opened);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void A_range_of_the_plaintext_opens_too(string name)
    {
        var vector = Known.Get("envelopes", name);
        using var key = DataKeyOf(vector);
        var envelope = Seal(name);
        var plaintext = Known.Plaintext(vector);
        var from = plaintext.Length / 3;
        var range = new byte[Math.Min(20_000, plaintext.Length - from)];

        Envelope.OpenRange(
            (offset, destination) =>
            {
                envelope.AsSpan((int)offset, destination.Length).CopyTo(destination);
                return true;
            },
            envelope.Length,
            Known.Context(vector),
            key,
            from,
            range).Expect();

        Assert.Equal(plaintext[from..(from + range.Length)], range);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_key_record_has_the_same_bytes_and_gives_its_data_key(string name)
    {
        var vector = Known.Get("records", name);
        using var key = DataKeyOf(vector);
        var scope = Known.Text(vector, "scope");
        var vault = Known.Vault();

        var written = KeyRecord.Create(key, scope, Known.Stanzas(vector)).Expect();
        var read = KeyRecord.Read(written.Encoded).Expect();
        using var recovered = read.RecoverKey(vault.Allowed, vault).Expect();

        Known.AssertEqual(vector, "record", written.Encoded);
        Assert.Equal(scope, read.Scope);
        Assert.Equal(key.CreatedAt, read.CreatedAt);
        Assert.Equal<IEnumerable<KeyStanza>>(Known.Stanzas(vector), read.Stanzas);
        Assert.Equal(Known.Text(vector, "dekId"), recovered.Id.ToString());
        Assert.True(recovered.TryLease(out var lease));
        using (lease)
        {
            Assert.Equal(Known.Text(vector, "dek"), Convert.ToHexStringLower(lease.Bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Detached))]
    public void A_detached_envelope_has_the_same_bytes_and_opens_with_the_key_of_its_record(string name)
    {
        var vector = Known.Get("detached", name);
        var envelope = Seal(name);
        using var key = DataKeyOf(Known.Get("records", Known.Text(vector, "record")));
        var plaintext = Known.Plaintext(vector);
        var opened = new byte[plaintext.Length];

        Envelope.Open(envelope, Known.Context(vector), key, opened).Expect();

        Known.AssertEqual(vector, "envelope", envelope);
        Assert.True(Envelope.DescribeWrapping(envelope).Expect().IsDetached);
        Assert.Equal(plaintext, opened);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_envelope_is_refused_in_the_same_way(string name)
    {
        var vector = Known.Get("invalid", name);
        var envelope = Known.Data(vector, Seal);

        var refusals = vector.TryGetProperty("records", out var records)
            ? OpenDetached(envelope, vector, records)
            : [OpenAttached(envelope, vector)];

        Assert.NotEmpty(refusals);
        Assert.All(refusals, refusal => AssertSame(vector, refusal));
    }

    [Theory]
    [MemberData(nameof(InvalidRecords))]
    public void An_invalid_key_record_is_refused_in_the_same_way(string name)
    {
        var vector = Known.Get("invalidRecords", name);
        var vault = Known.Vault();

        var refusal = KeyRecord.Read(Known.Bytes(vector, "data")).Match(
            record => record.RecoverKey(vault.Allowed, vault).AsT1,
            fault => new OpenRefusal(OpenRefusalKind.Malformed, fault));

        AssertSame(vector, refusal);
    }

    private static void AssertSame(JsonElement vector, OpenRefusal refusal)
    {
        Assert.Equal(
            Known.Text(vector, "class") switch
            {
                "malformed" => OpenRefusalKind.Malformed,
                "notAllowed" => OpenRefusalKind.KeyNotAllowed,
                _ => OpenRefusalKind.Authentication,
            },
            refusal.Kind);
        Assert.Equal(vector.TryGetProperty("fault", out var fault), refusal.Fault is not null);
        if (refusal.Fault is { } found)
        {
            Assert.Equal(fault.GetString(), Known.FaultName(found.Kind));
            Assert.Equal(vector.TryGetProperty("offset", out var at) ? at.GetInt32() : found.Offset, found.Offset);
        }
    }

    private static OpenRefusal OpenAttached(byte[] envelope, JsonElement vector)
    {
        var vault = Known.Vault(vector);
        var opened = Enumerable.Repeat((byte)0xEE, envelope.Length).ToArray();

        var refusal = Envelope.Open(
            envelope, Known.Context(vector), vault.Allowed, vault, Now, opened).AsT1;

        // Nothing of the plaintext is left, and what is malformed or foreign asked nobody.
        Assert.All(opened, value => Assert.True(value is 0xEE or 0));
        Assert.InRange(vault.Asked, 0, refusal.Kind is OpenRefusalKind.Authentication ? 2 : 0);
        return refusal;
    }

    // A caller of a detached envelope looks for its data key by the id; only one of that id may be tried.
    private static List<OpenRefusal> OpenDetached(byte[] envelope, JsonElement vector, JsonElement records)
    {
        var refusals = new List<OpenRefusal>();
        var id = Envelope.DescribeWrapping(envelope).Expect().DataKeyId;
        foreach (var record in records.EnumerateArray())
        {
            using var key = DataKeyOf(Known.Get("records", record.GetString()!));
            var refusal = Envelope.Open(envelope, Known.Context(vector), key, new byte[envelope.Length]).AsT1;
            Assert.Equal(OpenRefusalKind.Authentication, refusal.Kind);
            if (key.Id == id)
            {
                refusals.Add(refusal);
            }
        }

        return refusals is [] ? [new OpenRefusal(OpenRefusalKind.KeyNotAllowed)] : refusals;
    }

    private static byte[] Seal(string name)
    {
        var isDetached = Known.Has("detached", name);
        var vector = Known.Get(isDetached ? "detached" : "envelopes", name);
        using var dataKey = DataKeyOf(isDetached ? Known.Get("records", Known.Text(vector, "record")) : vector);
        var key = isDetached
            ? EnvelopeKey.Detached(dataKey)
            : EnvelopeKey.Attached(dataKey, Known.Stanzas(vector)).Expect();
        var plaintext = Known.Plaintext(vector);
        var envelope = new byte[Envelope.SealedLength(key, plaintext.Length)];
        Envelope.Seal(
            key, Known.Context(vector), Known.Bytes(vector, "salt"), plaintext, dataKey.CreatedAt, envelope).Expect();
        return envelope;
    }

    private static DataKey DataKeyOf(JsonElement vector) => new(
        Known.Bytes(vector, "dek"),
        new DataKeyId(Known.Bytes(vector, "dekId")),
        vector.TryGetProperty("createdAt", out var seconds) ? Instant.FromUnixTimeSeconds(seconds.GetInt64()) : Now);

    private static EncryptionContextFault ContextFaultOf(string refused) => refused switch
    {
        "TooManyPairs" => EncryptionContextFault.WithTooManyPairs,
        "EmptyName" or "NameTooLong" => EncryptionContextFault.WithANameOfTheWrongLength,
        "DuplicateName" => EncryptionContextFault.WithADuplicateName,
        "UnpairedSurrogate" => EncryptionContextFault.WithTextThatIsNotUnicode,
        "TooLong" => EncryptionContextFault.TooLong,
        _ => throw new ArgumentException($"no fault is known for `{refused}`", nameof(refused)),
    };
}
