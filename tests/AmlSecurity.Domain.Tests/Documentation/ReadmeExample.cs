using System.Diagnostics;
using System.Text;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>The example of the README. A test holds the two texts and the printed output against each other.</summary>
internal static class ReadmeExample
{
    // The parameter bears the name of the framework's class so that the example reads as it would in a program.
    public static async Task RunAsync(TextWriter Console, CancellationToken cancellation)
    {
        // <example>
        var roles = """
            [{ "Name": "Data Scientist", "IsCustom": true, "Description": "runs experiments, makes no compute",
               "Actions": ["Microsoft.MachineLearningServices/workspaces/*"],
               "NotActions": ["Microsoft.MachineLearningServices/workspaces/computes/*/write"],
               "AssignableScopes": ["/subscriptions/11111111-1111-1111-1111-111111111111"] }]
            """u8;
        var assignments = """
            [{ "id": "a1", "principalId": "aaaaaaaa-0000-0000-0000-000000000001", "principalType": "User",
               "roleDefinitionName": "Data Scientist",
               "scope": "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml" }]
            """u8;

        var policy = AccessPolicy.Read(roles, assignments).Expect();

        var alice = Principal.User(PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000001").Expect());
        var workspace = ResourceId.Read(
            "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml"
            + "/providers/Microsoft.MachineLearningServices/workspaces/churn").Expect();

        Console.WriteLine(policy.Decide(AccessRequest.Control(alice, MlActions.SubmitRun, workspace)));
        Console.WriteLine(policy.Explain(AccessRequest.Control(alice, MlActions.WriteCompute, workspace)));

        using var vault = new SoftwareKeyVault(SystemClock.Instance);
        var first = KeyVersionId.Create("https://contoso.vault.azure.net/keys/data", "1").Expect();
        var second = KeyVersionId.Create("https://contoso.vault.azure.net/keys/data", "2").Expect();
        var ring = vault.CreateAes(first, new SystemRandomSource()).Expect();
        var started = Stopwatch.GetTimestamp();
        var clocks = new Clocks(
            SystemClock.Instance, () => Duration.FromTimeSpan(Stopwatch.GetElapsedTime(started)));

        using var sealer = new EnvelopeSealer(vault, ring, clocks);
        var context = EncryptionContext.ForAsset(workspace, "model", "churn", "3").Expect();
        var envelope = (await sealer.SealAsync("weights"u8.ToArray(), context, cancellation)).Expect();

        ring = vault.CreateAes(second, new SystemRandomSource()).Expect();
        var rewrapped = (await sealer.RewrapAsync(envelope, ring, cancellation)).Expect();
        sealer.Adopt(ring.Disable("1", SystemClock.Instance.GetCurrentInstant()).Expect());

        Console.WriteLine((await sealer.OpenAsync(envelope, context, cancellation)).AsT1);
        var opened = (await sealer.OpenAsync(rewrapped.ApplyTo(envelope), context, cancellation)).Expect();
        Console.WriteLine(Encoding.UTF8.GetString(opened));

        var now = SystemClock.Instance.GetCurrentInstant();
        var ask = AccessRequest.Control(alice, MlActions.SubmitRun, workspace);
        var logged = AuditLog.Empty.Append(AuditEvent.Of("e-1", now, ask, policy.Decide(ask), "readme"), now).Expect();
        var kept = new AuditEvidence { Checkpoints = [logged.Next.ToCheckpoint("contoso.example/audit")] };
        Console.WriteLine(AuditVerifier.Verify([logged.Encoded.AsMemory()], kept).IsSound);
        Console.WriteLine(AuditVerifier.Verify([], kept).Findings[0]);
        // </example>
    }
}
