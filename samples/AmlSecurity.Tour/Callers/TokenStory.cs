using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using NodaTime;

namespace AmlSecurity.Tour.Callers;

/// <summary>A run with its service token: made on submission, presented at every callback, refused after the close.</summary>
internal static class TokenStory
{
    private const string WorkspaceId = "w-churn";

    public static ImmutableArray<FlowLine> Tell()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = InMemoryTokenSigner.Es256("2026-03", ecdsa);
        using var key = ServiceTokenKey.Es256("2026-03", ecdsa);
        var policy = new ServiceTokenPolicy(
            "https://ml.example", "https://ml.example/service", Duration.FromHours(1), demanded: ["rid"]);
        var revocations = new InMemoryTokenRevocations();
        var checker = new ServiceTokenChecker([key], policy, revocations);
        var lines = ImmutableArray.CreateBuilder<FlowLine>();

        var submitted = RunStory.Submit(MlActions.WriteRun).AsT0;
        var asked = (RunEffect.MintToken)submitted.Effects[0];
        var claims = RunToken.ClaimsOf(asked, new RunTokenDetails(WorkspaceId), policy, "t1", At(0))!;
        var buffer = new byte[ServiceTokenChecker.MaximumLength];
        var length = new ServiceTokenMinter(signer).MintAsync(claims, buffer, CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
        var token = buffer[..length];
        lines.Add(new FlowLine(Duration.Zero, "made as the run asked", "-", $"{length} bytes, ES256, {claims.Permissions[0]}"));

        var state = submitted.Next.Apply(new RunEvent.TokenMinted(claims.Lifetime, At(1))).Expect().Next;
        state = state.Apply(new RunEvent.Started(At(2))).Expect().Next;
        Call(10, "calls its workspace", token, WorkspaceId);
        Call(11, "calls another workspace", token, "w-fraud");
        var other = (byte)(token[^10] == 'A' ? 'B' : 'A');
        Call(12, "calls with one letter altered", [.. token[..^10], other, .. token[^9..]], WorkspaceId);

        var last = RunToken.Apply(
            state, new RunEvent.FinalCallback(RunStory.Workspace, At(30)), token, WorkspaceId, checker);
        lines.Add(FlowLine.Of(Duration.FromMinutes(30), "calls for the last time", state, last));
        state = last.AsT0.Next;
        revocations.Revoke(state.Scope.Run, state.End);
        Call(31, "calls after the run is closed", token, WorkspaceId);
        return lines.DrainToImmutable();

        void Call(int minutes, string what, byte[] presented, string workspaceId) => lines.Add(FlowLine.Of(
            Duration.FromMinutes(minutes),
            what,
            state,
            RunToken.Apply(
                state, new RunEvent.CalledBack(RunStory.Workspace, At(minutes)), presented, workspaceId, checker)));
    }

    private static Instant At(int minutes) => CallerStories.Start + Duration.FromMinutes(minutes);
}
