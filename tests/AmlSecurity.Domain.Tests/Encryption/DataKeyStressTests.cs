using System.Globalization;
using AmlSecurity.Domain.Encryption;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>One data key in four threads: its results are those of one thread, and never those of a zero key.</summary>
/// <remarks><c>eng/stress-data-key.sh</c> runs it longer, by <c>AMLSEC_STRESS</c>, the number of operations.</remarks>
public sealed class DataKeyStressTests(ITestOutputHelper output)
{
    private const int Threads = 4;
    private const int Messages = 64;

    private static int Operations =>
        int.TryParse(Environment.GetEnvironmentVariable("AMLSEC_STRESS"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 20_000;

    [Fact]
    public async Task Four_threads_seal_and_open_on_one_key_as_one_thread_does()
    {
        using var key = Lab.Key();
        var sealing = Lab.Attached(key);
        var plaintexts = Enumerable.Range(0, Messages).Select(number => Lab.Bytes(number, number * 17)).ToArray();

        // A key and a handle of its own for each: nothing is shared where the truth comes from.
        var envelopes = Enumerable.Range(0, Messages)
            .Select(number => Lab.SealAttached(plaintexts[number], salt: number)).ToArray();
        var started = System.Diagnostics.Stopwatch.StartNew();

        var failures = await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () => Count(Operations / Threads, thread, turn => turn % 2 == 0
                ? IsSealed(sealing, plaintexts[turn / 2 % Messages], envelopes[turn / 2 % Messages], turn / 2 % Messages)
                : IsOpened(key, envelopes[turn / 2 % Messages], plaintexts[turn / 2 % Messages])),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        output.WriteLine($"{Operations} operations, {started.Elapsed.TotalSeconds:F1} s, {failures.Sum()} failures");
        Assert.Equal(0, failures.Sum());
    }

    [Fact]
    public async Task A_key_that_is_disposed_of_under_four_threads_never_works_as_the_zero_key()
    {
        var rounds = Math.Max(Operations / 200, 100);
        var refused = 0;
        var done = 0;
        using var truth = Lab.Key();
        using var zero = new DataKey(new byte[32], Lab.IdOf(1), Lab.Now);
        var sound = Lab.SealDetached([1, 2, 3]);
        var expected = Lab.SealDetached([4, 5, 6, 7], salt: 3);
        var forged = Lab.Seal(EnvelopeKey.Detached(zero), [1, 2, 3]);
        var failures = 0;
        for (var round = 0; round < rounds; round++)
        {
            var key = Lab.Key();
            var sealing = EnvelopeKey.Detached(key);
            using var gate = new Barrier(Threads);
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
                () => Work(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.True(key.IsErased);

            void Work(int thread)
            {
                gate.SignalAndWait();
                for (var turn = 0; turn < 40; turn++)
                {
                    if (thread == 0 && turn == 10)
                    {
                        key.Dispose();
                    }

                    var envelope = new byte[expected.Length];
                    var isSealed = Envelope.Seal(
                        sealing, Lab.Context, Lab.Salt(3), [4, 5, 6, 7], Lab.Now, envelope).IsT0;
                    var opened = Lab.Open(sound, key);
                    var isWrong = (isSealed && !envelope.AsSpan().SequenceEqual(expected))
                        || opened.Match(bytes => !bytes.AsSpan().SequenceEqual((byte[])[1, 2, 3]), refusal =>
                            refusal.Kind != OpenRefusalKind.KeyErased)
                        || Lab.Open(forged, key).IsT0;
                    Interlocked.Add(ref failures, isWrong ? 1 : 0);
                    Interlocked.Add(ref refused, isSealed ? 0 : 1);
                    Interlocked.Add(ref done, isSealed ? 1 : 0);
                }
            }
        }

        output.WriteLine($"{rounds} keys, {done} sealed, {refused} refused, {failures} failures");
        Assert.Equal(0, failures);
        Assert.InRange(done, rounds, int.MaxValue);
        Assert.InRange(refused, rounds, int.MaxValue);
        Assert.Equal([4, 5, 6, 7], Lab.Open(expected, truth).Expect());
    }

    private static int Count(int operations, int thread, Func<int, bool> isRight)
    {
        var failures = 0;
        for (var turn = 0; turn < operations; turn++)
        {
            try
            {
                failures += isRight(turn + (thread * 31)) ? 0 : 1;
            }
#pragma warning disable CA1031 // Whatever is thrown is a failure to be counted.
            catch (Exception)
#pragma warning restore CA1031
            {
                failures++;
            }
        }

        return failures;
    }

    private static bool IsSealed(EnvelopeKey key, byte[] plaintext, byte[] expected, int salt) =>
        Lab.Seal(key, plaintext, salt: salt).AsSpan().SequenceEqual(expected);

    private static bool IsOpened(DataKey key, byte[] envelope, byte[] expected) =>
        Lab.Open(envelope, key).Expect().AsSpan().SequenceEqual(expected);
}
