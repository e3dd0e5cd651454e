using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Secrets;

public sealed class SecretBytesTests
{
    private static readonly byte[] Bytes = [1, 2, 3, 4];

    [Fact]
    public void The_bytes_are_lent_as_often_as_wanted()
    {
        using var secret = SecretBytes.CopyOf(Bytes);
        Assert.True(secret.TryLease(out var first));
        Assert.True(secret.TryLease(out var second));
        Assert.Equal(Bytes, first.Bytes.ToArray());
        Assert.Equal(Bytes, second.Bytes.ToArray());
        Assert.Equal(4, secret.Length);
        first.Dispose();
        second.Dispose();
        Assert.True(secret.TryLease(out var third));
        third.Dispose();
    }

    [Fact]
    public void The_bytes_survive_until_the_last_lease_ends_and_are_zero_then()
    {
        var erased = 0;
        var secret = new SecretBytes(Bytes, () => erased++);
        Assert.True(secret.TryLease(out var first));
        Assert.True(secret.TryLease(out var second));
        var bytes = second.Bytes;

        secret.Dispose();
        Assert.False(secret.TryLease(out var refused));
        Assert.True(refused.Bytes.IsEmpty);
        refused.Dispose();
        first.Dispose();
        Assert.Equal(Bytes, bytes.ToArray());
        Assert.False(secret.IsErased);
        Assert.Equal(0, erased);

        second.Dispose();
        Assert.Equal(new byte[4], bytes.ToArray());
        Assert.True(secret.IsErased);
        Assert.Equal(1, erased);

        secret.Dispose();
        Assert.Equal(1, erased);
    }

    [Fact]
    public async Task Of_many_threads_none_ever_sees_a_zero()
    {
        var zeros = 0;
        for (var round = 0; round < 200; round++)
        {
            var erased = 0;
            var secret = new SecretBytes(Bytes, () => Interlocked.Increment(ref erased));
            using var gate = new Barrier(4);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(
                () => Work(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.True(secret.IsErased);
            Assert.Equal(1, erased);

            void Work(int thread)
            {
                gate.SignalAndWait();
                for (var turn = 0; turn < 100 && secret.TryLease(out var lease); turn++)
                {
                    if (thread == 0 && turn == 50)
                    {
                        secret.Dispose();
                    }

                    Interlocked.Add(ref zeros, lease.Bytes.Contains((byte)0) ? 1 : 0);
                    lease.Dispose();
                }

                secret.Dispose();
            }
        }

        Assert.Equal(0, zeros);
    }

    [Fact]
    public void The_default_lease_holds_nothing()
    {
        SecretLease lease = default;
        Assert.True(lease.Bytes.IsEmpty);
        lease.Dispose();
    }

    [Fact]
    public void The_bytes_have_no_text_form() =>
        Assert.Equal(typeof(SecretBytes).FullName, SecretBytes.CopyOf(Bytes).ToString());
}
