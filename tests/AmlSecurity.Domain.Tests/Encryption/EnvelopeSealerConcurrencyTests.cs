using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Many callers at a time: the vault is asked once, and whoever leaves takes nobody along.</summary>
public sealed class EnvelopeSealerConcurrencyTests : IDisposable
{
    private const int Callers = 1000;

    private readonly SealerLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_thousand_first_opens_are_one_question_to_the_vault()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        _lab.Vault.Hold();

        var opens = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => sealer.ReadAsync(envelope))).ToArray();
        while (_lab.Vault.Unwraps.Count == 0)
        {
            await Task.Yield();
        }

        _lab.Vault.Release();
        Assert.All(await Task.WhenAll(opens), plaintext => Assert.Equal([1, 2, 3], plaintext));
        Assert.Single(_lab.Vault.Unwraps);
    }

    [Fact]
    public async Task A_thousand_first_seals_are_one_question_to_the_vault()
    {
        var sealer = _lab.NewSealer();
        _lab.Vault.Hold();

        var seals = Enumerable.Range(0, Callers).Select(_ => sealer.SealAsync([1, 2, 3])).ToArray();
        Assert.All(seals, seal => Assert.False(seal.IsCompleted));
        _lab.Vault.Release();
        var envelopes = await Task.WhenAll(seals);

        Assert.Single(_lab.Vault.Wraps);
        Assert.Single(envelopes.Select(envelope => envelope.Header().DataKeyId).Distinct());
        Assert.Equal(Callers, envelopes.Select(envelope => Convert.ToHexString(envelope[^75..])).Distinct().Count());
        Assert.All(envelopes[..10], envelope => Assert.Equal([1, 2, 3], sealer.ReadAsync(envelope).Result));
    }

    [Fact]
    public async Task First_seals_on_four_threads_are_one_question_however_they_meet()
    {
        for (var round = 0; round < 60; round++)
        {
            var sealer = _lab.NewSealer();
            var before = _lab.Vault.Wraps.Count;
            using var gate = new Barrier(4);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                async () =>
                {
                    gate.SignalAndWait();
                    await sealer.SealAsync([1]);
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

            Assert.Equal(before + 1, _lab.Vault.Wraps.Count);
        }
    }

    [Fact]
    public async Task The_first_caller_who_leaves_does_not_take_the_others_along()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        using var leaving = new CancellationTokenSource();
        _lab.Vault.Hold();
        var first = sealer.OpenAsync(envelope, Lab.Context, leaving.Token).AsTask();
        var second = sealer.ReadAsync(envelope);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(second.IsCompleted);
        _lab.Vault.Release();

        Assert.Equal([1, 2, 3], await second);
        Assert.Single(_lab.Vault.Unwraps);
    }

    [Fact]
    public async Task When_all_have_left_the_answer_is_kept_for_the_next()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        using var leaving = new CancellationTokenSource();
        _lab.Vault.Hold();
        var open = sealer.OpenAsync(envelope, Lab.Context, leaving.Token).AsTask();
        var seal = sealer.SealAsync(new byte[] { 1 }, Lab.Context, leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => seal);

        _lab.Vault.Release();

        Assert.Equal([1, 2, 3], await sealer.ReadAsync(envelope));
        Assert.Equal(72 + 1 + envelope.Header().Length, (await sealer.SealAsync([1])).Length);
        Assert.Single(_lab.Vault.Unwraps);
        Assert.Single(_lab.Vault.Wraps);
    }

    [Fact]
    public async Task Who_has_left_already_is_not_served()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var sealer = _lab.NewSealer();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await sealer.OpenAsync(envelope, Lab.Context, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await sealer.SealAsync(envelope, Lab.Context, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await sealer.BeginSealAsync(Lab.Context, cancelled));
        Assert.Equal(0, _lab.Vault.Asked);
    }

    [Fact]
    public async Task What_the_vault_throws_when_nobody_waits_disturbs_nobody()
    {
        var envelope = await _lab.SealElsewhereAsync([1, 2, 3]);
        var error = new TimeoutException("nobody waits for this");
        var unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs args) =>
            unobserved += args.Exception.InnerExceptions.Contains(error) ? 1 : 0;

        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await LeaveAsync(envelope, error);
            for (var turn = 0; turn < 3; turn++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        Assert.Equal(0, unobserved);
        Assert.Single(_lab.Vault.Unwraps);
    }

    // In a method of its own, so that nothing on the stack keeps its tasks.
    private async Task LeaveAsync(byte[] envelope, Exception error)
    {
        using var sealer = new EnvelopeSealer(_lab.Vault, _lab.Ring, _lab.Clocks.Clocks);
        using var leaving = new CancellationTokenSource();
        _lab.Vault.Error = error;
        _lab.Vault.Hold();
        var open = sealer.OpenAsync(envelope, Lab.Context, leaving.Token).AsTask();
        var seal = sealer.SealAsync(envelope, Lab.Context, leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => seal);
        _lab.Vault.Release();

        // Whoever asks now waits for the same answers, or comes after them.
        await Assert.ThrowsAsync<TimeoutException>(() => sealer.SealAsync([1]));
    }
}
