using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class DataKeyTests
{
    private static readonly byte[] Sealed = Lab.SealAttached([1, 2, 3]);

    [Fact]
    public void A_key_writes_until_just_before_24_hours()
    {
        using var key = Lab.Key();
        var sealing = EnvelopeKey.Detached(key);
        var end = Lab.Now + DataKeyLimits.GreatestAge;

        Assert.Null(Refusal(sealing, 1, end - Duration.Epsilon));
        Assert.Equal(SealRefusal.TooOld, Refusal(sealing, 1, end));
        Assert.Equal(SealRefusal.TooOld, Refusal(sealing, 1, Instant.MaxValue));
        Assert.Equal(SealRefusal.TooOld, Envelope.BeginSeal(sealing, Lab.Context, Lab.Salt(), end).AsT1);
        Assert.Null(Refusal(sealing, 1, Instant.MinValue));
    }

    [Fact]
    public void A_key_of_any_age_opens()
    {
        using var key = new DataKey(Lab.KeyBytes(), Lab.IdOf(1), Instant.MinValue);
        Assert.Equal([1, 2, 3], Lab.Open(Sealed, key).Expect());
    }

    [Fact]
    public void A_key_writes_as_many_messages_as_its_limit_says()
    {
        using var key = Lab.Key(limits: new DataKeyLimits(DataKeyLimits.GreatestAge, messages: 3));
        var sealing = EnvelopeKey.Detached(key);

        Assert.Null(Refusal(sealing, 1));
        Assert.Null(Refusal(sealing, 0));
        Assert.True(Envelope.BeginSeal(sealing, Lab.Context, Lab.Salt(), Lab.Now).IsT0);
        Assert.Equal(SealRefusal.UsedForTooManyMessages, Refusal(sealing, 1));
        Assert.Equal(SealRefusal.UsedForTooManyMessages, Refusal(sealing, 1));
        Assert.Equal([1, 2, 3], Lab.Open(Sealed, key).Expect());
    }

    [Fact]
    public void A_key_writes_as_many_bytes_as_its_limit_says()
    {
        using var key = Lab.Key(limits: new DataKeyLimits(DataKeyLimits.GreatestAge, bytes: 10));
        var sealing = EnvelopeKey.Detached(key);

        Assert.Null(Refusal(sealing, 4));
        Assert.Equal(SealRefusal.UsedForTooManyBytes, Refusal(sealing, 7));
        Assert.Null(Refusal(sealing, 6));
        Assert.Null(Refusal(sealing, 0));
        Assert.Equal(SealRefusal.UsedForTooManyBytes, Refusal(sealing, 1));
    }

    [Fact]
    public void A_message_that_was_refused_for_its_bytes_counts_as_none()
    {
        using var key = Lab.Key(limits: new DataKeyLimits(DataKeyLimits.GreatestAge, messages: 2, bytes: 10));
        var sealing = EnvelopeKey.Detached(key);

        Assert.Equal(SealRefusal.UsedForTooManyBytes, Refusal(sealing, 11));
        Assert.Null(Refusal(sealing, 5));
        Assert.Null(Refusal(sealing, 5));
        Assert.Equal(SealRefusal.UsedForTooManyMessages, Refusal(sealing, 0));
    }

    [Fact]
    public async Task Threads_that_meet_at_the_limit_do_not_get_past_it()
    {
        using var key = Lab.Key(limits: new DataKeyLimits(DataKeyLimits.GreatestAge, messages: 1_000, bytes: 2_000));
        var sealing = EnvelopeKey.Detached(key);
        var sealedCounts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 500).Count(_ => Refusal(sealing, 1) is null))));

        Assert.Equal(1_000, sealedCounts.Sum());
    }

    [Fact]
    public void A_disposed_key_is_refused_at_every_door()
    {
        var key = Lab.Key();
        var sealing = Lab.Attached(key);
        key.Dispose();
        key.Dispose();

        Assert.True(key.IsErased);
        Assert.False(key.TryLease(out _));
        Assert.Equal(SealRefusal.Erased, Refusal(sealing, 1));
        Assert.Equal(SealRefusal.Erased, Envelope.BeginSeal(sealing, Lab.Context, Lab.Salt(), Lab.Now).AsT1);
        Assert.Equal(SealRefusal.Erased, EnvelopeKey.Attached(key, FakeVault.Wrap(Lab.KeyBytes())).AsT1);
        Assert.Equal(SealRefusal.Erased, KeyRecord.Create(key, "ws", FakeVault.Wrap(Lab.KeyBytes())).AsT1);
        Assert.Equal(OpenRefusalKind.KeyErased, Lab.Open(Sealed, key).AsT1.Kind);
        Assert.Equal(OpenRefusalKind.KeyErased, Lab.Open(Lab.SealDetached([1]), key).AsT1.Kind);
        Assert.Equal(OpenRefusalKind.KeyErased, Lab.OpenStreamed(Sealed, key, 10).AsT1.Kind);
        Assert.Equal(OpenRefusalKind.KeyErased, Lab.OpenRandomly(Sealed, key).AsT1.Kind);
    }

    // Others may still be at work with the key; that is no reason to call a sound envelope false.
    [Fact]
    public void A_disposed_key_that_is_still_lent_is_erased_and_not_wrong()
    {
        var key = Lab.Key();
        Assert.True(key.TryLease(out var lease));
        key.Dispose();

        Assert.False(key.IsErased);
        Assert.Equal(OpenRefusalKind.KeyErased, Lab.Open(Sealed, key).AsT1.Kind);
        Assert.Equal(OpenRefusalKind.KeyErased, Lab.OpenStreamed(Sealed, key, 10).AsT1.Kind);
        Assert.Equal(Lab.KeyBytes(), lease.Bytes.ToArray());

        var bytes = lease.Bytes;
        lease.Dispose();
        Assert.True(key.IsErased);
        Assert.Equal(new byte[32], bytes.ToArray());
    }

    [Fact]
    public void What_is_open_reads_on_when_the_key_is_gone()
    {
        var key = Lab.Key();
        using var access = Envelope.OpenRandomAccess(Lab.ReaderOf(Sealed), Sealed.Length, Lab.Context, key).Expect();
        key.Dispose();
        var plaintext = new byte[3];

        Assert.True(key.IsErased);
        Assert.True(access.TryRead(0, plaintext));
        access.Dispose();
        Assert.Throws<ObjectDisposedException>(() => access.TryRead(0, plaintext));
        Assert.Throws<ObjectDisposedException>(() => access.TryAuthenticateLength());
    }

    [Fact]
    public void A_new_key_takes_its_bytes_and_its_id_from_the_source()
    {
        var random = new Scripted(Lab.Bytes(3, 48));
        using var key = DataKey.Generate(random, Lab.Now);
        Assert.True(key.TryLease(out var lease));

        Assert.Equal(Lab.Bytes(3, 48)[..32], lease.Bytes.ToArray());
        Assert.Equal(new DataKeyId(Lab.Bytes(3, 48).AsSpan(32)), key.Id);
        Assert.Equal((Lab.Now, DataKeyLimits.Widest), (key.CreatedAt, key.Limits));
        lease.Dispose();
    }

    private static SealRefusal? Refusal(EnvelopeKey key, int length, Instant? now = null) =>
        Envelope.Seal(
            key, Lab.Context, Lab.Salt(), new byte[length], now ?? Lab.Now, new byte[Envelope.SealedLength(key, length)])
            .Match<SealRefusal?>(_ => null, refusal => refusal);

    private sealed class Scripted(byte[] script) : IRandomSource
    {
        public void Fill(Span<byte> bytes) => script.CopyTo(bytes);
    }
}
