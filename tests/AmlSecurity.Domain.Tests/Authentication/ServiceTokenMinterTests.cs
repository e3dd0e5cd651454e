using System.Text;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class ServiceTokenMinterTests
{
    private static readonly Instant Now = TokenLab.Now;
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public async Task A_token_is_made_under_the_newest_key_that_signs_and_both_are_accepted_meanwhile()
    {
        using var old = InMemoryTokenSigner.Hs256("old", TokenLab.Secret, new KeyPeriod(Now - Day, Now + Day));
        using var young = InMemoryTokenSigner.Hs256("young", TokenLab.Secret, new KeyPeriod(Now));
        using var next = InMemoryTokenSigner.Hs256("next", TokenLab.Secret, new KeyPeriod(Now + Day));
        using var oldKey = ServiceTokenKey.Hs256("old", TokenLab.Secret, old.Period);
        using var youngKey = ServiceTokenKey.Hs256("young", TokenLab.Secret, young.Period);
        var minter = new ServiceTokenMinter(old, next, young);
        var checker = new ServiceTokenChecker([oldKey, youngKey], TokenLab.Policy);

        var before = await MintAsync(minter, Now - Duration.FromSeconds(1));
        var after = await MintAsync(minter, Now);

        Assert.Contains("old", HeaderOf(before), StringComparison.Ordinal);
        Assert.Contains("young", HeaderOf(after), StringComparison.Ordinal);
        Assert.Contains("next", HeaderOf(await MintAsync(minter, Now + Day)), StringComparison.Ordinal);
        Assert.True(checker.Check(before, TokenLab.Workspace, Now).IsAccepted);
        Assert.True(checker.Check(after, TokenLab.Workspace, Now).IsAccepted);
    }

    [Fact]
    public async Task A_key_that_is_revoked_or_retired_signs_nothing()
    {
        using var revoked = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret, new KeyPeriod(Now, isRevoked: true));
        using var retired = InMemoryTokenSigner.Hs256("k2", TokenLab.Secret, new KeyPeriod(Now - Day, Now));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => MintAsync(new ServiceTokenMinter(revoked, retired), Now));
        Assert.Contains(
            "k2",
            HeaderOf(await MintAsync(new ServiceTokenMinter(revoked, retired), Now - Duration.FromSeconds(1))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_minter_makes_is_what_is_minted_under_one_key()
    {
        using var signer = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);

        Assert.Equal(TokenLab.Mint(), await MintAsync(new ServiceTokenMinter(signer), Now));
    }

    [Fact]
    public async Task A_buffer_that_is_too_short_is_refused_and_the_exact_length_is_enough()
    {
        using var signer = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);
        var minter = new ServiceTokenMinter(signer);
        var length = TokenLab.Mint().Length;

        await Assert.ThrowsAsync<ArgumentException>(
            async () => await minter.MintAsync(TokenLab.Claims, new byte[length - 1], default));
        Assert.Equal(length, await minter.MintAsync(TokenLab.Claims, new byte[length], default));
    }

    [Fact]
    public void Two_signers_of_one_name_are_a_callers_mistake()
    {
        using var one = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);
        using var two = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);

        Assert.Throws<ArgumentException>(() => new ServiceTokenMinter(one, two));
        Assert.Throws<ArgumentException>(() => new ServiceTokenMinter(new LyingSigner("k 1")));
    }

    [Fact]
    public async Task A_signer_that_answers_later_is_waited_for()
    {
        using var signer = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);

        Assert.Equal(TokenLab.Mint(), await MintAsync(new ServiceTokenMinter(new LateSigner(signer)), Now));
    }

    [Fact]
    public async Task A_signer_that_writes_another_length_is_found_out() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => MintAsync(new ServiceTokenMinter(new LyingSigner("k1")), Now));

    [Fact]
    public async Task A_signer_signs_nothing_once_it_is_cancelled_or_disposed_of()
    {
        using var ecdsa = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        foreach (var signer in new[] { InMemoryTokenSigner.Hs256("k1", TokenLab.Secret), InMemoryTokenSigner.Es256("k1", ecdsa) })
        {
            await Assert.ThrowsAsync<OperationCanceledException>(
                async () => await signer.SignAsync("a"u8.ToArray(), new byte[64], new CancellationToken(canceled: true)));
            Assert.True(await signer.SignAsync("a"u8.ToArray(), new byte[64], default) > 0);
            signer.Dispose();
            await Assert.ThrowsAsync<ObjectDisposedException>(
                async () => await signer.SignAsync("a"u8.ToArray(), new byte[64], default));
        }
    }

    [Fact]
    public void Making_and_checking_take_no_memory_once_they_are_warm()
    {
        using var signer = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);
        using var key = TokenLab.Key();
        var minter = new ServiceTokenMinter(signer);
        var checker = new ServiceTokenChecker([key], TokenLab.Policy);
        var token = new byte[ServiceTokenChecker.MaximumLength];
        var payload = new byte[ServiceTokenChecker.MaximumPayloadLength];
        Turn();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var turn = 0; turn < 100; turn++)
        {
            Turn();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 99);

        void Turn()
        {
            var minted = minter.MintAsync(TokenLab.Claims, token, default);
            Assert.True(minted.IsCompletedSuccessfully);
            var length = minted.GetAwaiter().GetResult();
            var failed = checker.Check(token.AsSpan(0, length), TokenLab.Workspace, Now, payload, out var view);
            Assert.True(failed == ServiceTokenStep.None && view.Carries(TokenLab.Claims.Permissions[0]));
        }
    }

    [Fact]
    public async Task Four_threads_make_tokens_as_one_does()
    {
        using var signer = InMemoryTokenSigner.Hs256("k1", TokenLab.Secret);
        var minter = new ServiceTokenMinter(signer);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
        {
            var claims = TokenLab.Claims with { TokenId = $"t{thread}" };
            var expected = TokenLab.Mint(claims);
            var token = new byte[ServiceTokenChecker.MaximumLength];
            for (var turn = 0; turn < 200; turn++)
            {
                var length = await minter.MintAsync(claims, token, default);
                Assert.True(token.AsSpan(0, length).SequenceEqual(expected));
            }
        })));
    }

    private static async Task<byte[]> MintAsync(ServiceTokenMinter minter, Instant issued)
    {
        var claims = TokenLab.Claims with
        {
            IssuedAt = issued,
            Lifetime = new TokenLifetime(issued, issued + Duration.FromHours(1)),
        };
        var token = new byte[ServiceTokenChecker.MaximumLength];
        return token[..await minter.MintAsync(claims, token, default)];
    }

    private static string HeaderOf(byte[] token) => Encoding.ASCII.GetString(
        System.Buffers.Text.Base64Url.DecodeFromUtf8(token.AsSpan(0, token.IndexOf((byte)'.'))));

    private sealed class LateSigner(InMemoryTokenSigner signer) : IServiceTokenSigner
    {
        public string KeyId => signer.KeyId;

        public ServiceTokenAlgorithm Algorithm => signer.Algorithm;

        public KeyPeriod Period => signer.Period;

        public async ValueTask<int> SignAsync(
            ReadOnlyMemory<byte> signingInput, Memory<byte> signature, CancellationToken cancellation)
        {
            await Task.Yield();
            return await signer.SignAsync(signingInput, signature, cancellation);
        }
    }

    private sealed class LyingSigner(string keyId) : IServiceTokenSigner
    {
        public string KeyId => keyId;

        public ServiceTokenAlgorithm Algorithm => ServiceTokenAlgorithm.HS256;

        public KeyPeriod Period => KeyPeriod.Always;

        public ValueTask<int> SignAsync(
            ReadOnlyMemory<byte> signingInput, Memory<byte> signature, CancellationToken cancellation) => new(31);
    }
}
