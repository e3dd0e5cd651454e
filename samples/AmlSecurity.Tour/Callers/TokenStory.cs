using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Tour.Callers;

/// <summary>The service token of a run: made, presented at two workspaces, altered, and refused when the run is closed.</summary>
internal static class TokenStory
{
    private const string Issuer = "https://ml.example";
    private const string Audience = "https://ml.example/service";

    public static ImmutableArray<FlowLine> Tell()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = InMemoryTokenSigner.Es256("2026-03", ecdsa);
        using var key = ServiceTokenKey.Es256("2026-03", ecdsa);
        var revoked = new RevokedRuns();
        var checker = new ServiceTokenChecker(
            [key], new ServiceTokenPolicy(Issuer, Audience, Duration.FromHours(8), demanded: ["rid"]), revoked);
        var lifetime = new TokenLifetime(Story(0), Story(60));
        var claims = new ServiceTokenClaims(Issuer, Audience, "run:churn_1", "w-churn", Story(0), lifetime)
        {
            Run = "churn_1",
            Permissions = ["Microsoft.MachineLearningServices/workspaces/experiments/runs/write"],
        };
        var token = ServiceToken.MintAsync(claims, signer, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var altered = token.ToArray();
        altered[token.Length / 2] ^= 1;
        var lines = ImmutableArray.CreateBuilder<FlowLine>();
        lines.Add(new FlowLine(Duration.Zero, "made for the run", "-", $"{token.Length} bytes, ES256"));
        Present(10, "calls its workspace", token, "w-churn");
        Present(11, "calls another workspace", token, "w-fraud");
        Present(12, "calls with one bit altered", altered, "w-churn");
        revoked.Add("churn_1");
        Present(30, "calls after the run is closed", token, "w-churn");
        return lines.DrainToImmutable();

        void Present(int minutes, string what, byte[] presented, string workspace) => lines.Add(new FlowLine(
            Duration.FromMinutes(minutes),
            what,
            workspace,
            checker.Check(presented, workspace, Story(minutes)).ToString()));
    }

    private static Instant Story(int minutes) => CallerStories.Start + Duration.FromMinutes(minutes);

    private sealed class RevokedRuns : IServiceTokenRevocations
    {
        private readonly HashSet<string> _runs = [];

        public void Add(string run) => _runs.Add(run);

        public bool IsRevoked(string? tokenId, string? run) => run is not null && _runs.Contains(run);
    }
}
