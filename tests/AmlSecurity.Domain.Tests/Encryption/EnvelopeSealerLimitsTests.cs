using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>A data key that has written enough is left behind for a new one.</summary>
public sealed class EnvelopeSealerLimitsTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_data_key_writes_as_many_messages_as_it_may()
    {
        var sealer = NewSealer(messages: 3);
        List<DataKeyId> ids = [];
        for (var number = 0; number < 9; number++)
        {
            ids.Add((await sealer.SealAsync([1])).Header().DataKeyId);
        }

        Assert.Equal([3, 3, 3], ids.GroupBy(id => id).Select(same => same.Count()));
        Assert.Equal(3, _lab.Vault.Wraps.Count);
    }

    [Fact]
    public async Task A_data_key_writes_as_many_bytes_as_it_may()
    {
        var sealer = NewSealer(bytes: 10);
        var first = await sealer.SealAsync(new byte[6]);
        var second = await sealer.SealAsync(new byte[5]);
        var third = await sealer.SealAsync(new byte[5]);

        Assert.NotEqual(first.Header().DataKeyId, second.Header().DataKeyId);
        Assert.Equal(second.Header().DataKeyId, third.Header().DataKeyId);
        Assert.Equal(new byte[10], await sealer.ReadAsync(await sealer.SealAsync(new byte[10])));
        await Assert.ThrowsAsync<ArgumentException>(() => sealer.SealAsync(new byte[11]));
    }

    [Fact]
    public async Task A_data_key_writes_until_it_is_as_old_as_it_may_be()
    {
        var sealer = NewSealer(Duration.FromMinutes(1));
        var first = await sealer.SealAsync([1]);
        _lab.Clocks.Pass(Duration.FromMinutes(1) - Duration.Epsilon);
        var second = await sealer.SealAsync([2]);
        _lab.Clocks.Pass(Duration.Epsilon);
        var third = await sealer.SealAsync([3]);

        Assert.Equal(first.Header().DataKeyId, second.Header().DataKeyId);
        Assert.NotEqual(first.Header().DataKeyId, third.Header().DataKeyId);
        Assert.Equal([1], await sealer.ReadAsync(first));
    }

    [Fact]
    public async Task Streams_take_a_new_data_key_too()
    {
        var sealer = NewSealer(messages: 1);
        using var first = await sealer.BeginSealAsync();
        using var second = await sealer.BeginSealAsync();

        Assert.NotEqual(
            (await first.WriteAsync(new byte[5], 5)).Envelope.Header().DataKeyId,
            (await second.WriteAsync(new byte[5], 5)).Envelope.Header().DataKeyId);
    }

    [Fact]
    public async Task A_vault_that_takes_longer_than_a_data_key_lives_ends_in_a_refusal()
    {
        var sealer = NewSealer(Duration.FromSeconds(1));
        _lab.Vault.OnWrap = (_, _) =>
        {
            // Stops a sealer that asks for ever.
            if (_lab.Vault.Wraps.Count > 20)
            {
                throw new InvalidOperationException("asked for ever");
            }

            _lab.Clocks.Pass(Duration.FromSeconds(1));
            return null;
        };

        Assert.Equal(KeyRefusal.Retired, (await sealer.SealAsync(new byte[1], Lab.Context, default)).AsT1);
        Assert.Equal(KeyRefusal.Retired, (await sealer.BeginSealAsync(Lab.Context, default)).AsT1);
        Assert.InRange(_lab.Vault.Wraps.Count, 2, 6);
    }

    [Fact]
    public async Task Many_callers_share_few_data_keys_and_none_writes_too_much()
    {
        var sealer = NewSealer(messages: 10);
        var envelopes = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => sealer.SealAsync([1]))));

        Assert.All(
            envelopes.GroupBy(envelope => envelope.Header().DataKeyId), same => Assert.InRange(same.Count(), 1, 10));
        Assert.InRange(_lab.Vault.Wraps.Count, 20, 60);
    }

    [Fact]
    public async Task A_record_writes_for_a_day()
    {
        var sealer = _lab.NewSealer();
        var record = (await sealer.CreateKeyRecordAsync("ws", default)).Expect();
        _lab.Clocks.Pass(Duration.FromHours(24) - Duration.FromSeconds(1));
        var envelope = await SealAsync(sealer, record);
        _lab.Clocks.Pass(Duration.FromSeconds(1));

        Assert.Equal(
            KeyRefusal.Retired, (await sealer.SealAsync(new byte[1], Lab.Context, record, default)).AsT1);
        Assert.Equal([0], (await sealer.OpenAsync(envelope, Lab.Context, record, default)).Expect());
    }

    [Fact]
    public async Task Narrower_limits_hold_for_records_too()
    {
        var sealer = NewSealer(Duration.FromHours(1), messages: 2);
        var record = (await sealer.CreateKeyRecordAsync("ws", default)).Expect();
        await SealAsync(sealer, record);
        await SealAsync(sealer, record);
        Assert.Equal(
            KeyRefusal.Retired, (await sealer.SealAsync(new byte[1], Lab.Context, record, default)).AsT1);

        var other = NewSealer(Duration.FromHours(1));
        await SealAsync(other, record);
        _lab.Clocks.Pass(Duration.FromHours(1));
        Assert.Equal(KeyRefusal.Retired, (await other.SealAsync(new byte[1], Lab.Context, record, default)).AsT1);
    }

    private static async Task<byte[]> SealAsync(EnvelopeSealer sealer, KeyRecord record) =>
        (await sealer.SealAsync(new byte[1], Lab.Context, record, default)).Expect();

    private EnvelopeSealer NewSealer(
        Duration? age = null,
        long messages = DataKeyLimits.GreatestMessageCount,
        long bytes = DataKeyLimits.GreatestByteCount) =>
        _lab.NewSealer(new(Limits: new DataKeyLimits(age ?? DataKeyLimits.GreatestAge, messages, bytes)));
}
