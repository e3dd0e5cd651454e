using System.Security.Cryptography;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Tour.WholeLife;

/// <summary>The service token of the run: made once, presented at every callback.</summary>
/// <remarks>Its signature is another one each time, as ECDSA has it, and so no record holds the token.</remarks>
internal sealed class RunPass : IDisposable
{
    private const string WorkspaceName = "w-churn";

    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly InMemoryTokenSigner _signer;
    private readonly ServiceTokenKey _key;
    private readonly ServiceTokenChecker _checker;
    private readonly byte[] _token;

    public RunPass(RunEffect.MintToken asked, Instant at)
    {
        var policy = new ServiceTokenPolicy(
            "https://ml.example", "https://ml.example/service", Duration.FromHours(1), demanded: ["rid"]);
        _signer = InMemoryTokenSigner.Es256("2020-03", _ecdsa);
        _key = ServiceTokenKey.Es256("2020-03", _ecdsa);
        _checker = new ServiceTokenChecker([_key], policy, new InMemoryTokenRevocations());
        var claims = RunToken.ClaimsOf(asked, new RunTokenDetails(WorkspaceName), policy, "token-1", at)!;
        var buffer = new byte[ServiceTokenChecker.MaximumLength];
        var length = new ServiceTokenMinter(_signer).MintAsync(claims, buffer, CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
        _token = buffer[..length];
        Lifetime = claims.Lifetime;
    }

    public TokenLifetime Lifetime { get; }

    /// <summary>Presents the token at a callback, as it is or with one letter of its signature altered.</summary>
    /// <returns>Why the call is refused; null if it is let through.</returns>
    public string? Refuse(RunState run, RunEvent.CalledBack call, bool isAltered = false)
    {
        var presented = _token.ToArray();
        if (isAltered)
        {
            // Another letter, as another bit might make something that is no letter of a token.
            presented[^10] = (byte)(presented[^10] == 'A' ? 'B' : 'A');
        }

        return RunToken.Apply(run, call, presented, WorkspaceName, _checker)
            .Match(_ => (string?)null, refusal => $"{refusal}");
    }

    public void Dispose()
    {
        _key.Dispose();
        _signer.Dispose();
        _ecdsa.Dispose();
    }
}
