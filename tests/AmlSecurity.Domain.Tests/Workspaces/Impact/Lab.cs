using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using AmlSecurity.Domain.Workspaces.Impact;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Workspaces.Impact;

/// <summary>A workspace whose storage and Cosmos DB instance are under one key, and its registry under another.</summary>
internal static class Lab
{
    public static Instant T0 { get; } = Instant.FromUtc(2020, 3, 13, 12, 0);

    public static KeyVersionId Data(int version) => Key("data", version);

    public static KeyVersionId Images(int version) => Key("images", version);

    public static WorkspaceHealth Workspace() => WorkspaceHealth.Begin(
        [
            new StoreKeyUse(StoreKind.WorkspaceBlobs, Data(1)),
            new StoreKeyUse(StoreKind.DedicatedCosmosDb, Data(1)),
            new StoreKeyUse(StoreKind.ContainerRegistry, Images(1)),
        ],
        T0);

    public static Instant After(double minutes) => T0 + Duration.FromMinutes(minutes);

    public static DataFlowStep Step(string rule) => DataFlowSteps.All.First(step => step.Rule.Text == rule);

    public static WorkspaceIncident.GrantRevoked Revoke(string rule, double minutes) =>
        new(RuleId.Read(rule).Expect(), After(minutes));

    private static KeyVersionId Key(string name, int version) =>
        KeyVersionId.Create($"https://v.vault.azure.net/keys/{name}", $"{version}").Expect();
}
