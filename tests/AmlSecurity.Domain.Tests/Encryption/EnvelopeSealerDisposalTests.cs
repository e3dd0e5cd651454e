using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>After a sealer is disposed of it does nothing, and while that happens never anything wrong.</summary>
public sealed class EnvelopeSealerDisposalTests : IDisposable
{
    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_sealer_that_is_disposed_of_does_nothing_more()
    {
        var sealer = _lab.NewSealer();
        var record = (await sealer.CreateKeyRecordAsync("ws", default)).Expect();
        var known = await sealer.SealAsync([1]);
        var unknown = await _lab.SealElsewhereAsync([2]);
        var detached = (await sealer.SealAsync(new byte[1], Lab.Context, record, default)).Expect();
        var asked = _lab.Vault.Asked;
        var rotated = _lab.Ring.Rotate(new KeyVersion("2", Lab.Now), Lab.Now).Expect();
        var recovery = rotated.MarkCompromised("1", Lab.Now).Expect()
            .OpenRecovery("1", "test", Lab.Now, NodaTime.Duration.FromHours(1)).Expect();
        sealer.Dispose();
        sealer.Dispose();

        Func<Task>[] operations =
        [
            () => sealer.OpenAsync(known),
            () => sealer.OpenAsync(unknown),
            () => sealer.OpenAsync([]),
            async () => await sealer.OpenAsync(detached, Lab.Context, record, default),
            () => sealer.SealAsync([1]),
            async () => await sealer.SealAsync(new byte[1], Lab.Context, record, default),
            async () => await sealer.BeginSealAsync(Lab.Context, default),
            () => sealer.BeginOpenAsync(known),
            async () => await sealer.ReencryptAsync(known, Lab.Context, default),
            async () => await sealer.RewrapAsync(known, _lab.Ring, default),
            async () => await sealer.RewrapAsync(known, rotated, default),
            async () => await sealer.RewrapAsync(record, rotated, default),
            async () => await sealer.RecoverAsync(known, Lab.Context, recovery, default),
            async () => await sealer.CreateKeyRecordAsync("ws", default),
            async () => await sealer.UpdateRingAsync(default),
            () => Task.Run(() => sealer.Adopt(rotated)),
        ];
        foreach (var operation in operations)
        {
            var error = await Assert.ThrowsAsync<ObjectDisposedException>(operation);
            Assert.EndsWith(nameof(EnvelopeSealer), error.ObjectName, StringComparison.Ordinal);
        }

        await sealer.RefreshDueAsync();
        Assert.Equal(asked, _lab.Vault.Asked);
        Assert.Equal(0, sealer.CachedKeys);
        Assert.Null(sealer.NextDeadline);
    }

    [Fact]
    public async Task Streams_end_with_their_sealer()
    {
        var sealer = _lab.NewSealer();
        var envelope = await sealer.SealAsync(new byte[20_000]);
        using var reader = await sealer.BeginOpenAsync(envelope);
        using var writer = await sealer.BeginSealAsync();
        sealer.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => reader.ReadAsync(envelope.AsMemory(envelope.Header().Length), 16_400));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.WriteAsync(new byte[5], 5));
    }

    [Fact]
    public async Task Whoever_waits_when_it_is_disposed_of_is_told_and_the_answer_is_thrown_away()
    {
        var envelope = await _lab.SealElsewhereAsync([1]);
        var sealer = _lab.NewSealer();
        _lab.Vault.Hold();
        var open = sealer.OpenAsync(envelope);
        var seal = sealer.SealAsync([1]);
        sealer.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => open);
        _lab.Vault.Release();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => seal);
        Assert.Equal(0, sealer.CachedKeys);
        Assert.Equal(2, _lab.Vault.Asked);
    }

    [Fact]
    public async Task Keys_that_make_room_and_are_given_up_under_four_threads_never_open_to_anything_wrong()
    {
        var envelopes = new byte[4][];
        for (var number = 0; number < envelopes.Length; number++)
        {
            envelopes[number] = await _lab.SealElsewhereAsync([(byte)number, 1, 2]);
        }

        var ring = _lab.Ring;
        var disabled = ring.Disable("1", Lab.Now).Expect();
        (int Opened, int Refused, int Disposed, int Wrong) sum = default;
        for (var round = 0; round < 40; round++)
        {
            var sealer = _lab.NewSealer(new(CachedKeys: 2));
            using var gate = new Barrier(4);
            var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(
                () => WorkAsync(sealer, thread, gate),
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
            foreach (var count in counts)
            {
                sum.Opened += count.Opened;
                sum.Refused += count.Refused;
                sum.Disposed += count.Disposed;
                sum.Wrong += count.Wrong;
            }
        }

        Assert.Equal(0, sum.Wrong);
        Assert.InRange(sum.Opened, 40, int.MaxValue);
        Assert.InRange(sum.Disposed, 40, int.MaxValue);
        Assert.Equal(40 * 4 * 30, sum.Opened + sum.Refused + sum.Disposed);

        async Task<(int Opened, int Refused, int Disposed, int Wrong)> WorkAsync(
            EnvelopeSealer sealer, int thread, Barrier gate)
        {
            (int Opened, int Refused, int Disposed, int Wrong) count = default;
            gate.SignalAndWait();
            for (var turn = 0; turn < 30; turn++)
            {
                if (thread == 0 && turn is > 5 and < 16)
                {
                    sealer.Adopt(turn % 2 == 0 ? disabled : ring);
                }

                if (thread == 0 && turn == 22)
                {
                    sealer.Dispose();
                }

                var number = (turn + thread) % envelopes.Length;
                try
                {
                    var outcome = await sealer.OpenAsync(envelopes[number]);
                    count.Opened += outcome.IsT0 ? 1 : 0;
                    count.Refused += outcome.IsT1 ? 1 : 0;
                    count.Wrong += outcome.Match(
                        plaintext => plaintext is [var first, 1, 2] && first == number,
                        refusal => refusal.Kind is OpenRefusalKind.KeyDenied or OpenRefusalKind.KeyErased) ? 0 : 1;
                }
                catch (ObjectDisposedException)
                {
                    count.Disposed++;
                }
            }

            return count;
        }
    }
}
