using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Which data keys stay in memory.</summary>
public sealed class DataKeyCacheTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task The_key_that_was_used_longest_ago_makes_room()
    {
        byte[][] envelopes = [await SealAsync(0), await SealAsync(1), await SealAsync(2)];
        var sealer = _lab.NewSealer(new(CachedKeys: 2));
        await OpenAsync(0, 1, 0, 2);
        Assert.Equal(3, _lab.Vault.Unwraps.Count);

        await OpenAsync(0, 2);
        Assert.Equal(3, _lab.Vault.Unwraps.Count);
        await OpenAsync(1);
        Assert.Equal(4, _lab.Vault.Unwraps.Count);
        await OpenAsync(2);
        Assert.Equal(4, _lab.Vault.Unwraps.Count);
        await OpenAsync(0);
        Assert.Equal(5, _lab.Vault.Unwraps.Count);
        Assert.Equal(2, sealer.CachedKeys);

        async Task OpenAsync(params int[] numbers)
        {
            foreach (var number in numbers)
            {
                Assert.Equal([(byte)number], await sealer.ReadAsync(envelopes[number]));
            }
        }
    }

    [Fact]
    public async Task Ten_thousand_headers_leave_no_more_keys_than_there_is_room_for()
    {
        using var bytes = SecretBytes.CopyOf(Lab.KeyBytes());
        var stanza = (await _lab.Software.WrapAsync(SealerLab.IdOf("1"), bytes, default)).Expect();
        var sealer = _lab.NewSealer(new(CachedKeys: 100));
        for (var number = 0; number < 10_000; number++)
        {
            using var handle = new DataKey(Lab.KeyBytes(), Lab.IdOf(number), Lab.Now);
            var header = EnvelopeKey.Attached(handle, stanza).Expect().Header.ToArray();
            var outcome = await sealer.BeginOpenAsync(header, Lab.Context, default);
            outcome.Expect().Dispose();
            if (number % 500 == 99)
            {
                Assert.Equal(100, sealer.CachedKeys);
            }
        }

        Assert.Equal(10_000, _lab.Vault.Unwraps.Count);
        Assert.Equal(100, sealer.CachedKeys);
    }

    [Fact]
    public async Task Headers_that_do_not_open_take_no_room_from_those_that_do()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer(new(CachedKeys: 4));
        Assert.Equal([1], await sealer.ReadAsync(envelope));
        for (var at = 12; at < 28; at++)
        {
            Assert.Equal(default, await sealer.FailAsync(envelope.With(bytes => bytes[at] ^= 1)));
        }

        var asked = _lab.Vault.Unwraps.Count;
        Assert.Equal(1, sealer.CachedKeys);
        Assert.Equal([1], await sealer.ReadAsync(envelope));
        Assert.Equal(asked, _lab.Vault.Unwraps.Count);
    }

    [Fact]
    public async Task More_opens_at_a_time_than_there_is_room_for_all_end_and_ask_little_more_than_once_each()
    {
        const int Count = 40;
        var envelopes = await Task.WhenAll(Enumerable.Range(0, Count).Select(SealAsync));
        var sealer = _lab.NewSealer(new(CachedKeys: 1));
        _lab.Vault.Hold();
        var opens = envelopes.Select(sealer.ReadAsync).ToArray();
        Assert.Equal(Count, _lab.Vault.Unwraps.Count);
        _lab.Vault.Release();

        var plaintexts = await Task.WhenAll(opens);
        Assert.Equal(Enumerable.Range(0, Count), plaintexts.Select(plaintext => (int)plaintext[0]));
        Assert.Equal(1, sealer.CachedKeys);
        Assert.InRange(_lab.Vault.Unwraps.Count, Count, 2 * Count);
    }

    [Fact]
    public async Task A_key_that_comes_while_others_are_asked_for_is_there_for_who_waited()
    {
        byte[][] envelopes = [await SealAsync(0), await SealAsync(1)];
        var sealer = _lab.NewSealer(new(CachedKeys: 1));
        var first = _lab.Vault.Hold();
        var early = sealer.ReadAsync(envelopes[0]);
        var second = _lab.Vault.Hold();
        var late = sealer.ReadAsync(envelopes[1]);
        _lab.Vault.HoldNoMore();

        first.SetResult();
        Assert.Equal([0], await early);
        second.SetResult();
        Assert.Equal([1], await late);
        Assert.Equal(2, _lab.Vault.Unwraps.Count);
        Assert.Equal(1, sealer.CachedKeys);
    }

    [Fact]
    public async Task Whoever_leaves_keeps_no_place()
    {
        byte[][] envelopes = [await SealAsync(0), await SealAsync(1), await SealAsync(2)];
        var sealer = _lab.NewSealer(new(CachedKeys: 1));
        using var leaving = new CancellationTokenSource();
        _lab.Vault.Hold();
        var opens = envelopes.Select(one => sealer.OpenAsync(one, Lab.Context, leaving.Token).AsTask()).ToArray();
        Assert.Equal(3, sealer.CachedKeys);
        await leaving.CancelAsync();
        foreach (var open in opens)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open);
        }

        _lab.Vault.Release();
        Assert.Equal([0], await sealer.ReadAsync(envelopes[0]));
        Assert.Equal([1], await sealer.ReadAsync(envelopes[1]));
        Assert.Equal([2], await sealer.ReadAsync(envelopes[2]));
        Assert.Equal(1, sealer.CachedKeys);
    }

    [Fact]
    public async Task A_key_that_made_room_while_its_stream_was_open_comes_back()
    {
        var envelope = await SealAsync(7);
        var header = envelope.Header().Length;
        var sealer = _lab.NewSealer(new(CachedKeys: 1));
        using var reader = (await sealer.BeginOpenAsync(envelope.AsMemory(0, header), Lab.Context, default)).Expect();
        await sealer.ReadAsync(await SealAsync(8));

        var plaintext = new byte[1];
        Assert.Equal(0, (await reader.UpdateAsync(envelope.AsMemory(header), plaintext, default)).Expect());
        Assert.Equal(1, (await reader.FinishAsync(plaintext, default)).Expect());
        Assert.Equal([7], plaintext);
        Assert.Equal(3, _lab.Vault.Unwraps.Count);
    }

    private Task<byte[]> SealAsync(int number) => _lab.SealElsewhereAsync([(byte)number]);
}
